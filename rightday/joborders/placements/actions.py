"""A placement: written down, checked on the first day with both sides, extended, and how it ended.

Every verb locks the placement first and leaves the one next step that follows (`steps`). Raises Stale, Refused.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.agenda import holding
from rightday.agenda.rules import Of
from rightday.joborders import actions_close as orders
from rightday.joborders.placements import rows, rules
from rightday.joborders.placements.models import Extension, Placement, PlacementEnd, StartCheck
from rightday.joborders.placements.rules import End, Side
from rightday.joborders.rules import Kind, Stage
from rightday.joborders.submittals import along
from rightday.joborders.submittals import rows as submittal_rows
from rightday.joborders.submittals.models import Offer, Submittal, SubmittalStop
from rightday.joborders.submittals.rules import OfferAnswer, Stop
from rightday.kernel.amounts import Money
from rightday.kernel.economics import fee as fee_of
from rightday.leads.process.rules import Failure
from rightday.leads.step_rules import say_date
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused

AGREED = frozenset({"check_in_day", "check_in_at", "probation_until", "ends_on", "pay", "bill", "salary"})
FALLS = {End.NO_SHOW: ("start", Failure.NO_SHOW), End.PROBATION: ("probation", Failure.FAILED_PROBATION)}


@transaction.atomic
def place(
    submittal: Submittal, *, by: Member, starts_on: date | None = None, seen: int | None = None, **agreed: Any
) -> Placement:
    """The good end of a submittal: what the offer says is not typed again; `agreed` says otherwise (AGREED).

    Raises Refused before a yes, before an announced resignation, without a start, or where all places are taken.
    """
    there = submittal_rows.begin(submittal, by=by, seen=seen)
    submittal_rows.must_have_place(there.order, but=there)
    offer = there.offers.filter(answer=OfferAnswer.ACCEPTED.value).order_by("-id").first()
    if offer is None:
        raise Refused("They have not accepted an offer yet.")
    if offer.resigns_on is not None and offer.resigned_on is None:
        raise Refused("They have not handed in their resignation yet. Note that first.")
    starts = starts_on or offer.starts_on
    if starts is None:
        raise Refused("Say on which day they start.")
    made = Placement(submittal=there, **(_from(there, offer, starts) | _known(agreed)))
    _must_be_days(made)
    whom, values = rows.values_for(made, by=by)
    made.next_step = agenda.plan(of=Of.PLACEMENT, owner=made.owner, person=whom, company=made.company, by=by, **values)
    made.save(force_insert=True)
    submittal_rows.halt(there, kind=Stop.PLACED.value, on=team.today(by), words="", by=by)
    rows.say(made, "placement.made", by=by, day=say_date(starts))
    along.filled(there.order, by=by)
    along.expect(there.order, "start", starts, by=by)
    return made


@transaction.atomic
def start_check(
    placement: Placement, *, side: Side, came: bool, by: Member, words: str = "", seen: int | None = None
) -> StartCheck:
    """One side says whether they walked in. With a yes of either it has started; without, the other is asked today.

    Raises Refused before the day.
    """
    there, today = rows.begin(placement, by=by, seen=seen), team.today(by)
    if today < there.starts_on:
        raise Refused(f"They start on {say_date(there.starts_on)}. Ask on the day.")
    check: StartCheck = StartCheck.objects.update_or_create(
        placement=there, side=side.value, defaults={"came": came, "words": words.strip()[:500], "on": today, "by": by}
    )[0]
    started = there.starts_on if StartCheck.objects.filter(placement=there, came=True).exists() else None
    rows.settle(there, by=by, columns={"started_on": started})
    if there.submittal_id is not None:
        stage = Stage.STARTED if started else Stage.ACCEPTED
        Submittal.objects.filter(pk=there.submittal_id).update(stage=stage.value)
    rows.say(
        there, "placement.start_checked", by=by, words=words.strip(), side=rules.SIDE_WORDS[side],
        came="Walked in" if came else "Did not come",
    )  # fmt: skip
    if started and there.order is not None:
        along.reach(there.order, "start", started, by=by)
        along.expect(there.order, "probation", there.probation_until, by=by)
    _follow(placement, there)
    return check


@transaction.atomic
def move_start(placement: Placement, *, starts_on: date, by: Member, seen: int | None = None) -> Placement:
    """Another first day; what either side said of the old one no longer counts. Raises Refused once they started."""
    there = rows.begin(placement, by=by, seen=seen)
    if there.started_on is not None:
        raise Refused("They have started.")
    was, there.starts_on = there.starts_on, starts_on
    _must_be_days(there)
    StartCheck.objects.filter(placement=there).delete()
    rows.settle(there, by=by, columns={"starts_on": starts_on})
    rows.say(there, "placement.start_moved", by=by, was=say_date(was), day=say_date(starts_on))
    if there.order is not None:
        along.expect(there.order, "start", starts_on, by=by)
    return _follow(placement, there)


@transaction.atomic
def extend(
    placement: Placement, *, until: date, by: Member, pay: int | None = None, bill: int | None = None,
    on: date | None = None, seen: int | None = None,
) -> Extension:  # fmt: skip
    """A contract goes on until a later day, at the same money or other. Raises Refused for anything else."""
    there = rows.begin(placement, by=by, seen=seen)
    if there.kind != Kind.CONTRACT or there.ends_on is None:
        raise Refused("Only a contract with an end can be extended.")
    if until <= there.ends_on:
        raise Refused(f"It runs until {there.ends_on:%-d %b %Y} already. Say a later day.")
    made: Extension = Extension.objects.create(
        placement=there, was_until=there.ends_on, until=until, pay=pay, bill=bill, on=on or team.today(by), by=by
    )
    columns = {
        "ends_on": until, "pay": there.pay if pay is None else pay, "bill": there.bill if bill is None else bill,
        "asked_on": None,
    }  # fmt: skip
    rows.settle(there, by=by, columns=columns)
    rows.say(there, "placement.extended", by=by, day=say_date(until), was=say_date(made.was_until))
    _follow(placement, there)
    return made


@transaction.atomic
def asked_client(placement: Placement, *, by: Member, words: str = "", seen: int | None = None) -> Placement:
    """The client was asked whether it goes on, and has not decided: asked again by the rule."""
    there = rows.begin(placement, by=by, seen=seen)
    rows.settle(there, by=by, columns={"asked_on": team.today(by)})
    rows.say(there, "placement.asked", by=by, words=words.strip())
    return _follow(placement, there)


@transaction.atomic
def go_on(placement: Placement, *, by: Member) -> Placement:
    """The next step by the rule, after a check-in was written. Recorded by the verb that wrote it."""
    there = rows.begin(placement, by=by)
    rows.settle(there, by=by)
    return _follow(placement, there)


@transaction.atomic
def end(
    placement: Placement, *, kind: End, on: date, by: Member, words: str = "", seen: int | None = None
) -> PlacementEnd:
    """How it ended, on which day. A no-show and a failed probation let the lead fall back, with the subject.

    After a no-show an order that had closed is open again: its place is to be filled.

    Raises Refused for a day to come or before the start, and for an end that its kind or state cannot have.
    """
    there = rows.begin(placement, by=by, seen=seen)
    _must_end(there, kind, on, team.today(by))
    order, told = there.order, {}
    if order is not None and kind is End.NO_SHOW and order.closing_id is not None:
        orders.reopen(order, by=by)
    if order is not None and kind in FALLS:
        told = along.fail(order, *FALLS[kind], on, words, by=by)
    elif order is not None and kind is End.SETTLED:
        along.reach(order, "probation", on, by=by)
    made: PlacementEnd = PlacementEnd.objects.create(
        kind=kind.value, on=on, words=words.strip()[:500], by=by, told=told
    )
    holding.end_step(there, done=there.next_step_id, by=by, columns={"end": made})
    if kind is End.NO_SHOW and there.submittal_id is not None:
        _swap_stop(there.submittal_id, Stop.NO_SHOW, on, words, by)
    rows.advance_of(there, by=by)
    rows.say(there, "placement.ended", by=by, words=words.strip(), why=rules.END_WORDS[kind], day=say_date(on))
    _follow(placement, there)
    return made


@transaction.atomic
def unend(placement: Placement, *, by: Member) -> Placement:
    """It did not end: it goes on with the next step of its rows, and the lead stands as before where it can.

    Raises Stale when it runs already.
    """
    by.must(Permission.DESK_WORK, own=placement.owner_id == by.pk)
    there = rows.locked(placement.pk)
    was = there.end
    if was is None:
        raise Stale("This placement runs already.")
    rows.settle(there, by=by, columns={"end": None})
    if there.order is not None:
        along.unfail(there.order, was.told, by=by)
    if was.kind == End.NO_SHOW and there.submittal_id is not None:
        _swap_stop(there.submittal_id, Stop.PLACED, was.on, "", by)
    rows.say(there, "placement.reopened", by=by, why=rules.END_WORDS[End(was.kind)])
    PlacementEnd.objects.filter(pk=was.pk).delete()
    return _follow(placement, there)


def _from(there: Submittal, offer: Offer, starts: date) -> dict[str, Any]:
    """What is on record already: the offer's, else the submittal's, else the order's."""
    order, salary = there.order, offer.salary or there.salary
    points = offer.fee or order.fee
    fee = fee_of(Money(salary, order.currency), points).minor if salary is not None and points else None
    return {
        "order": order, "person": there.candidate.person, "company": order.company, "manager": order.manager,
        "owner": there.owner, "kind": order.kind, "title": order.title, "starts_on": starts,
        "ends_on": (offer.ends_on or order.ends_on) if order.kind == Kind.CONTRACT else None,
        "currency": order.currency, "per": order.per, "pay": offer.pay or there.pay, "bill": offer.bill or there.bill,
        "burden": order.burden, "salary": salary, "fee": fee, "guarantee": order.guarantee,
    }  # fmt: skip


