"""Handing a lead on: offered, accepted, returned with what was missing, taken back, or lapsed by its clock.

Until it is accepted the lead stays the giver's, with its next step. Whoever changes a hand-off locks its
lead first, so that of two answers at once one wins and the other sees who.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.leads.demand import Grade
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.refusals import why_not
from rightday.leads.handoffs.rules import Answer, Clocks, Return
from rightday.leads.incentives.actions import settle
from rightday.leads.models import Lead
from rightday.leads.stale import stale
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline

BATCH = 200
"""Offers that lapse in one transaction."""


@transaction.atomic
def offer(lead: Lead, *, to: Member, words: str, seen: int, by: Member) -> HandOff:
    """Offers a lead to a colleague, who has so many working hours to answer. `seen` is the version shown.

    Raises Refused in words where it cannot be offered, Stale when the lead has changed meanwhile.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    now = clock.now()
    there = _locked(lead.pk)
    _may_offer(there, to, by)
    if there.version != seen:
        raise stale(there)
    grade, theirs = there.grade_on(team.today(by)), clock_of(to)
    hours = handoffs.answer_hours(grade, agencies.numbers(Clocks, "handoffs"), day=theirs.day)
    HandOff.objects.filter(lead=there).came_back().update(seen_at=now)
    made: HandOff = HandOff.objects.create(
        lead=there, giver=by, receiver=to, words=words.strip()[:2_000], grade=grade.value, offered_at=now,
        answer_by=theirs.after(now, hours),
    )  # fmt: skip
    Lead.objects.filter(pk=there.pk).update(version=F("version") + 1)
    lead.version = seen + 1
    timeline.record(
        "lead.offered", by=by, lead=there, words=made.words, to=to.name, grade=grade.value,
        until=made.answer_by.isoformat(),
    )  # fmt: skip
    return made


@transaction.atomic
def accept(hand_off: HandOff, *, by: Member) -> HandOff:
    """The lead and its next step are the receiver's from now on, the first call due within its clock.

    A day agreed with the person stays. A manager may accept what somebody else does not get to, and has it then.
    Raises Stale when somebody has answered already, Refused when it is not theirs to accept.
    """
    by.must(Permission.LEAD_WORK)
    now = clock.now()
    lead, there = _waiting(hand_off, by)
    if there.answer:
        return there  # accepted by this very member
    if there.receiver_id != by.pk and (there.giver_id == by.pk or not by.may(Permission.TEAM_MANAGE)):
        raise Refused(f"This lead was offered to {there.receiver.name}, who answers it.")
    if lead.next_step is None:
        raise Refused("This lead has ended meanwhile. There is nothing to accept.")
    there.receiver = by
    there.call_by = _call_by(lead.next_step, lead.grade_on(team.today(by)), by, now)
    _answer(there, Answer.ACCEPTED, at=now, receiver=by, call_by=there.call_by, seen_at=now)
    Lead.objects.filter(pk=lead.pk).update(owner=by, version=F("version") + 1)
    settle(lead, by=by)
    timeline.record(
        "lead.accepted", by=by, lead=lead, giver=there.giver.name,
        call_by=there.call_by.isoformat() if there.call_by else "",
    )  # fmt: skip
    return there


@transaction.atomic
def give_back(hand_off: HandOff, *, reason: Return, words: str, by: Member) -> HandOff:
    """Sends a lead back to who offered it, with what was missing. Raises Stale and Refused as `accept` does."""
    by.must(Permission.LEAD_WORK)
    now, words = clock.now(), words.strip()[:2_000]
    lead, there = _waiting(hand_off, None)
    if there.receiver_id != by.pk and (there.giver_id == by.pk or not by.may(Permission.TEAM_MANAGE)):
        raise Refused(f"This lead was offered to {there.receiver.name}, who answers it.")
    if reason is Return.OTHER and not words:
        raise Refused("Say in a few words what was missing, so that it can be mended.")
    _answer(there, Answer.RETURNED, at=now, reason=reason.value, answer_words=words)
    timeline.record(
        "lead.returned", by=by, lead=lead, words=words, giver=there.giver.name,
        reason=handoffs.RETURN_WORDS[reason], why=reason.value,
    )  # fmt: skip
    return there


@transaction.atomic
def withdraw(hand_off: HandOff, *, by: Member) -> HandOff:
    """Takes an offer back before it is answered. Raises Stale when it is, Refused for who did not make it."""
    by.must(Permission.LEAD_WORK)
    now = clock.now()
    lead, there = _waiting(hand_off, None)
    if by.pk not in (there.giver_id, lead.owner_id) and not by.may(Permission.TEAM_MANAGE):
        raise Refused(f"{there.giver.name} offered this lead and can take it back.")
    _answer(there, Answer.WITHDRAWN, at=now, seen_at=now)
    timeline.record("lead.withdrawn", by=by, lead=lead, to=there.receiver.name)
    return there


