"""The words of Today."""

from __future__ import annotations

from datetime import date, time

import pytest

from rightday.agenda.queries import Intended, Sheet
from rightday.agenda.rules import Achievement
from rightday.agenda.views_sheet import _title, goals, when_words

DAY = date(2026, 11, 24)


def test_more_calls_than_words_are_counted() -> None:
    assert _title(Sheet((), (), 40, False)) == "40 calls to make today"
    assert _title(Sheet((), (), 1, False)) == "One call to make today"
    assert _title(Sheet((), (), 200, True)) == "More than 200 calls wait for you"
    assert _title(Sheet((), (), 0, False)) == "No calls left today"


@pytest.mark.parametrize(
    ("due", "at", "words"),
    [
        (DAY, time(16, 30), "today 16:30"),
        (date(2026, 11, 27), time(10), "Fri 27 Nov, 10:00"),
        (date(2026, 11, 25), None, "tomorrow"),
        (date(2027, 2, 22), None, "Mon 22 Feb 2027"),
    ],
)
def test_when_a_step_is_due_in_words(due: date, at: time | None, words: str) -> None:
    assert when_words(due, at, DAY) == words


def test_more_than_was_meant_fills_no_further_pips() -> None:
    intended = Intended("", ((Achievement.LEAD, 1), (Achievement.COMMITMENT, 2)), 0)
    found = goals(intended, {Achievement.LEAD: 3, Achievement.REFERRAL: 1})
    assert found.lines == (("New leads found", 1, 1), ("Commitments", 0, 2))
    assert (found.met, found.intended, found.besides) == (1, 3, (("Referrals", 1),))
