"""The rows of a placement while it changes: locked first, then its one next step written anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.joborders.actions_advance import advance
from rightday.joborders.placements.models import CheckIn, Placement, StartCheck
from rightday.joborders.placements.rules import Side
from rightday.joborders.placements.steps import Running, next_step
from rightday.joborders.rules import Kind as Contract
from rightday.joborders.submittals.steps import Names
from rightday.kernel.economics import guaranteed_until
from rightday.leads.process.queries import working_days_of
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

LINKS = (
    "person__company", "manager__company", "company", "owner", "order__lead", "order__manager__company",
    "order__company", "order__owner", "order__closing", "submittal", "end__by",
)  # fmt: skip


def begin(placement: Placement, *, by: Member, seen: int | None = None) -> Placement:
    """The placement, locked, as it is now. Raises Stale when it moved on (`seen`: the version shown), or ended."""
    by.must(Permission.DESK_WORK, own=placement.owner_id == by.pk)
    there = locked(placement.pk)
    if there.end is not None or there.version != (placement.version if seen is None else seen):
        who = there.end.by.name if there.end is not None and there.end.by is not None else ""
        raise Stale("This placement has moved on since you opened it.", who)
    return there


def locked(pk: int) -> Placement:
    Placement.objects.select_for_update().values_list("pk").get(pk=pk)
    found: Placement = Placement.objects.select_related(*LINKS).get(pk=pk)
    return found


def running_of(placement: Placement) -> Running:
    """What the rule of its next step reads. Two statements; of one not written yet none."""
    checks, talked = {}, None
    if placement.pk is not None:
        checks = dict(StartCheck.objects.filter(placement=placement).values_list("side", "came"))
        talked = CheckIn.objects.filter(placement=placement).order_by("-id").values_list("on", flat=True).first()
    started = placement.started_on or placement.starts_on
    return Running(
        kind=Contract(placement.kind), starts_on=placement.starts_on, started_on=placement.started_on,
        ends_on=placement.ends_on, probation_until=placement.probation_until,
        guaranteed_until=guaranteed_until(placement.guarantee, started=started),
        checks={Side(side): came for side, came in checks.items()}, asked_on=placement.asked_on, talked_on=talked,
        check_in_day=placement.check_in_day, check_in_at=placement.check_in_at,
    )  # fmt: skip


def values_for(placement: Placement, *, by: Member) -> tuple[Any, Any]:
    """Whom the next call is to, and what is planned of it. Who said no is not called: the other side is."""
    person, manager = placement.person, placement.manager
    names = Names(manager.given or manager.name, person.given or person.name)
    step = next_step(running_of(placement), names, today=team.today(by), add=working_days_of(manager))
    whom = person if step.side is Side.CONSULTANT else manager
    if whom.do_not_call:
        whom = manager if step.side is Side.CONSULTANT else person
    return whom, {
        "kind": step.kind, "reason": step.reason, "why": step.why, "objective": step.objective,
        "fact_on": step.fact_on, "due": step.due, "agreed": step.agreed, "subject": placement.title,
        "earliest": step.earliest,
    }  # fmt: skip


def settle(placement: Placement, *, by: Member, columns: Mapping[str, Any] | None = None) -> Placement:
    """Writes `columns` and the next step that follows from them."""
    for name, value in (columns or {}).items():
        setattr(placement, name, value)
    whom, values = values_for(placement, by=by)
    owner = placement.owner if placement.owner.left_at is None else by
    holding.give_step(
        placement, done=placement.next_step_id, owner=owner, person=whom, company=placement.company, by=by,
        columns=columns, **values,
    )  # fmt: skip
    advance_of(placement, by=by)
    return placement


def advance_of(placement: Placement, *, by: Member) -> None:
    """The order counts its places anew."""
    if placement.order is not None:
        advance(placement.order, by=by)


def say(placement: Placement, verb: str, *, by: Member, words: str = "", **data: Any) -> None:
    """Records a verb of a placement: on the person, the company, the order and its lead."""
    order = placement.order
    timeline.record(
        verb, by=by, person=placement.person, company=placement.company, order=order,
        lead=order.lead if order is not None else None, words=words, title=placement.title, **data,
    )  # fmt: skip
