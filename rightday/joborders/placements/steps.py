"""The next step of a placement: start checks, the weekly check-in, the client's word on its end. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final

from rightday.agenda.rules import Kind, Reason
from rightday.joborders.placements.rules import Side
from rightday.joborders.rules import Kind as Contract
from rightday.joborders.submittals.steps import Names
from rightday.leads.step_rules import AddDays, say_date

AHEAD: Final = timedelta(days=28)
"""How long before a contract's end the client is asked for the first time, and half of it for the next."""
PROBATION_AHEAD: Final = timedelta(days=7)
BEFORE_START: Final = timedelta(days=14)
WEEK: Final = timedelta(days=7)
FIRST_CHECK: Final = {Side.CONSULTANT: time(9, 30), Side.CLIENT: time(11, 0)}


@dataclass(frozen=True, slots=True)
class Running:
    """What a placement's next step follows from. `checks`: what each side said of the start."""

    kind: Contract
    starts_on: date
    started_on: date | None = None
    ends_on: date | None = None
    probation_until: date | None = None
    guaranteed_until: date | None = None
    checks: Mapping[Side, bool] = field(default_factory=dict)
    asked_on: date | None = None
    talked_on: date | None = None
    check_in_day: int | None = None
    check_in_at: time | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A call to make, to one of the two sides."""

    side: Side
    kind: Kind
    reason: Reason
    why: str
    objective: str
    fact_on: date
    due: date
    agreed: bool = False
    earliest: time | None = None


def next_step(it: Running, names: Names, *, today: date, add: AddDays) -> Step:
    """Exactly one call while it runs."""
    missing = _start(it, names, today, add)
    if missing is not None:
        return missing
    return _client(it, names, today, add) or _check_in(it, names, today)


def _start(it: Running, names: Names, today: date, add: AddDays) -> Step | None:
    """Both sides say that they walked in; None when they have."""
    who, client, day = names.candidate, names.client, say_date(it.starts_on)
    for side in (Side.CONSULTANT, Side.CLIENT):
        other = Side.CLIENT if side is Side.CONSULTANT else Side.CONSULTANT
        if it.checks.get(other) is False and it.checks.get(side) is not True:
            said = client if other is Side.CLIENT else who
            return Step(
                side, Kind.START_CHECK, Reason.LIVE_ORDER, f"{said} says that {who} did not start on {day}.",
                "What happened, and the day it begins after all", it.starts_on, today, agreed=True,
            )  # fmt: skip
    if it.checks.get(Side.CONSULTANT) is None:
        if it.starts_on - today > BEFORE_START:
            return Step(
                Side.CONSULTANT, Kind.CANDIDATE, Reason.LIVE_ORDER, f"{who} starts on {day}. Stay close until then.",
                "Nothing is in the way of the first day", today, add(it.starts_on - BEFORE_START, 0),
            )  # fmt: skip
        return Step(
            Side.CONSULTANT, Kind.START_CHECK, Reason.LIVE_ORDER, f"{who} starts on {day}. Make sure of it.",
            "They walked in, and know whom to ask", it.starts_on, max(it.starts_on, today), agreed=True,
            earliest=FIRST_CHECK[Side.CONSULTANT],
        )  # fmt: skip
    if it.checks.get(Side.CLIENT) is None:
        return Step(
            Side.CLIENT, Kind.START_CHECK, Reason.LIVE_ORDER, f"{who} started on {day}. {client} has not said so yet.",
            f"{who} is there, and who else is leaving or coming", it.starts_on, max(it.starts_on, today), agreed=True,
            earliest=FIRST_CHECK[Side.CLIENT],
        )  # fmt: skip
    if not any(it.checks.values()):
        return Step(
            Side.CLIENT, Kind.START_CHECK, Reason.LIVE_ORDER, f"{who} did not start on {day}, both say.",
            "Another day, or somebody else from us today", it.starts_on, today, agreed=True,
        )  # fmt: skip
    return None


def _client(it: Running, names: Names, today: date, add: AddDays) -> Step | None:
    """Before a contract or a probation ends, and on the day, the client is asked whether it goes on."""
    who = names.candidate
    if it.kind is Contract.CONTRACT and it.ends_on is not None:
        asks = (it.ends_on - AHEAD, it.ends_on - AHEAD / 2, it.ends_on)
        if _due(asks, it, today):
            tense = "ends" if it.ends_on >= today else "ended"
            return Step(
                Side.CLIENT, Kind.PROGRESS, Reason.LIVE_ORDER,
                f"The contract of {who} {tense} on {say_date(it.ends_on)}.",
                "Extended and until when, or what opens next", it.ends_on, add(today, 0),
            )  # fmt: skip
    if it.kind is Contract.PERMANENT:
        return _stays(it, names, today, add)
    return None


def _stays(it: Running, names: Names, today: date, add: AddDays) -> Step | None:
    who = names.candidate
    until = it.probation_until
    if until is not None and _due((until - PROBATION_AHEAD, until), it, today):
        tense = "ends" if until >= today else "ended"
        return Step(
            Side.CLIENT, Kind.PROGRESS, Reason.LIVE_ORDER, f"The probation of {who} {tense} on {say_date(until)}.",
            "They stay, in so many words", until, add(today, 0),
        )  # fmt: skip
    return None


def settled_on(it: Running) -> date | None:
    """The day from which a permanent start can be noted as settled: guarantee and probation are over."""
    days = [day for day in (it.guaranteed_until, it.probation_until) if day is not None]
    return max(days) + timedelta(days=1) if days and it.kind is Contract.PERMANENT else None


def _due(asks: tuple[date, ...], it: Running, today: date) -> bool:
    """Whether one of these days has come since they were last asked."""
    return any(day <= today and (it.asked_on is None or it.asked_on < day) for day in asks)


def _check_in(it: Running, names: Names, today: date) -> Step:
    """On the weekday agreed, else a week after the last talk; never on a day on which they were spoken to already."""
    since = max(filter(None, (it.talked_on, it.started_on, it.starts_on)))
    due = since + WEEK
    if it.check_in_day is not None:
        due = since + timedelta(days=1)
        while due.isoweekday() != it.check_in_day:
            due += timedelta(days=1)
    return Step(
        Side.CONSULTANT, Kind.CHECK_IN, Reason.CHECK_IN, f"{names.candidate}’s weekly check-in, as agreed.",
        "How it goes, and which openings were put to them", since, max(due, today), agreed=True,
        earliest=it.check_in_at,
    )  # fmt: skip
