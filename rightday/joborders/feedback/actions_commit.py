"""Commitments: who does what by when, as it was said on a call. Each is a next step until it is kept or let go."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import transaction

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.rules import Kind, Reason
from rightday.joborders.feedback.models import Commitment, FeedbackPlan
from rightday.joborders.feedback.record import first_name
from rightday.joborders.feedback.rules import Side
from rightday.joborders.models import JobOrder
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def commit(
    order: JobOrder,
    *,
    side: Side,
    words: str,
    due: date,
    by: Member,
    who: str = "",
    at: time | None = None,
    person: Person | None = None,
    plan: FeedbackPlan | None = None,
) -> Commitment:
    """Keeps a promise with its next step: a call to `person` (the order's manager unless said) on that day.

    Raises Refused without words or for a day that is past, DoNotCall when that person has said no.
    """
    by.must(Permission.DESK_WORK)
    said, today = words.strip()[:300], team.today(by)
    if not said:
        raise Refused("Write what was promised.")
    if due < today:
        raise Refused("That day is past. Write the day by which it is to be done.")
    whom = person or order.manager
    made: Commitment = Commitment.objects.create(
        order=order, plan=plan, side=side.value, who=who.strip()[:120], words=said, due=due, at=at, by=by
    )
    holding.give_step(
        made, done=None, owner=by, person=whom, company=whom.company or order.company, by=by, kind=Kind.PROGRESS,
        reason=Reason.COMMITMENT, why=_why(side, made.who, whom, said), objective=_objective(side, said), fact_on=today,
        due=due, latest=at, agreed=True, subject=order.title,
    )  # fmt: skip
    timeline.record("commitment.made", by=by, order=order, person=whom, words=said, due=due.isoformat())
    return made


@transaction.atomic
def kept(commitment: Commitment, *, by: Member, on: date | None = None) -> None:
    """It was done: nothing is awaited any more. Raises Stale when it is over already."""
    _end(commitment, by, "commitment.kept", done_on=on or team.today(by))


@transaction.atomic
def dropped(commitment: Commitment, *, by: Member) -> None:
    """It is not awaited any more. Raises Stale when it is over already."""
    _end(commitment, by, "commitment.dropped", dropped_on=team.today(by))


def _end(commitment: Commitment, by: Member, verb: str, **columns: Any) -> None:
    by.must(Permission.DESK_WORK)
    if commitment.next_step_id is None:
        raise Stale("This promise is settled already.")
    holding.end_step(commitment, done=commitment.next_step_id, by=by, columns=columns)
    timeline.record(verb, by=by, order=commitment.order, words=commitment.words)


def _why(side: Side, who: str, whom: Person, words: str) -> str:
    said = {Side.CLIENT: who or first_name(whom), Side.CANDIDATE: who or first_name(whom), Side.US: "You"}[side]
    return f"{said} said: {words}"


def _objective(side: Side, words: str) -> str:
    return f"{'They have it from us' if side is Side.US else 'It is done'}: {words}"[:300]
