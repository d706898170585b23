"""The next step that a call about candidates and orders leaves, whatever was said otherwise (FIELD_GUIDE 7, 10)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, assert_never

from rightday.agenda.rules import Kind, Of, Reason
from rightday.calls import rules as calls
from rightday.calls import tries
from rightday.calls.next_rules import next_after
from rightday.calls.rules import NOTHING_SAID, Cadence, NextRule, Result, Said, Situation
from rightday.kernel.days import add_working_days

LIVE: Final = frozenset({Of.ORDER, Of.SUBMITTAL, Of.COMMITMENT, Of.PLAN_STEP})
"""Records of a live job order: nobody answered, so it is tried once more on the same day."""
DONE_BY_CALL: Final = frozenset({Of.COMMITMENT, Of.PLAN_STEP})
"""Records that are done when the call about them met its objective."""


@dataclass(frozen=True, slots=True)
class DeskCadence:
    """When to call again about a record, where nobody named a day (settings section "desk"). Working days."""

    order: int = 5
    submittal: int = 2
    candidate: int = 10
    reference: int = 2
    mpc: int = 5
    promised: int = 1
    not_interested: int = 60
    retry: int = 2


DEFAULT: Final = DeskCadence()


def next_after_desk(
    result: Result,
    call: Situation,
    of: Of,
    said: Said = NOTHING_SAID,
    cadence: Cadence = calls.DEFAULT,
    desk: DeskCadence = DEFAULT,
) -> NextRule:
    """The next step by rule: a working day unless agreed, never in the past, always one (FIELD_GUIDE 7)."""
    call = replace(call, live_order=call.live_order or of in LIVE, retry_days=desk.retry)
    match result:
        case Result.NO_ANSWER:
            return next_after(result, call, said, cadence)
        case Result.WRONG_NUMBER:
            return _after_wrong_number(call)
        case Result.MET | Result.PROGRESSED | Result.NOT_NOW | Result.NOT_INTERESTED:
            return _after_talk(result, call, of, said, cadence, desk)
        case _:
            assert_never(result)


def _after_talk(result: Result, call: Situation, of: Of, said: Said, cadence: Cadence, desk: DeskCadence) -> NextRule:
    if said.day is not None and said.day >= call.today:
        return _on_their_day(result, call, said)
    if of is Of.PLACEMENT:
        return _check_in(call, cadence)
    wait = desk.not_interested if result is Result.NOT_INTERESTED else _WAITS[of](desk)
    asked = {
        Result.NOT_NOW: f"Not now, said {call.first_name} on {tries.said(call.today)}, and named no day.",
        Result.NOT_INTERESTED: f"Not interested on {tries.said(call.today)}.",
    }.get(result, f"You spoke on {tries.said(call.today)}.")
    kind = _GOES_ON.get(call.kind, call.kind)
    objective = call.objective if kind is call.kind else OBJECTIVES[kind]
    return _plain(call, kind, add_working_days(call.today, wait, call.place), asked, objective)


_WAITS: Final = {
    Of.LEAD: lambda desk: desk.order,  # a lead's own rule is `next_rules`; here for completeness of the table
    Of.CANDIDATE: lambda desk: desk.candidate,
    Of.REFERENCE: lambda desk: desk.reference,
    Of.MPC: lambda desk: desk.mpc,
    Of.ORDER: lambda desk: desk.order,
    Of.SUBMITTAL: lambda desk: desk.submittal,
    Of.PLACEMENT: lambda desk: desk.order,
    Of.COMMITMENT: lambda desk: desk.promised,
    Of.PLAN_STEP: lambda desk: desk.promised,
}
# A call that is made once goes on as the one that keeps the record moving.
_GOES_ON: Final = {Kind.MATCH: Kind.CANDIDATE, Kind.PRESENT: Kind.PROGRESS, Kind.START_CHECK: Kind.CHECK_IN}
OBJECTIVES: Final = {
    Kind.CANDIDATE: "News for them, and what they hear",
    Kind.PROGRESS: "Their next commitment, with a day",
    Kind.CHECK_IN: "How it goes, and which openings were put to them",
}


def _check_in(call: Situation, cadence: Cadence) -> NextRule:
    """The same day of the next week, whatever came of this one: agreed when the placement began (FIELD_GUIDE 4)."""
    due = tries.days_later(call.today, cadence.check_in_days, call.place)
    rule = _plain(call, Kind.CHECK_IN, due, "The weekly check-in.", OBJECTIVES[Kind.CHECK_IN])
    return replace(rule, agreed=True, reason=Reason.CHECK_IN)


def _on_their_day(result: Result, call: Situation, said: Said) -> NextRule:
    assert said.day is not None
    agreed = said.may_call is not False
    named = f"{call.first_name} asked you to call" if result is Result.NOT_NOW else f"You agreed with {call.first_name}"
    rule = _plain(call, call.kind, said.day, f"{named} on {tries.said(said.day)}.", call.objective)
    return replace(rule, earliest=said.at, agreed=agreed)


def _after_wrong_number(call: Situation) -> NextRule:
    why, objective = "The number was wrong.", f"A number that reaches {call.first_name}"
    if call.other_number:
        why, objective = "The number was wrong. There is another one to try.", call.objective
    due = add_working_days(call.today, 1, call.place)
    return replace(_plain(call, call.kind, due, why, objective), tries=call.tries)


def _plain(call: Situation, kind: Kind, due: date, why: str, objective: str) -> NextRule:
    return NextRule(kind, due, None, why, objective, agreed=False, reason=call.reason, tries=0)
