"""The next step that each result of a call leaves (FIELD_GUIDE 7). Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import assert_never

from rightday.agenda.rules import Kind, Reason
from rightday.calls import process_next, tries
from rightday.calls.rules import DEFAULT, NOTHING_SAID, Cadence, NextRule, Result, Said, Situation
from rightday.kernel.days import add_working_days, is_working_day, on_or_after_working_day
from rightday.leads.process.steps import AGREED_WORDS, FIND_OUT_DAYS
from rightday.leads.rules import Grade


def next_after(
    result: Result,
    call: Situation,
    said: Said = NOTHING_SAID,
    cadence: Cadence = DEFAULT,
) -> NextRule:
    """The next step by rule: a working day unless agreed, never in the past, always one (FIELD_GUIDE 6 and 7)."""
    uncalled_on = uncalled_since(result, said, call.uncalled_on, call.today)
    if uncalled_on is not None:
        return _find_out(call, result, said, uncalled_on, cadence)
    match result:
        case Result.NO_ANSWER:
            return _after_no_answer(call, cadence)
        case Result.MET | Result.PROGRESSED:
            return _after_progress(call, said, cadence)
        case Result.NOT_NOW:
            return _after_not_now(call, said, cadence)
        case Result.NOT_INTERESTED:
            return _after_not_interested(call, said, cadence)
        case Result.WRONG_NUMBER:
            return _after_wrong_number(call)
        case _:
            assert_never(result)


def _find_out(call: Situation, result: Result, said: Said, since: date, cadence: Cadence) -> NextRule:
    """Others are asked on the milestone's day, or on the day named; who could not be reached, soon again."""
    rule = process_next.find_out(call, since)
    asked = call.kind is Kind.FIND_OUT
    if asked and result in (Result.NO_ANSWER, Result.WRONG_NUMBER):
        return replace(rule, due=add_working_days(call.today, cadence.retry_warm, call.place))
    if said.day is not None and said.day >= call.today and (asked or call.process is None):
        return replace(rule, due=on_or_after_working_day(said.day, call.place))
    if asked and rule.due <= call.today:
        return replace(rule, due=tries.days_later(call.today, FIND_OUT_DAYS, call.place))
    return rule


def uncalled_since(result: Result, said: Said, was: date | None, today: date) -> date | None:
    """Since when they want no call about it: not interested, and no permission to check in. A later yes ends it."""
    if result is Result.NOT_INTERESTED and not said.may_call:
        return was or today
    asked = result is Result.NOT_NOW and said.day is not None and said.may_call is not False
    return None if said.may_call or asked else was


def asks_others(kind: Kind, result: Result, said: Said) -> bool:
    """Whether a call about something to find out was to somebody else; who says yes now is the person themselves."""
    return kind is Kind.FIND_OUT and uncalled_since(result, said, date.min, date.max) is not None


def is_urgent(call: Situation) -> bool:
    """Live job order, hot, fall-through: tried again the same day."""
    return call.live_order or call.reason is Reason.FALL_THROUGH or call.grade is Grade.HOT


def _after_no_answer(call: Situation, cadence: Cadence) -> NextRule:
    count = call.tries + 1
    # Each round of tries ends in a rest, and the next one starts as the first did.
    in_round = count % cadence.tries_before_rest
    rest = in_round == 0
    write_first = rest or in_round >= cadence.other_channel_after
    due, earliest = _retry(call, cadence)
    if rest:
        due = tries.days_later(call.today, cadence.rest_days, call.place)
        earliest = tries.another_part(call.local)
    return NextRule(
        kind=call.kind,
        due=due,
        earliest=earliest,
        why=tries.with_tries(call.why, count, call.today, write_first=write_first),
        objective=call.objective,
        agreed=False,
        reason=call.reason,
        tries=count,
        rest=rest,
    )


def _retry(call: Situation, cadence: Cadence) -> tuple[date, time | None]:
    """Once more the same day when it cannot wait; then by grade; each time another part of the day."""
    if is_urgent(call):
        later = tries.later_today(call.local, call.opens, call.closes)
        if later and not call.tried_today and is_working_day(call.today, call.place):
            return call.today, later
        wait = cadence.retry_hot
    elif call.grade is Grade.WARM:
        wait = cadence.retry_warm
    else:
        wait = call.retry_days or cadence.retry_cold
    due = add_working_days(call.today, wait, call.place)
    return due, tries.another_part(call.local)


def _after_progress(call: Situation, said: Said, cadence: Cadence) -> NextRule:
    if said.day is not None and said.day >= call.today:
        return _on_their_day(call, said, said.day)
    if call.kind is Kind.CHECK_IN:
        return _plain(call, Kind.CHECK_IN, cadence.check_in_days, "The weekly check-in.", call.objective, agreed=True)
    made = process_next.ahead(call)
    if made is not None:
        return made
    if call.grade is Grade.HOT and call.dates.hot_until:
        return NextRule(
            kind=Kind.CONFIRM,
            due=tries.before_last(call.dates.hot_until, call.today, call.place),
            earliest=None,
            why=f"Hot until {tries.said(call.dates.hot_until)}. Confirm they are still interviewing.",
            objective="Still interviewing, and the day they decide",
            agreed=False,
            reason=Reason.HOT,
            tries=0,
        )
    return _later_by_grade(call, cadence)


