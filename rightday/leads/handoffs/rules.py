"""Handing a lead on: answers, reasons, clocks in working hours, what a team expects (FIELD_GUIDE 5). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Final

from rightday.leads.demand import Grade


class Answer(StrEnum):
    """What became of an offer; "" while it waits."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


ANSWER_WORDS: Final = {
    Answer.ACCEPTED: "Accepted",
    Answer.RETURNED: "Returned",
    Answer.WITHDRAWN: "Taken back",
    Answer.LAPSED: "Not answered in time",
}
ANSWER_CHOICES: Final = [(one.value, words) for one, words in ANSWER_WORDS.items()]


class Return(StrEnum):
    """What was missing."""

    NO_DEMAND = "no_demand"
    WRONG_PERSON = "wrong_person"
    MOVED = "moved"
    NO_NUMBER = "no_number"
    KNOWN = "known"
    NOT_OURS = "not_ours"
    NO_TIME = "no_time"
    OTHER = "other"


RETURN_WORDS: Final = {
    Return.NO_DEMAND: "no demand is known",
    Return.WRONG_PERSON: "another person decides",
    Return.MOVED: "the person has moved",
    Return.NO_NUMBER: "no number that works",
    Return.KNOWN: "we know this one already",
    Return.NOT_OURS: "not what we place",
    Return.NO_TIME: "no time for it now",
    Return.OTHER: "something else",
}
RETURN_CHOICES: Final = [(one.value, words) for one, words in RETURN_WORDS.items()]


@dataclass(frozen=True, slots=True)
class Clocks:
    """What a team agreed (settings section "handoffs"): hot in working hours, warm and cold in working days.

    An offer is answered within 2 working hours (hot), 1 working day (warm), 3 (cold); the first call within 4
    working hours, 2 working days, 5 working days. `weekly_`: leads of each grade from a recruiter in a week.
    """

    answer_hot: float = 2.0
    answer_warm: float = 1.0
    answer_cold: float = 3.0
    call_hot: float = 4.0
    call_warm: float = 2.0
    call_cold: float = 5.0
    weekly_hot: int = 1
    weekly_warm: int = 3
    weekly_cold: int = 5


DEFAULT: Final = Clocks()
GRADES: Final = (Grade.HOT, Grade.WARM, Grade.COLD)
_DAY: Final = 9.5


def answer_hours(grade: Grade, clocks: Clocks = DEFAULT, *, day: float = _DAY) -> float:
    """Working hours in which an offer is answered, `day` of them in a working day.

    What is not a lead yet has the time of a cold one.
    """
    return _hours(grade, clocks.answer_hot, clocks.answer_warm, clocks.answer_cold, day)


def call_hours(grade: Grade, clocks: Clocks = DEFAULT, *, day: float = _DAY) -> float:
    """Working hours from the acceptance to the first call."""
    return _hours(grade, clocks.call_hot, clocks.call_warm, clocks.call_cold, day)


def _hours(grade: Grade, hot: float, warm: float, cold: float, day: float) -> float:
    return hot if grade is Grade.HOT else (warm if grade is Grade.WARM else cold) * day


def agreed_words(grade: Grade, clocks: Clocks = DEFAULT) -> tuple[str, str]:
    """ "2 hours", "4 hours": what is agreed for a grade."""
    if grade is Grade.HOT:
        return _many(clocks.answer_hot, "hour"), _many(clocks.call_hot, "hour")
    warm = grade is Grade.WARM
    return (
        _many(clocks.answer_warm if warm else clocks.answer_cold, "day"),
        _many(clocks.call_warm if warm else clocks.call_cold, "day"),
    )


def _many(count: float, unit: str) -> str:
    return f"{count:g} {unit}" if count == 1 else f"{count:g} {unit}s"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a clock: its share (0 to 1), in words, and whether it is nearly over."""

    share: float
    words: str
    late: bool


def time_left(left: float, of: float, until: str) -> Left:
    """`left` working hours of `of`; `until` is the moment in words ("Wed 25 Nov, 09:20")."""
    share = min(1.0, max(0.0, left / of)) if of > 0 else 0.0
    if left <= 0:
        return Left(0.0, "time is up", True)
    if left > _MINUTES_UNTIL:
        return Left(share, f"until {until}", share < _LATE)
    minutes = max(1, ceil(left * 60 - 1e-6))
    return Left(share, f"{_many(minutes, 'minute')} left", share < _LATE or minutes <= _SOON)


_MINUTES_UNTIL: Final = 3.0  # working hours; below, minutes are what one thinks in
_LATE: Final = 0.15
_SOON: Final = 15
