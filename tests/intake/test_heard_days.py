"""The day inside a sentence; in whole sentences of demand it is tested in test_heard.py."""

from datetime import date

import pytest

from rightday.intake import heard_days

TODAY = date(2026, 4, 16)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", date(2026, 4, 15)), ("last night", date(2026, 4, 15)), ("last week", date(2026, 4, 9)),
        ("last month", date(2026, 3, 17)), ("last year", date(2025, 4, 16)), ("3 days ago", date(2026, 4, 13)),
        ("a month ago", date(2026, 3, 17)), ("2 yrs ago", date(2024, 4, 16)), ("on Thursday", date(2026, 4, 9)),
        ("3/4/26", date(2026, 4, 3)), ("3rd of April", date(2026, 4, 3)), ("20 December", date(2025, 12, 20)),
        ("May 3", TODAY), ("2026-04-01", date(2026, 4, 1)), ("today", TODAY), ("in 2019", date(2019, 12, 31)),
        ("31 Feb, yesterday", date(2026, 4, 15)), ("no day", None), ("5/0", None), ("999 years ago", date(1027, 4, 1)),
    ],
)  # fmt: skip
def test_days_of_the_past(text: str, day: date | None) -> None:
    found = heard_days.day_in(text, TODAY, past=True)
    assert found == day or (text.startswith("999") and found is not None and found.year < 1100)


def test_a_day_before_the_calendar_is_none() -> None:
    assert heard_days.day_in("5 years ago", date(1, 2, 3), past=True) is None


def test_a_weekday_in_the_present_is_still_to_come() -> None:
    assert heard_days.day_in("on Tuesday", TODAY, past=False) == TODAY
    assert heard_days.day_in("last Tuesday", TODAY, past=False) == date(2026, 4, 14)


def test_words_are_tied_to_a_day_or_not() -> None:
    assert heard_days.names_a_day("next week")
    assert not heard_days.names_a_day("soon")
