"""Logging a call about a candidate, a job order or what lies between, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.agenda import holding
from rightday.agenda.kept import columns_of, iso
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.agenda.rules import Of
from rightday.calls import at_hand, contact, queries, rules
from rightday.calls.actions import Logged, hang_up
from rightday.calls.desk.holders import order_of, record_of
from rightday.calls.desk.rules import DONE_BY_CALL
from rightday.calls.desk.situation import rule_of
from rightday.calls.desk.talk import POINT, DeskTalk
from rightday.calls.models import Call
from rightday.calls.rules import Level, NextRule, NextWish, Result, Said
from rightday.calls.talk import Report
from rightday.joborders.actions import know
from rightday.joborders.rules import Point
from rightday.people import search
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic(savepoint=False)
def begin(step_id: int, *, by: Member) -> DeskTalk:
    """The call as it stands before anything is written: for a page that does its record's own verb, then `finish`.

    Raises Stale when the step was done meanwhile, NextStep.DoesNotExist when there never was such a step.
    """
    by.must(Permission.CALL_LOG)
    step = NextStep.objects.select_related("person__company", "owner", "company").filter(pk=step_id).first()
    record = record_of(step) if step is not None and step.of != Of.LEAD else None
    if step is None or record is None:
        raise _gone(step_id)
    talk = DeskTalk(
        record=record, order=order_of(record), person=step.person, step=step, by=by, now=clock.now(),
        today=team.today(by), phones=at_hand.phones_of(step.person),
    )  # fmt: skip
    talk.before.update(step=columns_of(step), last_talk_at=iso(step.person.last_talk_at))
    talk.before["record"] = [record.STEP_OF.value, record.pk]
    return talk


@transaction.atomic
def log_desk(
    step_id: int,
    *,
    result: Result,
    by: Member,
    note: str = "",
    level: Level | str = "",
    answers: Mapping[str, str] | None = None,
    achieved: Sequence[Kinds] = (),
    number: int | None = None,
    said: Said = rules.NOTHING_SAID,
    next: NextWish | None = None,
) -> Logged:
    """Logs a call; the next step follows by rule or as wished (`calls.actions.log_result` for leads).

    A commitment or a step of a mutual plan is done when its call met the objective. Raises what `begin` raises, and
    DoNotCall when the person has said no.
    """
    talk = begin(step_id, by=by)
    report = Report(result, note.strip(), str(level), dict(answers or {}), (), said, next, None)
    made = _follow(talk, report)
    return _write(talk, report, made, achieved, number)


@transaction.atomic
def finish(
    talk: DeskTalk,
    *,
    result: Result,
    left: NextStep | None,
    note: str = "",
    level: Level | str = "",
    answers: Mapping[str, str] | None = None,
    achieved: Sequence[Kinds] = (),
    number: int | None = None,
    said: Said = rules.NOTHING_SAID,
) -> Logged:
    """The call is logged after a verb of the record has written what came of it; `left`: the step it holds now.

    In the transaction of that verb. What it wrote is taken back on the record's own page, not with the call.
    """
    talk.before["moved"] = True
    report = Report(result, note.strip(), str(level), dict(answers or {}), (), said, None, None)
    return _write(talk, report, left, achieved, number)


def _follow(talk: DeskTalk, report: Report) -> NextStep | None:
    """The step that follows; None where the call has done what the record was for."""
    step, record = talk.step, talk.record
    if Of(step.of) in DONE_BY_CALL and report.result is Result.MET and report.next is None:
        holding.end_step(record, done=step.pk, by=talk.by, columns={"done_on": talk.today})
        talk.before["done"] = True
        return None
    rule = rules.wished(rule_of(talk, report.result, report.said), report.next, talk.today)
    made = holding.give_step(
        record, done=step.pk, owner=step.owner, person=talk.person, company=step.company, by=talk.by, kind=rule.kind,
        reason=rule.reason, why=rule.why, objective=rule.objective, fact_on=_fact_on(talk, rule), due=rule.due,
        subject=step.subject, earliest=rule.earliest, agreed=rule.agreed, tries=rule.tries, introduced=step.introduced,
        weight=step.weight,
    )  # fmt: skip
    talk.before["left"] = made.pk
    return made


def _fact_on(talk: DeskTalk, rule: NextRule) -> date:
    """A reason that stays is as old as it was: a call that nobody answered makes nothing new."""
    return talk.step.fact_on if rule.tries else talk.today


def _write(
    talk: DeskTalk, report: Report, made: NextStep | None, achieved: Sequence[Kinds], number: int | None
) -> Logged:
    dialled = contact.dialled(number, talk.phones)
    contact.count(talk, report, dialled)
    contact.permission(talk, report)
    if at_hand.has_other_steps(talk.person, made.pk if made else 0):
        agenda.reorder_for(talk.person, by=talk.by)
    call = _call(talk, report, dialled, made)
    _know(talk, report)
    contact.achieve(call, achieved)
    timeline.record(
        "call.logged", by=talk.by, person=talk.person, company=talk.step.company, order=talk.order, words=report.note,
        at=talk.now, call=call.pk, result=rules.RESULT_WORDS[report.result], next=call.next_said,
        met=report.result in (Result.MET, Result.PROGRESSED), due=iso(call.next_due), subject=talk.step.subject,
    )  # fmt: skip
    hang_up(by=talk.by)
    return Logged(call, made)


def _know(talk: DeskTalk, report: Report) -> None:
    """Answers to what the order lacked are its facts, in their words; they stay when the call is taken back."""
    for key, words in report.answers.items():
        point = key.removeprefix(POINT)
        if talk.order is not None and point != key and point in set(Point) and words.strip():
            know(talk.order, point=Point(point), words=words, said_by=talk.person, true_on=talk.today, by=talk.by)


def _call(talk: DeskTalk, report: Report, dialled: Any, made: NextStep | None) -> Call:
    step, answers = talk.step, {key: text.strip() for key, text in report.answers.items() if text.strip()}
    call: Call = Call.objects.create(
        member=talk.by, person=talk.person, number=dialled, order=talk.order, kind=step.kind, at=talk.now,
        day=talk.today, result=report.result.value, level=report.level, note=report.note, answers=answers,
        objective=step.objective, why=step.why, due=step.due, step=talk.before["step"]["id"], before=talk.before,
        next_said=contact.next_words(report.result, made) if made else "", next_due=made.due if made else None,
        next_at=made.earliest if made else None,
    )  # fmt: skip
    said = " ".join([report.note, *answers.values()]).strip()
    if said:
        search.add_words(talk.person.pk, said)
    return call


def _gone(step_id: int) -> Exception:
    """Why a step is no longer there: somebody logged it, or planned another; else it never was."""
    call = queries.logged_by(step_id)
    if call is not None:
        words = rules.RESULT_WORDS[Result(call.result)]
        return Stale(f"{call.member.name} has logged this call already: {words}.", call.member.name, call.at)
    return NextStep.DoesNotExist("There is no such call.")
