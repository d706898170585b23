"""The rows of a submittal while it changes: locked first, then its standing and its one next step written anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.agenda.rules import Reason
from rightday.joborders.actions_advance import advance
from rightday.joborders.models import JobOrder
from rightday.joborders.placements.models import Placement
from rightday.joborders.placements.rules import End
from rightday.joborders.rules import Stage
from rightday.joborders.submittals.models import Interview, Offer, Submittal, SubmittalStop
from rightday.joborders.submittals.rules import Held, OfferAnswer
from rightday.joborders.submittals.standing import Offered, Round, standing
from rightday.joborders.submittals.steps import Facts, Names, Step, Whom, next_step
from rightday.leads.process.queries import working_days_of
from rightday.people.models import Person
from rightday.people.queries import zone_of
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

LINKS = (
    "order__manager__company", "order__company", "order__owner", "order__lead", "candidate__person__company", "owner",
    "stop",
)  # fmt: skip
GONE = "This submittal has moved on since you opened it."


def begin(submittal: Submittal, *, by: Member, seen: int | None = None) -> Submittal:
    """The submittal, locked, as it is now. `seen` is the version shown, the one in hand unless said.

    Raises Stale when it is another by now, or has stopped.
    """
    by.must(Permission.DESK_WORK, own=submittal.owner_id == by.pk)
    there = locked(submittal.pk)
    if there.stop is not None or there.version != (submittal.version if seen is None else seen):
        who = there.stop.by.name if there.stop is not None and there.stop.by is not None else ""
        raise Stale(GONE, who, there.stop.at if there.stop is not None else None)
    return there


def locked(pk: int) -> Submittal:
    """Locked first and read then: PostgreSQL finds no row where a join changed while it waited for it."""
    Submittal.objects.select_for_update().values_list("pk").get(pk=pk)
    found: Submittal = Submittal.objects.select_related(*LINKS, "stop__by").get(pk=pk)
    return found


def lock_order(order: JobOrder) -> None:
    """Who fills a place of an order waits for whoever is filling one."""
    JobOrder.objects.select_for_update().values_list("pk").get(pk=order.pk)


def taken_places(order: JobOrder, *, but: Submittal | None = None) -> int:
    """Places that somebody has: placed and not a no-show, or an offer accepted and not yet placed."""
    placed = Placement.objects.filter(order=order).exclude(end__kind=End.NO_SHOW.value).count()
    accepted = Submittal.objects.filter(order=order, stop=None, stage=Stage.ACCEPTED.value)
    return placed + (accepted.exclude(pk=but.pk) if but else accepted).count()


def must_have_place(order: JobOrder, *, but: Submittal | None = None) -> None:
    """Raises Refused where the order has closed, or all its places are taken. Locks it."""
    lock_order(order)
    if JobOrder.objects.filter(pk=order.pk, next_step=None).exists():
        raise Refused("This job order has closed. Open it again first.")
    if taken_places(order, but=but) >= order.openings:
        places = "The place is" if order.openings == 1 else f"All {order.openings} places are"
        raise Refused(f"{places} taken already. Raise the openings of the order, or end what fell through.")


def rounds_of(submittal: Submittal) -> tuple[Round, ...]:
    """Its interviews, in the order they were arranged."""
    rows = Interview.objects.filter(submittal=submittal).order_by("id")
    return tuple(round_of(row) for row in rows)


def round_of(row: Interview) -> Round:
    return Round(
        number=row.round, on=clock.day_in(row.zone, row.starts), starts=row.starts, ends=ends_of(row),
        held=Held(row.held), prepared=row.prepared_on is not None, debriefed=row.debriefed_on is not None,
        skipped=row.skipped_on is not None, answered=row.feedback_on is not None, forward=row.forward,
        wanted=row.wanted, said=row.debrief,
    )  # fmt: skip


def ends_of(row: Interview) -> datetime:
    return row.starts + timedelta(minutes=row.minutes)


def offers_of(submittal: Submittal) -> tuple[Offered, ...]:
    rows = Offer.objects.filter(submittal=submittal).order_by("id")
    return tuple(
        Offered(
            verbal_on=row.verbal_on, written_on=row.written_on, answer_by=row.answer_by,
            answer=OfferAnswer(row.answer) if row.answer else None, answered_on=row.answered_on,
            resigns_on=row.resigns_on, resigned_on=row.resigned_on, starts_on=row.starts_on,
        )
        for row in rows
    )  # fmt: skip


def settle(submittal: Submittal, *, by: Member, columns: Mapping[str, Any] | None = None) -> Submittal:
    """Writes how far it is by its rows, and the one next step of that. Raises DoNotCall where both have said no."""
    rounds, offers = rounds_of(submittal), offers_of(submittal)
    facts, order, person = Facts(submittal.submitted_on, rounds, offers), submittal.order, submittal.candidate.person
    step = next_step(
        facts, names_of(submittal), now=clock.now(), today=team.today(by), add=working_days_of(order.manager)
    )
    whom = person if step.whom is Whom.CANDIDATE else order.manager
    if whom.do_not_call:  # the other one is asked instead
        whom = order.manager if step.whom is Whom.CANDIDATE else person
    owner = submittal.owner if whom.pk == person.pk else order.owner
    owner = owner if owner.left_at is None else by
    holding.give_step(
        submittal, done=submittal.next_step_id, owner=owner, person=whom, company=order.company, by=by,
        columns=_columns(standing(rounds, offers)) | dict(columns or {}), **values_of(step, order.title, whom),
    )  # fmt: skip
    advance(order, by=by)
    return submittal


def values_of(step: Step, subject: str, whom: Person) -> Any:
    """A step of the rule as it is planned, the hour as clocks show it where they are."""
    after = clock.local(step.after, zone_of(whom)) if step.after is not None else None
    early = after.time().replace(tzinfo=None) if after is not None and after.date() == step.due else None
    return {
        "kind": step.kind, "reason": Reason.LIVE_ORDER, "why": step.why, "objective": step.objective,
        "fact_on": step.fact_on, "due": step.due, "agreed": step.agreed, "subject": subject, "earliest": early,
    }  # fmt: skip


def first_values(submitted_on: date, names: Names, order: JobOrder, by: Member) -> tuple[Person, Any]:
    """The step that a new submittal begins with, and whom it is to."""
    step = next_step(
        Facts(submitted_on), names, now=clock.now(), today=team.today(by), add=working_days_of(order.manager)
    )
    return order.manager, values_of(step, order.title, order.manager)


def halt(submittal: Submittal, *, kind: str, on: date, words: str, by: Member, told: Any = None) -> SubmittalStop:
    """The submittal ends here: no next step any more, and why."""
    made: SubmittalStop = SubmittalStop.objects.create(
        kind=kind, on=on, words=words.strip()[:500], by=by, told=told or {}
    )
    holding.end_step(submittal, done=submittal.next_step_id, by=by, columns={"stop": made})
    advance(submittal.order, by=by)
    return made


def names_of(submittal: Submittal) -> Names:
    manager, person = submittal.order.manager, submittal.candidate.person
    return Names(manager.given or manager.name, person.given or person.name)


def say(submittal: Submittal, verb: str, *, by: Member, words: str = "", **data: Any) -> None:
    """Records a verb of a submittal: on the order, the lead it came from, and the candidate."""
    order = submittal.order
    timeline.record(
        verb, by=by, person=submittal.candidate.person, company=order.company, order=order, lead=order.lead,
        words=words, candidate=submittal.candidate.person.name, title=order.title, **data,
    )  # fmt: skip


def moment(day: date, hour: Any, zone: str) -> datetime:
    """A day and an hour as clocks show it in a zone."""
    return datetime.combine(day, hour, tzinfo=ZoneInfo(zone))


def _columns(stands: Any) -> dict[str, Any]:
    return asdict(stands) | {"stage": stands.stage.value}