def _later_by_grade(call: Situation, cadence: Cadence) -> NextRule:
    spoken = f"You spoke on {tries.said(call.today)}."
    if call.grade is Grade.WARM:
        rule = _plain(call, Kind.LEAD, cadence.warm_days, spoken, "Which contracts end, and who is being seen")
        return _not_after(rule, call.dates.warm_until, call, "Confirm the contractors are still there.")
    if call.grade is Grade.COLD:
        rule = _plain(call, Kind.KNOWLEDGE, cadence.cold_days, spoken, "Where the project stands, and who joins it")
        return _not_after(rule, call.dates.cold_until, call, "Confirm the project still stands.")
    if call.kind is Kind.KEEP_IN_TOUCH or call.reason is Reason.CLIENT:
        return _plain(call, Kind.KEEP_IN_TOUCH, cadence.keep_in_touch_days, spoken, "What has changed on the team")
    return _plain(call, Kind.QUALIFY, cadence.qualify_days, spoken, "Is anybody being seen, and by whom")


def _not_after(rule: NextRule, last: date | None, call: Situation, why: str) -> NextRule:
    """Brought forward to the day before the grade runs out, with that as its reason."""
    if last is None or tries.before_last(last, call.today, call.place) >= rule.due:
        return rule
    return replace(rule, kind=Kind.CONFIRM, due=tries.before_last(last, call.today, call.place), why=why)


def _on_their_day(call: Situation, said: Said, day: date) -> NextRule:
    agreed = said.may_call is True
    if call.process is not None:
        return process_next.on_their_day(call, call.process, said, day)
    return NextRule(
        kind=Kind.MILESTONE,
        due=day if agreed else on_or_after_working_day(day, call.place),
        earliest=said.at,
        why=f"{call.first_name} named {tries.said(day)} as the day of the next decision."
        + (" You agreed to call." if agreed else ""),
        objective="What was decided, and the next commitment",
        agreed=agreed,
        reason=Reason.DECISION,
        tries=0,
    )


def _after_not_now(call: Situation, said: Said, cadence: Cadence) -> NextRule:
    if said.day is None:
        why = f"Not now, said {call.first_name} on {tries.said(call.today)}, and named no day."
        objective = "Which day suits, and what will be known by then"
        return replace(_plain(call, Kind.CALL_BACK, cadence.not_now_days, why, objective), reason=call.reason)
    return NextRule(
        kind=Kind.CALL_BACK,
        due=max(said.day, call.today),
        earliest=said.at,
        why=f"{call.first_name} asked you to call on {tries.said(said.day)}.",
        objective=call.objective,
        agreed=True,
        reason=call.reason,
        tries=0,
    )


def _after_not_interested(call: Situation, said: Said, cadence: Cadence) -> NextRule:
    """With permission: a call on the day they named, or their next milestone's. Without, `next_after` asks others."""
    why = f"{call.first_name} said you may check in."
    day = said.day or process_next.decision_day(call)
    if call.process is not None and day is not None:
        rule = process_next.on_their_day(call, call.process, replace(said, may_call=True), max(day, call.today))
        return replace(rule, why=f"{why} {rule.why.removesuffix(AGREED_WORDS)}")
    rule = _plain(
        call,
        Kind.KEEP_IN_TOUCH,
        cadence.keep_in_touch_days,
        f"{why} Not interested on {tries.said(call.today)}.",
        "How it went without us, and what comes next",
        agreed=True,
    )
    return replace(rule, due=max(said.day, call.today), earliest=said.at) if said.day else rule


def _after_wrong_number(call: Situation) -> NextRule:
    why, objective = "The number was wrong.", f"A number that reaches {call.first_name}"
    if call.other_number:
        why, objective = "The number was wrong. There is another one to try.", call.objective
    rule = _plain(call, call.kind if call.other_number else Kind.QUALIFY, 0, why, objective)
    due = add_working_days(call.today, 1, call.place)
    return replace(rule, due=due, reason=call.reason, tries=call.tries)


def _plain(call: Situation, kind: Kind, wait: int, why: str, objective: str, *, agreed: bool = False) -> NextRule:
    """A step some days on, moved to a working day, for the reason that the lead's grade gives."""
    return NextRule(
        kind=kind,
        due=tries.days_later(call.today, wait, call.place),
        earliest=None,
        why=why,
        objective=objective,
        agreed=agreed,
        reason=_reason(kind, call),
        tries=0,
    )


def _reason(kind: Kind, call: Situation) -> Reason:
    if kind is Kind.KEEP_IN_TOUCH and call.reason is not Reason.CLIENT:
        return Reason.CHECK_IN
    return {Grade.WARM: Reason.WARM, Grade.COLD: Reason.COLD}.get(call.grade, call.reason)