@transaction.atomic
def keep(hand_off: HandOff, *, by: Member) -> HandOff:
    """The giver keeps a lead that came back: it waits for no mending any more."""
    by.must(Permission.LEAD_WORK)
    if hand_off.giver_id != by.pk and not by.may(Permission.TEAM_MANAGE):
        raise Refused("It came back to who gave it.")
    HandOff.objects.filter(pk=hand_off.pk).came_back().update(seen_at=clock.now())
    return hand_off


@transaction.atomic
def lapse_due(*, now: datetime) -> int:
    """Returns to their givers the offers that nobody answered in time, at most BATCH. Returns how many.

    Nobody does this: time does.
    """
    due = HandOff.objects.waiting().filter(answer_by__lte=now).order_by("answer_by", "id")
    lapsed = 0
    for one in due.select_related("lead", "receiver", "giver")[:BATCH]:
        changed = HandOff.objects.waiting().filter(pk=one.pk).update(answer=Answer.LAPSED, answered_at=now)
        if changed:  # else answered at this very moment
            timeline.record("lead.lapsed", by=None, lead=one.lead, at=now, to=one.receiver.name, giver=one.giver.name)
            lapsed += 1
    return lapsed


@transaction.atomic(savepoint=False)
def called(lead: Lead, *, at: datetime, by: Member) -> bool:
    """The first call after a lead was accepted stops its clock. Returns whether this was one."""
    last = HandOff.objects.filter(lead=lead).exclude(answer=Answer.WITHDRAWN).order_by("-id").first()
    if last is None or last.answer != Answer.ACCEPTED or last.called_at is not None:
        return False
    HandOff.objects.filter(pk=last.pk).update(called_at=at)
    in_time = last.call_by is None or at <= last.call_by
    timeline.record("lead.first_called", by=by, lead=lead, at=at, in_time="in time" if in_time else "late")
    return True


@transaction.atomic(savepoint=False)
def not_called(lead: Lead, *, at: datetime, by: Member) -> None:
    """The call at that moment is taken back: the clock it stopped runs again. Recorded with the call's undoing."""
    HandOff.objects.filter(lead=lead, called_at=at).update(called_at=None)


def _locked(lead_id: int) -> Lead:
    """The lead, locked first and read then: PostgreSQL finds no row where a join changed while it waited for it."""
    Lead.objects.select_for_update().values_list("pk").get(pk=lead_id)
    found: Lead = Lead.objects.select_related("owner", "next_step__person__company", "company").get(pk=lead_id)
    return found


def _may_offer(lead: Lead, to: Member, by: Member) -> None:
    """Raises Refused where the lead cannot be offered to this colleague."""
    waiting = HandOff.objects.waiting().filter(lead=lead).select_related("receiver").first()
    reason = why_not(lead, to, by, waiting, clock_of(by), team.today(by))
    if reason:
        raise Refused(reason)


def _waiting(hand_off: HandOff, accepted_by: Member | None) -> tuple[Lead, HandOff]:
    """The lead, locked, and the hand-off as it is now. Raises Stale unless it waits.

    What `accepted_by` has accepted already comes back as it is: a key pressed twice changes nothing.
    """
    lead = _locked(hand_off.lead_id)
    there = HandOff.objects.select_related("giver", "receiver", "lead").get(pk=hand_off.pk)
    again = accepted_by is not None and there.answer == Answer.ACCEPTED and there.receiver_id == accepted_by.pk
    if there.answer and not again:
        raise Stale(_said(there), _who(there), there.answered_at)
    return lead, there


def _said(there: HandOff) -> str:
    """What became of it already, in words."""
    giver, receiver = there.giver.name, there.receiver.name
    return {
        Answer.ACCEPTED: f"{receiver} has accepted this lead already.",
        Answer.RETURNED: f"{receiver} has sent this lead back already.",
        Answer.WITHDRAWN: there.answer_words or f"{giver} has taken this lead back.",
        Answer.LAPSED: f"The time to answer was over: it went back to {giver}.",
    }[Answer(there.answer)]


def _who(there: HandOff) -> str:
    if there.answer == Answer.LAPSED:
        return ""
    return there.giver.name if there.answer == Answer.WITHDRAWN else there.receiver.name


def _answer(there: HandOff, answer: Answer, *, at: datetime, **columns: object) -> None:
    """Compare-and-set: `lapse_due` locks no lead."""
    changed = HandOff.objects.waiting().filter(pk=there.pk).update(answer=answer, answered_at=at, **columns)
    if not changed:
        there.refresh_from_db()
        raise Stale(_said(there), _who(there), there.answered_at)
    there.answer, there.answered_at = answer.value, at


def _call_by(step: NextStep, grade: Grade, to: Member, now: datetime) -> datetime | None:
    """Hands the step over and returns when the first call is due at the latest; None where nobody is called.

    An agreed day, or a holiday where the person is, may lie behind the clock: then it ends with that day.
    """
    theirs = clock_of(to)
    call_by = theirs.after(now, handoffs.call_hours(grade, agencies.numbers(Clocks, "handoffs"), day=theirs.day))
    day = clock.day_in(theirs.zone, call_by)
    step = agenda.hand_over(step, to=to, no_later=day, by=to)
    if step.kind == Kind.FIND_OUT:
        return None
    return call_by if step.due <= day else theirs.end_of(step.due)
