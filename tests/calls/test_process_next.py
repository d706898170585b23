"""What a hiring process says of the step after a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind, Reason
from rightday.calls import process_next
from rightday.calls.next_rules import next_after
from rightday.calls.rules import Result, Said, Situation
from rightday.kernel.days import Place, is_working_day
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Failure
from rightday.leads.process.steps import Fall, Process
from rightday.leads.process.track import Fact
from rightday.leads.rules import Dates, StepRule

TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
WARM = Dates(date(2026, 11, 1), warm_until=date(2027, 2, 1))
HOT = Dates(date(2026, 11, 1), hot_until=date(2026, 11, 27))
EVIDENCE = StepRule(Kind.LEAD, Reason.WARM, "Had contractors.", "When they end", TUESDAY, date(2026, 11, 26))
CONFIRM = StepRule(Kind.CONFIRM, Reason.HOT, "Hot.", "Still?", TUESDAY, date(2026, 11, 26), date(2026, 11, 27))
FALL = Fall("Start date", Failure.NO_SHOW, TUESDAY, NOW, 1, 1.8)


def process(known: dict[int, Fact] | None = None, fall: Fall | None = None) -> Process:
    known = {7: Fact(done_on=date(2026, 11, 23))} if known is None else known
    return Process(DEFAULT_TEMPLATE, known, date(2026, 11, 1), fall)


def situation(found: Process | None, **changed: object) -> Situation:
    return replace(
        Situation(
            today=TUESDAY, local=time(9, 40), place=Place("GB"), first_name="Martin", kind=Kind.MILESTONE,
            reason=Reason.DECISION, why="2nd interview completed.", objective="How did it go?", dates=WARM,
            process=found, evidence=EVIDENCE if found else None, talked_at=NOW,
        ),
        **changed,
    )  # fmt: skip


def test_progress_leads_to_the_milestone_that_is_awaited() -> None:
    rule = next_after(Result.MET, situation(process()))
    assert (rule.kind, rule.reason, rule.due, rule.agreed) == (
        Kind.MILESTONE,
        Reason.DECISION,
        date(2026, 11, 25),
        False,
    )
    assert rule.objective == DEFAULT_TEMPLATE.mark(8).about
    assert rule.made is not None and rule.made.subject == "Still a contender to offer to?"


def test_a_hot_lead_is_confirmed_before_a_later_milestone() -> None:
    known = {7: Fact(done_on=TUESDAY), 8: Fact(expected=date(2026, 12, 10))}
    hot = situation(process(known), dates=HOT, evidence=CONFIRM)
    assert process_next.ahead(hot) is None
    assert next_after(Result.MET, hot).kind is Kind.CONFIRM
    assert next_after(Result.MET, replace(hot, dates=WARM, evidence=EVIDENCE)).due == date(2026, 12, 11)


def test_without_a_process_nothing_is_ahead() -> None:
    assert process_next.ahead(situation(None)) is None
    assert process_next.decision_day(situation(None)) is None


def test_the_day_they_named_is_the_decisions() -> None:
    rule = next_after(Result.PROGRESSED, situation(process()), Said(date(2026, 12, 5), time(11), may_call=True))
    assert (rule.due, rule.earliest, rule.agreed) == (date(2026, 12, 5), time(11), True)
    assert rule.why == "Still a contender to offer to is expected on Sat 5 Dec. You agreed to call."
    alone = next_after(Result.PROGRESSED, situation(process()), Said(date(2026, 12, 5)))
    assert (alone.due, alone.agreed) == (date(2026, 12, 7), False)


def test_what_fell_through_in_this_call_is_called_about_again_today() -> None:
    rule = next_after(Result.MET, situation(process({}, FALL)))
    assert (rule.reason, rule.due, rule.earliest) == (Reason.FALL_THROUGH, TUESDAY, time(12, 0))
    assert rule.made is not None and rule.made.weight == 1.8
    late = next_after(Result.MET, situation(process({}, FALL), local=time(16, 40)))
    assert (late.due, late.earliest) == (date(2026, 11, 25), None)
    named = next_after(Result.MET, situation(process({}, FALL)), Said(date(2026, 11, 27), may_call=True))
    assert (named.reason, named.due, named.agreed) == (Reason.FALL_THROUGH, date(2026, 11, 27), True)


def test_a_fall_that_was_talked_about_is_over() -> None:
    later = situation(process({}, FALL), talked_at=NOW + timedelta(minutes=1))
    assert next_after(Result.MET, later).reason is Reason.WARM


def test_not_interested_with_permission_is_tracked_to_the_day_that_matters() -> None:
    known = {11: Fact(done_on=TUESDAY), 12: Fact(expected=date(2026, 12, 1))}
    rule = next_after(Result.NOT_INTERESTED, situation(process(known)), Said(may_call=True))
    assert (rule.kind, rule.due, rule.agreed) == (Kind.MILESTONE, date(2026, 12, 1), True)
    assert rule.why == "Martin said you may check in. Start date is expected on Tue 1 Dec."
    named = next_after(Result.NOT_INTERESTED, situation(process(known)), Said(date(2026, 12, 3), may_call=True))
    assert named.due == date(2026, 12, 3)
    unknown = next_after(Result.NOT_INTERESTED, situation(process({11: Fact(done_on=TUESDAY)})), Said(may_call=True))
    assert (unknown.kind, unknown.agreed) == (Kind.KEEP_IN_TOUCH, True)
    past = {11: Fact(done_on=TUESDAY), 12: Fact(expected=date(2026, 11, 20))}
    assert process_next.decision_day(situation(process(past))) is None
    assert process_next.decision_day(situation(process({13: Fact(done_on=TUESDAY)}))) is None


def test_without_permission_others_are_asked_on_that_day() -> None:
    known = {11: Fact(done_on=TUESDAY), 12: Fact(expected=date(2026, 12, 1))}
    rule = next_after(Result.NOT_INTERESTED, situation(process(known)))
    assert (rule.kind, rule.due, rule.agreed) == (Kind.FIND_OUT, date(2026, 12, 1), False)
    assert rule.why.endswith("No call about it, they said on Tue 24 Nov.")
    fallen = next_after(Result.MET, situation(process({}, FALL), uncalled_on=date(2026, 11, 2)))
    assert (fallen.kind, fallen.due, fallen.earliest) == (Kind.FIND_OUT, TUESDAY, None)


DAYS = st.dates(TUESDAY - timedelta(days=60), TUESDAY + timedelta(days=200))
FACTS = st.builds(Fact, st.none() | DAYS, st.none() | DAYS, st.sampled_from(["", "yes", "no"]))


@given(
    st.sampled_from(Result), st.dictionaries(st.integers(1, 13), FACTS), st.none() | st.just(FALL),
    st.builds(Said, st.none() | DAYS, st.none() | st.times(), st.sampled_from([None, True, False])),
    st.sampled_from([WARM, HOT]), st.none() | st.just(date(2026, 11, 2)), st.times(),
)  # fmt: skip
def test_there_is_always_a_step_never_in_the_past_and_no_call_after_a_no(
    result: Result, known: dict[int, Fact], fall: Fall | None, said: Said, dates: Dates, uncalled: date | None,
    local: time,
) -> None:  # fmt: skip
    call = situation(process(known, fall), dates=dates, uncalled_on=uncalled, local=local)
    rule = next_after(result, call, said)
    assert rule.due >= TUESDAY and rule.why and rule.objective
    assert rule.agreed or is_working_day(rule.due, call.place)
    if (result is Result.NOT_INTERESTED or uncalled) and said.may_call is not True and result is not Result.NOT_NOW:
        assert rule.kind is Kind.FIND_OUT


def test_a_day_that_was_named_and_not_agreed_is_a_working_day() -> None:
    done = process({13: Fact(done_on=date(2026, 9, 25))}, None)
    rule = next_after(Result.MET, situation(done, dates=WARM, uncalled_on=None, local=time(10)), Said(date(2027, 1, 1)))
    assert not rule.agreed
    assert rule.due == date(2027, 1, 4)


@pytest.mark.parametrize("kind", [Kind.CHECK_IN])
def test_a_weekly_check_in_is_no_matter_of_the_process(kind: Kind) -> None:
    assert next_after(Result.MET, situation(process(), kind=kind)).kind is Kind.CHECK_IN
