from datetime import date

import pytest

from rightday.intake.capture import details
from rightday.intake.capture.captured import Mark, Span
from rightday.intake.capture.words_in_text import split
from rightday.kernel.names import PersonName

TODAY = date(2026, 11, 24)


def test_two_numbers_in_one_breath_are_two() -> None:
    found = details.phones("020 7946 0991/07700 900142", "GB")
    assert [phone.e164 for _, phone in found] == ["+442079460991", "+447700900142"]


def test_of_a_pasted_list_only_the_first_numbers_are_read() -> None:
    assert len(details.phones("020 7946 0991, " * 50, "GB")) == 20


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jane, senior engineering manager at Northgate", "senior engineering manager"),
        ("Head of Data and Platform at Northgate", "Head of Data and Platform"),
        ("VP of Engineering", "VP of Engineering"),
        ("the CTO said", "CTO"),
        ("head of", None),
        ("the manager said", None),
        ("head of their own", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    place = details.title(split(text), [])
    assert (text[place[0] : place[1]] if place else None) == title


def test_a_title_within_what_they_look_for_is_none() -> None:
    text = "interviewing two project managers and a project manager"
    assert details.title(split(text), [(0, len(text))]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two java devs and 3 data engineers", ("two java devs", "3 data engineers")),
        ("two project managers", ("two project managers",)),
        ("a project manager", ()),
        ("the devs", ()),
        ("1000 devs; devs", ()),
        ("some, devs", ()),
        ("five nice friendly clever quick keen devs", ()),
        ("three test engineers consultants", ("three test engineers consultants",)),
    ],
)
def test_needs_are_counted(text: str, found: tuple[str, ...]) -> None:
    assert details.needs(split(text), text, []) == found


def test_contractors_there_already_are_no_need() -> None:
    assert details.needs(split("two contractors"), "two contractors", [(0, 15)]) == ()


def test_the_agreed_day_is_the_first_not_past() -> None:
    text = "call on 2 November 2026 or call her next Thursday"
    found = details.next_day(text, TODAY)
    assert found is not None
    ((start, end),), day = found
    assert (text[start:end], day) == ("call her next Thursday", date(2026, 12, 3))


def test_words_between_the_call_and_its_day_stay_free() -> None:
    text = "Call Martin Ahlqvist of Halden on Friday"
    found = details.next_day(text, TODAY)
    assert found is not None
    places, day = found
    (start, end), _ = places
    assert text[start:end] == "Call"
    assert day == date(2026, 11, 27)


def test_a_day_without_a_call_is_none() -> None:
    assert details.next_day("good chat on Friday. Friday it is", TODAY) is None


def test_the_note_drops_glue_and_keeps_words() -> None:
    spans = (Span(0, 4, Mark.WHO), Span(8, 12, Mark.FIRM))
    assert details.note("Jane at Acme, the budget is signed.", spans) == "the budget is signed"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("northwind systems", "Northwind Systems"),
        ("SMITH AND SONS LTD", "Smith and Sons Ltd"),
        ("IBM", "IBM"),
        ("BBC NEWS", "BBC News"),
        ("bahnwerke gmbh", "Bahnwerke GmbH"),
        ("L'Oréal", "L'Oréal"),
    ],
)
def test_companies_are_written_as_names(typed: str, written: str) -> None:
    assert details.tidy(typed) == written


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("not interviewing", True),
        ("they aren't currently hiring", True),
        ("no vacancies", True),
        ("doesn't need anyone", True),
        ("interviewing", False),
        ("not on Monday, interviewing Tuesday", False),
    ],
)
def test_denials(text: str, is_denied: bool) -> None:
    assert details.denied(text) is is_denied


def test_a_name_is_whole_with_both_its_parts() -> None:
    assert details.whole(PersonName("Priya", "Natarajan"))
    assert not details.whole(PersonName("Priya", ""))
    assert not details.whole(PersonName("Priya", "N."))
    assert details.whole(PersonName("王小明", ""))
