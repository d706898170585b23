"""A candidate is presented for an order; the submittal ends with a reason, or begins again where that was a mistake.

Every verb locks the submittal first, leaves the one next step that its rows ask for (`steps`), and tells the lead.
Raises Stale for one that moved on, Refused in words for what cannot be.
"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.agenda.rules import Of
from rightday.joborders.actions_advance import advance
from rightday.joborders.models import JobOrder
from rightday.joborders.submittals import along, rows, rules
from rightday.joborders.submittals.actions_interviews import (
    arrange,
    cancel,
    debrief,
    feedback,
    missed,
    move,
    prepare,
    skip_debrief,
)
from rightday.joborders.submittals.actions_offers import (
    answer_offer,
    edit_offer,
    hear_counter,
    offer,
    plan_resignation,
    resigned,
)
from rightday.joborders.submittals.gate import Bar, Gate, MayNotBeSent, gate
from rightday.joborders.submittals.models import Submittal, SubmittalStop
from rightday.joborders.submittals.rules import Stop
from rightday.joborders.submittals.steps import Names
from rightday.talent.models import Candidate
from rightday.talent.models_files import CV
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused

__all__ = [
    "answer_offer", "arrange", "cancel", "debrief", "edit_offer", "feedback", "hear_counter", "missed", "move", "offer",
    "plan_resignation", "prepare", "resigned", "skip_debrief", "stop", "submit", "unstop",
]  # fmt: skip


@transaction.atomic
def submit(
    candidate: Candidate,
    *,
    to: JobOrder,
    by: Member,
    on: date | None = None,
    pay: int | None = None,
    bill: int | None = None,
    salary: int | None = None,
    words: str = "",
    by_phone: bool = False,
    cv: CV | None = None,
) -> Submittal:
    """Presents a candidate for an order, with their consent to that client. Money in minor units of the order's.

    Raises MayNotBeSent with the rule: see `gate.Bar`. Twice also covers a colleague at this very moment.
    """
    by.must(Permission.DESK_WORK)
    may, today = gate(candidate, to), team.today(by)
    if may.consent is None:
        raise MayNotBeSent(may)
    if on is not None and on > today:
        raise Refused("That day is still to come. Present them then.")
    manager, person = to.manager, candidate.person
    names = Names(manager.given or manager.name, person.given or person.name)
    whom, values = rows.first_values(on or today, names, to, by)
    owner = to.owner if to.owner.left_at is None else by
    try:
        with transaction.atomic():
            step = agenda.plan(of=Of.SUBMITTAL, owner=owner, person=whom, company=to.company, by=by, **values)
            made: Submittal = Submittal.objects.create(
                order=to, candidate=candidate, owner=by, consent=may.consent, cv=cv, pay=pay, bill=bill, salary=salary,
                words=words.strip(), by_phone=by_phone, submitted_on=on or today, next_step=step, by=by,
            )  # fmt: skip
    except IntegrityError:  # a colleague at this very moment
        raise MayNotBeSent(Gate(None, Bar.TWICE, f"{names.candidate} was presented just now.")) from None
    rows.say(made, "submittal.made", by=by, words=words.strip(), manager=manager.name)
    along.reach(to, "cvs", made.submitted_on, by=by)
    advance(to, by=by)
    return made


@transaction.atomic
def stop(
    submittal: Submittal, *, kind: Stop, words: str, by: Member, on: date | None = None, seen: int | None = None
) -> SubmittalStop:
    """It goes no further. A declined or lost offer lets the lead's process fall back. Raises Stale, Refused.

    Placed is no end to be chosen: `placements.actions.place` ends it so.
    """
    there, today = rows.begin(submittal, by=by, seen=seen), team.today(by)
    if kind is Stop.PLACED:
        raise Refused("Write down the placement: it ends the submittal by itself.")
    if on is not None and not there.submitted_on <= on <= today:
        raise Refused("It can only stop between the day they were presented and today.")
    day, told = on or today, {}
    if kind in along.FAILS:
        key, why = along.FAILS[kind]
        told = along.fail(there.order, key, why, day, words, by=by)
    made = rows.halt(there, kind=kind.value, on=day, words=words, by=by, told=told)
    rows.say(there, "submittal.stopped", by=by, words=words.strip(), why=rules.STOP_WORDS[kind])
    _follow(submittal, there)
    return made


@transaction.atomic
def unstop(submittal: Submittal, *, by: Member) -> Submittal:
    """It goes on after all, with the next step of its rows; the stop stays as what was said once.

    Raises Stale when it goes on already, Refused where it was placed, the order closed, or they were presented anew.
    """
    by.must(Permission.DESK_WORK, own=submittal.owner_id == by.pk)
    there = rows.locked(submittal.pk)
    was = there.stop
    if was is None:
        raise Stale(rows.GONE)
    if was.kind == Stop.PLACED:
        raise Refused("They were placed. End the placement instead.")
    if there.order.next_step_id is None:
        raise Refused("The job order has closed. Open it again first.")
    if Submittal.objects.filter(order=there.order, candidate=there.candidate, stop=None).exists():
        raise Refused("They have been presented for this order again since. Go on with that one.")
    SubmittalStop.objects.filter(pk=was.pk).update(was_of=there)
    rows.settle(there, by=by, columns={"stop": None})
    along.unfail(there.order, was.told, by=by)
    rows.say(there, "submittal.reopened", by=by, why=rules.STOP_WORDS[Stop(was.kind)])
    _follow(submittal, there)
    return there


def _follow(mine: Submittal, there: Submittal) -> None:
    """The row in hand follows the one that was locked."""
    mine.version, mine.next_step, mine.stop, mine.stage = there.version, there.next_step, there.stop, there.stage