def _known(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - AGREED
    if unknown:
        raise TypeError(f"A placement has no {', '.join(sorted(unknown))}.")
    return {name: value for name, value in values.items() if value is not None}


def _must_be_days(it: Placement) -> None:
    if it.ends_on is not None and it.ends_on <= it.starts_on:
        raise Refused("A contract ends after its start.")
    if it.probation_until is not None and it.probation_until <= it.starts_on:
        raise Refused("Probation ends after the start.")


def _must_end(there: Placement, kind: End, on: date, today: date) -> None:
    if on > today:
        raise Refused("That day is still to come. Note it when it has.")
    if kind is End.NO_SHOW and there.started_on is not None:
        raise Refused("They have started. Say how it ended since.")
    if kind is not End.NO_SHOW and on < there.starts_on:
        raise Refused("That is before the start.")
    fits = {End.TERM: Kind.CONTRACT, End.SETTLED: Kind.PERMANENT, End.PROBATION: Kind.PERMANENT}
    if kind in fits and there.kind != fits[kind]:
        raise Refused("A contract ends by its term, a permanent start by guarantee and probation.")


def _swap_stop(submittal_id: int, kind: Stop, on: date, words: str, by: Member) -> None:
    """The submittal ended otherwise than it said: the old end stays as what was said once."""
    there = submittal_rows.locked(submittal_id)
    made = SubmittalStop.objects.create(kind=kind.value, on=on, words=words.strip()[:500], by=by)
    if there.stop is not None:
        SubmittalStop.objects.filter(pk=there.stop.pk).update(was_of=there)
    Submittal.objects.filter(pk=there.pk).update(stop=made, version=there.version + 1)


def _follow(mine: Placement, there: Placement) -> Placement:
    """The row in hand follows the one that was locked."""
    for column in there._meta.concrete_fields:
        if column.name not in ("agency", "id"):
            setattr(mine, column.attname, getattr(there, column.attname))
    return mine
