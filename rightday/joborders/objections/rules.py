"""Who raises an objection, and what it is about (FIELD_GUIDE 4 and 11)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Who says it."""

    CLIENT = "client"
    CANDIDATE = "candidate"
    REFEREE = "referee"


SIDE_CHOICES: Final = [
    (Side.CLIENT.value, "Clients"),
    (Side.CANDIDATE.value, "Candidates"),
    (Side.REFEREE.value, "Referees"),
]


class About(StrEnum):
    """The five kinds of gap of FIELD_GUIDE 11, and what is said at any time."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    NOT_SOLVED = "not_solved"
    NOT_DELIVERED = "not_delivered"
    SCOPE = "scope"
    MONEY = "money"
    DECISION = "decision"
    FIRST_CALL = "first_call"
    REFERENCES = "references"


ABOUT_CHOICES: Final = [
    (About.SKILL.value, "A skill is lacking"),
    (About.EXPERIENCE.value, "Experience is lacking"),
    (About.NOT_SOLVED.value, "Has not solved this before"),
    (About.NOT_DELIVERED.value, "Has not delivered this before"),
    (About.SCOPE.value, "The scope is too large"),
    (About.MONEY.value, "Money"),
    (About.DECISION.value, "At the decision"),
    (About.FIRST_CALL.value, "First call"),
    (About.REFERENCES.value, "References"),
]


def said(*, held: bool | None) -> str:
    """What became of an objection, in words."""
    return {True: "the answer held", False: "the answer did not hold", None: ""}[held]


def prior(held: int, used: int) -> float:
    """How well an answer may hold, for choosing one: leaned towards one half by four cases, so that none is buried."""
    return (held + 2) / (used + 4)
