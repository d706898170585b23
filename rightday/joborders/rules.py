"""The words of job orders: kinds, stages, the eleven points of qualification, how an order closes (FIELD_GUIDE 10)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
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

POINT_QUESTIONS: Final = {
    Point.GOAL: "What is the project for, and what does it change when it is done?",
    Point.CHALLENGES: "What makes it hard, and what has been tried?",
    Point.DELIVERABLES: "What will this person hand over, and to whom?",
    Point.RESULTS: "Which number tells you that it worked, and by when?",
    Point.SKILLS: "What must they have done before, and what can they learn here?",
    Point.MONEY: "What have you set aside for it?",
    Point.BUDGET_HOLDER: "Whose budget is it, and what can you sign alone?",
    Point.DECISION: "Who decides, how, and by which day?",
    Point.INTERVIEWS: "Whom do they meet, in which order, and when?",
    Point.COMPETITION: "Who else is working on it, and has anybody sent you somebody you liked?",
    Point.WHY_OPEN: "Why is the place open?",
}
"""What to ask of a point that is not known, as it is spoken."""

STAGE_ASKS: Final = {
    Stage.TAKEN: "If I send three people who fit, will you see them this week?",
    Stage.SUBMITTED: "Which two of them will you see, and on which day?",
    Stage.FIRST_INTERVIEW: "If they are as good as you hope, what happens next, and when?",
    Stage.FURTHER_INTERVIEW: "Is there any reason not to make them an offer today?",
    Stage.OFFER: "Shall we take them off the market for you?",
    Stage.ACCEPTED: "May I call you on their first day?",
    Stage.STARTED: "Who else do you need, now that this one is filled?",
}
"""The action to ask the customer for next, at every stage (FIELD_GUIDE 11)."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """What stands in for what is not known of an order (settings section "orders").

    `usual_margin` (of the bill) and `usual_fee` (of the salary) in basis points, `usual_weeks` a contract's length;
    `prior` so many cases of the average stand beside one's own; `waiting` basis points off for each week to close.
    """

    usual_margin: int = 1_800
    usual_fee: int = 2_000
    usual_weeks: int = 26
    prior: int = 24
    waiting: int = 100


def known_points(said: Mapping[Point, bool], *, skills: bool, money: bool) -> frozenset[Point]:
    """Which of the eleven are known: by what was said last of each, by skills listed, by money agreed."""
    known = {point for point, is_known in said.items() if is_known}
    if skills:
        known.add(Point.SKILLS)
    if money:
        known.add(Point.MONEY)
    return frozenset(known)


def missing_points(known: Collection[Point]) -> tuple[Point, ...]:
    """What is not known yet, in the order of FIELD_GUIDE 10."""
    return tuple(point for point in Point if point not in known)
