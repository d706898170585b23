"""Logging the result of a call, and who is on the phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda.kept import columns_of, iso
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.agenda.rules import Kind
from rightday.calls import at_hand, contact, queries, rules
from rightday.calls.actions_undo import undo
from rightday.calls.follow import follow
from rightday.calls.models import Call, OnThePhone
from rightday.calls.next_rules import asks_others
from rightday.calls.rules import Level, NextWish, Result, Said
from rightday.calls.talk import Report, Talk, second_hand
from rightday.leads import actions as leads
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.models import Lead
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.rules import Ending, HeardEvidence
from rightday.people import search
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

__all__ = ["Logged", "hang_up", "log_result", "pick_up", "undo"]


@dataclass(frozen=True, slots=True)
class Logged:
    """`next_step` is None when the lead ended with the call."""

    call: Call
    next_step: NextStep | None


@transaction.atomic
def log_result(
    step_id: int,
    *,
    result: Result,
    by: Member,
    note: str = "",
    level: Level | str = "",
    answers: Mapping[str, str] | None = None,
    achieved: Sequence[Kinds] = (),
    heard: Sequence[HeardEvidence] = (),
    number: int | None = None,
    said: Said = rules.NOTHING_SAID,
    next: NextWish | None = None,
    ending: Ending | None = None,
    lead_id: int | None = None,
    milestone: MilestoneHeard | None = None,
) -> Logged:
    """Logs what came of a call: next step, evidence, number and counters follow (FIELD_GUIDE 7).

    `answers`: question of the plan → answer; `number`: the id dialled; `said`: the days they named;
    `next`: a day chosen in place of the rule's; `ending`: the outcome when the lead ends with this
    call; `lead_id`: the lead shown with the step; `milestone`: what they said of the hiring process. Raises Stale
    when the step has been fulfilled or replaced meanwhile, NextStep.DoesNotExist when there never was such a step,
    OutOfOrder for a day of the milestone that cannot be.
    """
    by.must(Permission.CALL_LOG)
    lead = at_hand.lead_of_step(step_id)
    if lead is None or lead.next_step is None:
        raise _gone(step_id, lead_id)
    others = asks_others(Kind(lead.next_step.kind), result, said)
    heard = second_hand(heard) if others else heard
    report = Report(result, note.strip(), str(level), dict(answers or {}), heard, said, next, ending, milestone, others)
    talk = _talk(lead, lead.next_step, by)
    dialled = None if others else contact.dialled(number, talk.phones)
    talk.before.update(step=columns_of(talk.step), last_talk_at=iso(lead.person.last_talk_at))
    if others:
        talk.before["others"] = True
    else:
        contact.count(talk, report, dialled)
    _hear(talk, report)
    contact.permission(talk, report)
    made = follow(talk, report)
    call = _call(talk, report, dialled, made)
    contact.achieve(call, achieved)
    _say(call, talk, report)
    hand_offs.called(lead, at=call.at, by=by)
    hang_up(by=by)
    return Logged(call, made)


@transaction.atomic
def pick_up(person: Person, *, by: Member) -> OnThePhone:
    """From now on colleagues see who has this person on the phone; whoever they had before is let go."""
    by.must(Permission.CALL_LOG)
    row: OnThePhone = OnThePhone.objects.update_or_create(member=by, defaults={"person": person, "since": clock.now()})[
        0
    ]
    return row


@transaction.atomic(savepoint=False)
def hang_up(*, by: Member) -> None:
    """Nobody is on this member's phone."""
    OnThePhone.objects.filter(member=by).delete()


def _talk(lead: Lead, step: NextStep, by: Member) -> Talk:
    return Talk(
        lead=lead, person=lead.person, step=step, by=by, now=clock.now(), today=team.today(by),
        phones=at_hand.phones_of(lead.person),
    )  # fmt: skip


def _gone(step_id: int, lead_id: int | None) -> Exception:
    """Why a step is no longer there: somebody logged it, or planned another; else it never was."""
    call = queries.logged_by(step_id)
    if call is not None:
        words = rules.RESULT_WORDS[Result(call.result)]
        return Stale(f"{call.member.name} has logged this call already: {words}.", call.member.name, call.at)
    if lead_id is not None and Lead.objects.filter(pk=lead_id).exists():
        return Stale("The next step of this lead was changed while you were on the phone.")
    return NextStep.DoesNotExist("There is no such call.")


def _hear(talk: Talk, report: Report) -> None:
    """Evidence from the call: on this lead and, for what it showed of the phone, on every open one of theirs."""
    if report.result is Result.NO_ANSWER and not report.heard:
        return
    lead, changed = talk.lead, len(report.heard)
    last = at_hand.newest_evidence(talk.lead.person)
    if report.reached:
        changed += leads.phone_tested(lead.person, on=talk.today, by=talk.by)
    elif report.result is Result.WRONG_NUMBER and not report.others:
        changed += leads.phone_wrong(lead.person, on=talk.today, by=talk.by)
    if report.heard:
        leads.add_evidence(lead, heard=report.heard, by=talk.by, replan=False)
    if not changed:
        return
    talk.before["evidence"] = at_hand.evidence_since(last, lead.person, talk.by)
    lead.refresh_from_db(fields=["identified_on", "hot_until", "warm_until", "cold_until", "version"])


def _call(talk: Talk, report: Report, dialled: PhoneNumber | None, made: NextStep | None) -> Call:
    lead, step = talk.lead, talk.step
    answers = {key: text.strip() for key, text in report.answers.items() if text.strip()}
    call: Call = Call.objects.create(
        member=talk.by, person=lead.person, number=dialled, lead=lead, kind=step.kind, at=talk.now, day=talk.today,
        result=report.result.value, level=report.level, note=report.note, answers=answers, objective=step.objective,
        why=step.why, due=step.due, step=talk.before["step"]["id"], before=talk.before,
        next_said=contact.next_words(report.result, made) if made else "", next_due=made.due if made else None,
        next_at=made.earliest if made else None,
    )  # fmt: skip
    said = " ".join([report.note, *answers.values()]).strip()
    if said:
        search.add_words(lead.person_id, said)
    return call


def _say(call: Call, talk: Talk, report: Report) -> None:
    timeline.record(
        "call.logged", by=talk.by, lead=talk.lead, words=report.note, at=talk.now, call=call.pk,
        result=rules.RESULT_WORDS[report.result], met=report.result in (Result.MET, Result.PROGRESSED),
        next=call.next_said, due=iso(call.next_due), subject=talk.step.subject,
    )  # fmt: skip
