"""Results of a call and the next step each leaves (FIELD_GUIDE 7)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Result(StrEnum):
    """The six results; the first four stand in front, two behind *more*."""

    MET = "met"
    PROGRESSED = "progressed"
    NO_ANSWER = "no_answer"
    NOT_NOW = "not_now"
    NOT_INTERESTED = "not_interested"
    WRONG_NUMBER = "wrong_number"


RESULT_WORDS: Final = {
    Result.MET: "Objective met",
    Result.PROGRESSED: "Progressed",
    Result.NO_ANSWER: "No answer",
    Result.NOT_NOW: "Not now",
    Result.NOT_INTERESTED: "Not interested",
    Result.WRONG_NUMBER: "Wrong number",
}
RESULT_CHOICES: Final = [(result.value, words) for result, words in RESULT_WORDS.items()]
REACHED: Final = frozenset({Result.MET, Result.PROGRESSED, Result.NOT_NOW, Result.NOT_INTERESTED})


class Level(StrEnum):
    """How much of the objective was met."""

    IDEAL = "ideal"
    REALISTIC = "realistic"
    LEAST = "least"


LEVEL_CHOICES: Final = [(level.value, level.name.capitalize()) for level in Level]
