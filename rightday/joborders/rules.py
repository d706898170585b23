"""The words of job orders: kinds, stages, the eleven points of qualification, how an order closes (FIELD_GUIDE 10)."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final

from rightday.kernel.rates import Per

__all__ = ["Per"]

PER_CHOICES: Final = [(per.value, per.value) for per in Per]


class Kind(StrEnum):
    """Billed by time, or a fee for a permanent start."""

    CONTRACT = "contract"
    PERMANENT = "permanent"


KIND_CHOICES: Final = [(Kind.CONTRACT.value, "Contract"), (Kind.PERMANENT.value, "Permanent")]


class Stage(IntEnum):
    """How far an order is: where its furthest submittal stands."""

    TAKEN = 0
    SUBMITTED = 1
    FIRST_INTERVIEW = 2
    FURTHER_INTERVIEW = 3
    OFFER = 4
    ACCEPTED = 5
    STARTED = 6


STAGE_WORDS: Final = {
    Stage.TAKEN: "Nobody submitted",
    Stage.SUBMITTED: "Submitted",
    Stage.FIRST_INTERVIEW: "First interview",
    Stage.FURTHER_INTERVIEW: "Second interview",
    Stage.OFFER: "Offer",
    Stage.ACCEPTED: "Offer accepted",
    Stage.STARTED: "Started",
}
STAGE_CHOICES: Final = [(stage.value, words) for stage, words in STAGE_WORDS.items()]


class Point(StrEnum):
    """What must be known of a qualified order, in the order of FIELD_GUIDE 10; each has its question."""

    GOAL = "goal"
    CHALLENGES = "challenges"
    DELIVERABLES = "deliverables"
    RESULTS = "results"
    SKILLS = "skills"
    MONEY = "money"
    BUDGET_HOLDER = "budget_holder"
    DECISION = "decision"
    INTERVIEWS = "interviews"
    COMPETITION = "competition"
    WHY_OPEN = "why_open"


POINT_WORDS: Final = {
    Point.GOAL: "Project, goal",
    Point.CHALLENGES: "Challenges",
    Point.DELIVERABLES: "Deliverables",
    Point.RESULTS: "Results sought",
    Point.SKILLS: "Skills and experience",
    Point.MONEY: "Rate or salary",
    Point.BUDGET_HOLDER: "Budget holder",
    Point.DECISION: "Who decides, how, by when",
    Point.INTERVIEWS: "Interview steps",
    Point.COMPETITION: "Competition",
    Point.WHY_OPEN: "Why open",
}
POINT_CHOICES: Final = [(point.value, words) for point, words in POINT_WORDS.items()]


class Say(StrEnum):
    """What part somebody of the client's has in a hire."""

    DECIDES = "decides"
    BUDGET = "budget"
    INTERVIEWS = "interviews"
    HELPS = "helps"


SAY_CHOICES: Final = [
    (Say.DECIDES.value, "Decides"),
    (Say.BUDGET.value, "Holds the budget"),
    (Say.INTERVIEWS.value, "Interviews"),
    (Say.HELPS.value, "Has a say"),
]


class Closed(StrEnum):
    """How an order ends: as a lead does, and on hold."""

    FILLED_BY_US = "filled_by_us"
    COMPETITOR = "competitor"
    DIRECT = "direct"
    INTERNAL = "internal"
    CANCELLED = "cancelled"
    GIVEN_UP = "given_up"


CLOSED_CHOICES: Final = [
    (Closed.FILLED_BY_US.value, "Filled by us"),
    (Closed.COMPETITOR.value, "Filled by a competitor"),
    (Closed.DIRECT.value, "Filled by the client directly"),
    (Closed.INTERNAL.value, "Filled from within"),
    (Closed.CANCELLED.value, "Cancelled"),
    (Closed.GIVEN_UP.value, "We do not work on it any more"),
]


class AskAnswer(StrEnum):
    """What a client answered to what they were asked to do."""

    YES = "yes"
    NO = "no"
    LATER = "later"


ASK_CHOICES: Final = [(AskAnswer.YES.value, "Yes"), (AskAnswer.NO.value, "No"), (AskAnswer.LATER.value, "Later")]
