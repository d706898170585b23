"""Handing a lead on: answers, reasons, clocks in working hours, what a team expects (FIELD_GUIDE 5). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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
    """What a team agreed (settings section "handoffs"). Hours are working hours; a day has `day_hours` of them.

    An offer is answered within 2 working hours (hot), 1 working day (warm), 3 (cold); the first call within 4
    working hours, 2 working days, 5 working days. `weekly_`: leads of each grade from a recruiter in a week.
    """

    day_hours: float = 9.5
    answer_hot: float = 2.0
    answer_warm: float = 9.5
    answer_cold: float = 28.5
    call_hot: float = 4.0
    call_warm: float = 19.0
    call_cold: float = 47.5
    weekly_hot: int = 1
    weekly_warm: int = 3
    weekly_cold: int = 5


DEFAULT: Final = Clocks()


def answer_hours(grade: Grade, clocks: Clocks = DEFAULT) -> float:
    """Working hours in which an offer is answered; what is not a lead yet has the time of a cold one."""
    return {Grade.HOT: clocks.answer_hot, Grade.WARM: clocks.answer_warm}.get(grade, clocks.answer_cold)


def call_hours(grade: Grade, clocks: Clocks = DEFAULT) -> float:
    """Working hours from the acceptance to the first call."""
    return {Grade.HOT: clocks.call_hot, Grade.WARM: clocks.call_warm}.get(grade, clocks.call_cold)
