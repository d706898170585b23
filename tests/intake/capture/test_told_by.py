import pytest

from rightday.intake.capture import told_by
from rightday.intake.capture.captured import Known
from rightday.intake.capture.names_by_rules import find
from rightday.intake.capture.words_in_text import split


def told(text: str) -> tuple[str, str, bool, bool] | None:
    words = split(text)
    found = told_by.find(words, find(words, Known()))
    return found and (found.name.text, text[found.start : found.end], found.second_hand, found.saw)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lena says Jane Okafor sees people", ("Lena", "Lena says", False, False)),
        ("Lena just told me Jane Okafor sees people", ("Lena", "Lena just told me", False, False)),
        ("Lena reckons Jane Okafor sees people", ("Lena", "Lena reckons", True, False)),
        ("Lena sat with her", ("Lena", "Lena sat with her", False, True)),
        ("Lena interviewed with Jane Okafor", ("Lena", "Lena interviewed with", False, True)),
        ("Lena had a second round with Jane Okafor", ("Lena", "Lena had", False, True)),
        ("Lena had a round, then lunch with Jane", None),
        ("Lena had lunch with Jane", None),
        ("Lena had it", None),
        ("Lena met nobody", None),
        ("Heard from Lena Fischer", ("Lena Fischer", "Heard from Lena Fischer", False, False)),
        ("interviewing two, from Lena Fischer", ("Lena Fischer", "from Lena Fischer", False, False)),
        ("Jane from Northgate Rail", None),
        ("according to Lena they are", ("Lena", "according to Lena", False, False)),
        ("Told by Lena that", ("Lena", "Told by Lena", False, False)),
        ("sent to Lena", None),
        ("to Lena", None),
        ("via Lena", ("Lena", "via Lena", False, False)),
        ("source: Lena", ("Lena", "source: Lena", False, False)),
        ("via, Lena", None),
        ("from Castle Telecom Ltd", None),
        ("Spoke with Lena about Jane Okafor", ("Lena", "Lena", False, False)),
        ("Spoke with Lena about the weather", None),
        ("six contractors, from Hays", None),
        ('Lena: "Jane Okafor is seeing people"', ("Lena", "Lena", False, False)),
    ],
)
def test_sources(text: str, found: tuple[str, str, bool, bool] | None) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Spoke with Jane",
        "just spoke to Jane",
        "she picked up",
        "on the phone with Jane",
        "Good chat w/ Jane",
        "Jane rang back",
    ],
)
def test_a_talk_is_a_talk(text: str) -> None:
    assert told_by.spoke(text)


@pytest.mark.parametrize(
    "text",
    [
        "called Jane",
        "spoke to voicemail",
        "she didn't pick up",
        "need to speak to Jane",
        "met Jane",
        "spoke at a meetup",
    ],
)
def test_no_talk_is_none(text: str) -> None:
    assert not told_by.spoke(text)
