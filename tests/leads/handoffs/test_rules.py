"""The clocks of a hand-off."""

from __future__ import annotations

import pytest

from rightday.leads.demand import Grade
from rightday.leads.handoffs.rules import (
    ANSWER_WORDS,
    GRADES,
    RETURN_WORDS,
    Answer,
    Clocks,
    Return,
    agreed_words,
    answer_hours,
    call_hours,
    time_left,
)


@pytest.mark.parametrize(
    ("grade", "answer", "call"),
    [(Grade.HOT, 2, 4), (Grade.WARM, 9.5, 19), (Grade.COLD, 28.5, 47.5), (Grade.NONE, 28.5, 47.5)],
)
def test_the_clocks_are_those_of_the_field_guide(grade: Grade, answer: float, call: float) -> None:
    assert (answer_hours(grade), call_hours(grade)) == (answer, call)


def test_every_answer_has_words() -> None:
    assert set(ANSWER_WORDS) == set(Answer)
    assert set(RETURN_WORDS) == set(Return)


def test_a_day_has_the_hours_of_the_agency() -> None:
    assert answer_hours(Grade.WARM, day=8) == 8
    assert call_hours(Grade.COLD, Clocks(call_cold=2), day=8) == 16
    assert answer_hours(Grade.HOT, Clocks(answer_hot=1), day=8) == 1


def test_what_is_agreed_in_words() -> None:
    assert [agreed_words(grade) for grade in GRADES] == [
        ("2 hours", "4 hours"),
        ("1 day", "2 days"),
        ("3 days", "5 days"),
    ]
    assert agreed_words(Grade.HOT, Clocks(answer_hot=1, call_hot=1.5)) == ("1 hour", "1.5 hours")


@pytest.mark.parametrize(
    ("left", "of", "share", "words", "late"),
    [
        (2, 2, 1.0, "120 minutes left", False),
        (1.8, 2, 0.9, "108 minutes left", False),
        (1 / 6, 2, 1 / 12, "10 minutes left", True),
        (1 / 60, 0.5, 1 / 30, "1 minute left", True),
        (0.00001, 0.5, 0.00002, "1 minute left", True),
        (0.2, 0.5, 0.4, "12 minutes left", True),
        (9, 9.5, 9 / 9.5, "until Wed 25 Nov, 09:20", False),
        (3.5, 28.5, 3.5 / 28.5, "until Wed 25 Nov, 09:20", True),
        (0, 2, 0.0, "time is up", True),
        (-3, 2, 0.0, "time is up", True),
        (5, 2, 1.0, "until Wed 25 Nov, 09:20", False),
        (1, 0, 0.0, "60 minutes left", True),
    ],
)
def test_what_is_left_of_a_clock(left: float, of: float, share: float, words: str, late: bool) -> None:
    found = time_left(left, of, "Wed 25 Nov, 09:20")
    assert (found.share, found.words, found.late) == (pytest.approx(share), words, late)
