"""What the client's hiring process says of the step after a call (FIELD_GUIDE 6). Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rightday.agenda.rules import Kind, Reason
from rightday.calls import tries
from rightday.calls.rules import NextRule, Said, Situation
from rightday.kernel.days import add_working_days, next_working_day
from rightday.leads.process import steps as process_steps
from rightday.leads.process.steps import Process
from rightday.leads.rules import Grade, StepRule
from rightday.leads.step_rules import AddDays


def ahead(call: Situation) -> NextRule | None:
    """The process's call; None where there is none, or a hot lead is to be confirmed before it."""
    if call.process is None:
        return None
    evidence = _evidence(call)
    rule = process_steps.next_step(
        call.process, evidence, call.today, add=_add(call), first=call.grade is Grade.HOT, talked_at=call.talked_at,
        spoken=True,
    )  # fmt: skip
    return None if rule is evidence else _as_next(rule, call)


def on_their_day(call: Situation, process: Process, said: Said, day: date) -> NextRule:
    """They named the day of their next decision. What fell through just now is talked about on that day."""
    agreed, evidence, add = said.may_call is True, _evidence(call), _add(call)
    rule = process_steps.on_their_day(process, evidence, day, call.today, add=add, agreed=agreed)
    fall = process.fell_since(call.talked_at)
    if fall is not None:
        rule = replace(process_steps.fall_through(fall, call.today, add=add), due=rule.due, agreed=agreed)
    if not rule.agreed:  # named, but no call was agreed: as any other day it is one on which people work
        rule = replace(rule, due=add(rule.due, 0))
    return replace(_as_next(rule, call), earliest=said.at)


def find_out(call: Situation, since: date) -> NextRule:
    """Others are asked: they want no call about it."""
    rule = process_steps.find_out(
        call.process, _evidence(call), since, call.today, add=_add(call), talked_at=call.talked_at
    )
    return _as_next(rule, call)


def decision_day(call: Situation) -> date | None:
    """The day their next decision is known to be expected, where that is still to come."""
    process = call.process
    if process is None or process.here > process.template.last:
        return None
    fact = process.known.get(process.decision)
    return fact.expected if fact is not None and fact.expected is not None and fact.expected >= call.today else None


def _as_next(rule: StepRule, call: Situation) -> NextRule:
    due, earliest = rule.due, None
    # Who has just told us that it fell through is not rung again in the same minute.
    if rule.reason is Reason.FALL_THROUGH and due == call.today and rule.kind is not Kind.FIND_OUT:
        earliest = tries.later_today(call.local, call.opens, call.closes)
        due = due if earliest else next_working_day(due, call.place)
    return NextRule(rule.kind, due, earliest, rule.why, rule.objective, rule.agreed, rule.reason, 0, made=rule)


def _evidence(call: Situation) -> StepRule:
    """The step of the evidence alone; where nobody looked at it, in touch now and then."""
    return call.evidence or StepRule(
        Kind.KEEP_IN_TOUCH, Reason.CHECK_IN, call.why, call.objective, call.today, call.today
    )


def _add(call: Situation) -> AddDays:
    return lambda day, n: add_working_days(day, n, call.place)
