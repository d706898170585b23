"""What must not wait on a day: which it is, from when on it is said, and on which mornings by mail. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import Final

from rightday.agenda.rules import Kind, Reason
from rightday.kernel.days import Place, is_working_day
from rightday.leads.process.rules import Stage

MORNING: Final = time(7, 30)
"""When the mail goes out, by the member's own clock."""
NOON: Final = time(12)
"""After it the morning is over: a server that was down all morning sends nothing late."""
BEFORE_HOUR: Final = timedelta(minutes=10)
BEFORE_CLOCK: Final = timedelta(hours=1)
LAST_OF_HOT: Final = timedelta(days=1)
"""Hot is said on its last day and on the one before."""
START_DAYS: Final = 3
"""So long a start date is asked about before it is only overdue: a leak, as any other."""


class What(IntEnum):
    """Why it must not wait; of several the first one counts."""

    FELL = 1
    START = 2
    AGREED = 3
    OFFER = 4
    FIRST_CALL = 5
    HOT = 6


WHAT_WORDS: Final = {
    What.FELL: "It fell through",
    What.START: "Start date",
    What.AGREED: "Agreed for today",
    What.OFFER: "Waits for your answer",
    What.FIRST_CALL: "First call",
    What.HOT: "Hot runs out",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A next step as far as it decides. `urgent` are the first and last day on which it cannot wait."""

    kind: str
    reason: str
    due: date
    agreed: bool
    urgent: tuple[date | None, date | None]
    stage: int
    at: datetime | None = None


def of_step(step: Step, today: date) -> What | None:
    """Why a step must not wait today, None where it may. What is found out from others may always."""
    if step.due > today or step.kind == Kind.FIND_OUT:
        return None
    first, last = step.urgent
    urgent = first is not None and last is not None and first <= today <= last
    if step.reason == Reason.FALL_THROUGH and urgent:
        return What.FELL
    at_start = step.kind == Kind.MILESTONE and step.stage == Stage.START
    if at_start and (today - step.due).days <= START_DAYS:
        return What.START
    return What.AGREED if step.agreed and urgent else None


def said_from(what: What, day_begins: datetime, *, at: datetime | None = None) -> datetime:
    """From which moment on a browser says it: an hour agreed or a clock a while before, all else as the day begins."""
    if at is None:
        return day_begins
    return max(day_begins, at - (BEFORE_CLOCK if what in {What.OFFER, What.FIRST_CALL} else BEFORE_HOUR))


def is_morning(local: datetime, *, weekdays: Collection[int], place: Place) -> bool:
    """Whether the mail of that day goes out now, by the clock of who gets it: on working days before noon."""
    return MORNING <= local.time() < NOON and works(local.date(), weekdays=weekdays, place=place)


def works(day: date, *, weekdays: Collection[int], place: Place) -> bool:
    """Whether an agency works on a day: one of its weekdays (ISO), and no public holiday of its place."""
    if day.isoweekday() not in weekdays:
        return False
    return day.isoweekday() > 5 or is_working_day(day, place)
