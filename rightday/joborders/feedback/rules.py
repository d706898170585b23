"""The words of a feedback plan: needs, how well each is met, what the client decided (FIELD_GUIDE 11)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Need(StrEnum):
    """What is compared, line by line."""

    GOAL = "goal"
    CHALLENGE = "challenge"
    DELIVERABLE = "deliverable"
    RESULT = "result"
    SKILL = "skill"


NEED_CHOICES: Final = [
    (Need.GOAL.value, "Goal"),
    (Need.CHALLENGE.value, "Challenge"),
    (Need.DELIVERABLE.value, "Deliverable"),
    (Need.RESULT.value, "Result"),
    (Need.SKILL.value, "Skill"),
]


class Fit(StrEnum):
    """How a need is met."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSING = "missing"
    UNKNOWN = "unknown"


FIT_CHOICES: Final = [
    (Fit.COVERED.value, "Covered"),
    (Fit.PARTLY.value, "Partly"),
    (Fit.MISSING.value, "Missing"),
    (Fit.UNKNOWN.value, "Not shown yet"),
]


class Decision(StrEnum):
    """What the client decided on the call."""

    FORWARD = "forward"
    OFFER = "offer"
    WAIT = "wait"
    NO = "no"


DECISION_CHOICES: Final = [
    (Decision.FORWARD.value, "Goes on"),
    (Decision.OFFER.value, "Makes an offer"),
    (Decision.WAIT.value, "Decides later"),
    (Decision.NO.value, "No"),
]

OPEN: Final = ("", Decision.WAIT.value)
"""A plan of which the client may still be asked for the decision."""


class Side(StrEnum):
    """Whose a commitment is."""

    CLIENT = "client"
    US = "us"
    CANDIDATE = "candidate"


SIDE_CHOICES: Final = [(Side.CLIENT.value, "Client"), (Side.US.value, "We"), (Side.CANDIDATE.value, "Candidate")]
