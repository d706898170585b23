"""What a row shows, put together from its parts; whole rows are in test_rules.py."""

from datetime import date

from rightday.intake.heard import Kind
from rightday.intake.understanding import demand

DAY = date(2026, 5, 4)


def shown(words: str = "", status: str = "", needs: str = "", name: str = "Acme", day: date | None = DAY,
          hints: tuple[tuple[str, str], ...] = ()) -> list[tuple[Kind, date | None]]:  # fmt: skip
    found = demand.of(words=words, status=status, needs=needs, hints=hints, name=name, day=day)
    return [(heard.kind, heard.day) for heard in found]


def test_a_name_alone_is_a_name_alone() -> None:
    assert shown() == [(Kind.NAME_ONLY, DAY)]
    assert shown(name="") == []


def test_status_and_words_are_both_read() -> None:
    assert shown("has 4 contractors on the team", "interviewing") == [(Kind.INTERVIEWING, DAY), (Kind.CONTRACTORS, DAY)]


def test_a_need_adds_a_rumour_unless_something_stronger_was_said() -> None:
    assert shown(needs="Head chef") == [(Kind.RUMOUR, DAY)]
    assert shown("seeing 2 this wk", needs="Head chef") == [(Kind.INTERVIEWING, DAY)]
    assert shown("saw the advert", needs="Head chef") == [(Kind.RUMOUR, DAY), (Kind.ADVERTISEMENT, DAY)]


def test_without_a_day_it_stays_open() -> None:
    assert shown("seeing 2 this wk", day=None) == [(Kind.INTERVIEWING, None)]


def test_no_under_a_telling_header_shows_nothing() -> None:
    for answer in ("no", "0", "not yet", "", "?"):
        assert shown(hints=(("Contractors", answer),)) == [(Kind.NAME_ONLY, DAY)]
    assert shown(hints=(("Contractors", "a few"),)) == [(Kind.CONTRACTORS, DAY)]
    assert shown(hints=(("Interviewing", "possibly"),)) == [(Kind.RUMOUR, DAY)]
