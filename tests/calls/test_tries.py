"""Parts of the day, and the words for tries."""

from __future__ import annotations

from datetime import date, time

import pytest

from rightday.calls.tries import later_today, said, with_tries


@pytest.mark.parametrize(
    ("at", "later"),
    [
        (time(8, 0), time(8, 30)),
        (time(9, 0), time(11, 30)),
        (time(11, 0), time(13, 0)),
        (time(12, 10), time(14, 30)),
        (time(15, 1, 30), time(17, 30)),
        (time(15, 30), time(17, 30)),
        (time(15, 31), None),
        (time(23, 59), None),
    ],
)
def test_a_later_part_of_the_same_day(at: time, later: time | None) -> None:
    assert later_today(at, time(8, 30), time(18)) == later


def test_earlier_tries_are_not_told_twice() -> None:
    once = with_tries("Has contractors.", 1, date(2026, 11, 24), write_first=False)
    twice = with_tries(once, 2, date(2026, 11, 26), write_first=True)
    assert once == "Has contractors. Tried once, last on Tue 24 Nov."
    assert twice == "Has contractors. Tried twice, last on Thu 26 Nov. Write first, an email or a text, then call."
    assert with_tries(twice, 3, date(2026, 11, 27), write_first=False) == (
        "Has contractors. Tried 3 times, last on Fri 27 Nov."
    )
    assert with_tries("", 1, date(2026, 11, 24), write_first=False) == "Tried once, last on Tue 24 Nov."


def test_a_day_in_words() -> None:
    assert said(date(2026, 11, 1)) == "Sun 1 Nov"
