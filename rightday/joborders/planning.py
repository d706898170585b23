"""The next call about an order: what it is about by rule, from the stage it is at and what is not known of it."""

from __future__ import annotations

from datetime import date

from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Kind, Of, Reason
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import POINT_WORDS, STAGE_WORDS, Point, Stage

POINTS = len(Point)


def next_for(order: JobOrder, *, missing: tuple[Point, ...], due: date, today: date, why: str = "") -> PlanValues:
    """A progress update: answers to what is missing while something is, else the next commitment."""
    return {
        "kind": Kind.PROGRESS,
        "reason": Reason.LIVE_ORDER,
        "of": Of.ORDER,
        "subject": order.title,
        "why": why or f"{STAGE_WORDS[Stage(order.stage)]}. {known_words(POINTS - len(missing))}",
        "objective": objective(missing),
        "fact_on": today,
        "due": due,
    }


def known_words(known: int) -> str:
    """ "8 of 11 points are known." """
    return "All eleven points are known." if known >= POINTS else f"{known} of {POINTS} points are known."


def objective(missing: tuple[Point, ...]) -> str:
    """What the call is to bring: the first points that are missing, or a commitment with a day."""
    if not missing:
        return "Their next commitment, with a day"
    first = ", ".join(POINT_WORDS[point].lower() for point in missing[:3])
    return f"Answers to what is missing: {first}"
