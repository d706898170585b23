"""The next step that each result leaves (FIELD_GUIDE 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind, Reason
from rightday.calls.next_rules import next_after
from rightday.calls.rules import Cadence, Result, Said, Situation
from rightday.kernel.days import Place, is_working_day
from rightday.leads.rules import Dates

GB = Place("GB")
TUESDAY = date(2026, 11, 24)
HOT = Dates(date(2026, 11, 1), hot_until=date(2026, 11, 27))
WARM = Dates(date(2026, 11, 1), warm_until=date(2027, 2, 1))
COLD = Dates(date(2026, 11, 1), cold_until=date(2027, 4, 1))
NONE = Dates()


def situation(dates: Dates = WARM, reason: Reason = Reason.WARM, **changed: object) -> Situation:
    return replace(
        Situation(
            today=TUESDAY, local=time(9, 40), place=GB, first_name="Martin", kind=Kind.LEAD, reason=reason,
            why="Has contractors on the team.", objective="Which contracts end", dates=dates,
        ),
        **changed,
    )  # fmt: skip


def test_no_answer_hot_is_tried_once_more_the_same_day_at_another_hour() -> None:
    rule = next_after(Result.NO_ANSWER, situation(HOT, Reason.HOT))
    assert (rule.due, rule.earliest, rule.tries) == (TUESDAY, time(12, 0), 1)
    assert rule.why == "Has contractors on the team. Tried once, last on Tue 24 Nov."


def test_no_answer_twice_on_a_hot_day_waits_for_the_next_working_day() -> None:
    rule = next_after(Result.NO_ANSWER, situation(HOT, Reason.HOT, tries=1, tried_today=True))
    assert (rule.due, rule.earliest) == (date(2026, 11, 25), time(14, 30))


@pytest.mark.parametrize("changed", [{"live_order": True}, {"reason": Reason.FALL_THROUGH}])
def test_live_orders_and_fall_throughs_are_tried_again_the_same_day(changed: dict[str, object]) -> None:
    assert next_after(Result.NO_ANSWER, situation(COLD, **changed)).due == TUESDAY


def test_too_late_for_another_hour_today_is_the_next_morning() -> None:
    rule = next_after(Result.NO_ANSWER, situation(HOT, Reason.HOT, local=time(16, 20)))
    assert (rule.due, rule.earliest) == (date(2026, 11, 25), time(11, 30))


def test_before_their_hours_is_tried_when_they_open() -> None:
    rule = next_after(Result.NO_ANSWER, situation(HOT, Reason.HOT, local=time(7, 0)))
    assert (rule.due, rule.earliest) == (TUESDAY, time(8, 30))


@pytest.mark.parametrize(
    ("dates", "due"),
    [(WARM, date(2026, 11, 26)), (COLD, date(2026, 12, 1)), (NONE, date(2026, 12, 1))],
)
def test_no_answer_by_grade(dates: Dates, due: date) -> None:
    assert next_after(Result.NO_ANSWER, situation(dates)).due == due


@pytest.mark.parametrize(("local", "earliest"), [(time(9), time(14, 30)), (time(12), None), (time(15), time(11, 30))])
def test_each_try_is_at_another_part_of_the_day(local: time, earliest: time | None) -> None:
    assert next_after(Result.NO_ANSWER, situation(local=local)).earliest == earliest


def test_after_the_third_try_another_channel_is_suggested() -> None:
    second = next_after(Result.NO_ANSWER, situation(tries=1))
    third = next_after(Result.NO_ANSWER, situation(tries=2, why=second.why))
    assert "Write first" not in second.why
    assert third.why == (
        "Has contractors on the team. Tried 3 times, last on Tue 24 Nov. Write first, an email or a text, then call."
    )


def test_six_tries_rest_thirty_days_and_a_new_round_begins() -> None:
    rested = next_after(Result.NO_ANSWER, situation(tries=5))
    again = next_after(Result.NO_ANSWER, situation(tries=6, why=rested.why))
    assert (rested.rest, rested.due) == (True, date(2026, 12, 24))
    assert (again.rest, again.due, again.tries) == (False, date(2026, 11, 26), 7)


def test_a_long_reason_keeps_its_tries() -> None:
    rule = next_after(Result.NO_ANSWER, situation(why="x" * 300))
    assert len(rule.why) == 300
    assert rule.why.endswith("Tried once, last on Tue 24 Nov.")


def test_progress_on_a_hot_lead_is_confirmed_the_day_before_it_runs_out() -> None:
    rule = next_after(Result.PROGRESSED, situation(HOT, Reason.HOT, tries=3))
    assert (rule.kind, rule.due, rule.tries) == (Kind.CONFIRM, date(2026, 11, 26), 0)
    assert rule.why == "Hot until Fri 27 Nov. Confirm they are still interviewing."


def test_hot_on_its_last_day_is_confirmed_the_next_working_day() -> None:
    last = situation(replace(HOT, hot_until=TUESDAY), Reason.HOT)
    assert next_after(Result.MET, last).due == date(2026, 11, 25)


def test_the_day_before_a_monday_is_the_friday() -> None:
    monday = situation(replace(HOT, hot_until=date(2026, 11, 30)), Reason.HOT)
    assert next_after(Result.MET, monday).due == date(2026, 11, 27)


def test_the_day_they_decide_is_agreed() -> None:
    rule = next_after(Result.MET, situation(HOT), Said(date(2026, 11, 28), time(10), True))
    assert (rule.kind, rule.due, rule.earliest) == (Kind.MILESTONE, date(2026, 11, 28), time(10))
    assert (rule.agreed, rule.reason) == (True, Reason.DECISION)
    assert rule.why == "Martin named Sat 28 Nov as the day of the next decision. You agreed to call."


def test_without_permission_their_day_is_ours_to_choose() -> None:
    rule = next_after(Result.MET, situation(HOT), Said(date(2026, 11, 28), None, False))
    assert (rule.due, rule.agreed) == (date(2026, 11, 30), False)


def test_a_day_of_decision_that_is_past_counts_as_none() -> None:
    assert next_after(Result.MET, situation(HOT), Said(date(2026, 11, 2))).kind is Kind.CONFIRM


@pytest.mark.parametrize(
    ("dates", "kind", "due"),
    [
        (WARM, Kind.LEAD, date(2026, 12, 8)),
        (replace(WARM, warm_until=date(2026, 12, 2)), Kind.CONFIRM, date(2026, 12, 1)),
        (COLD, Kind.KNOWLEDGE, date(2026, 12, 24)),
        (replace(COLD, cold_until=date(2026, 12, 2)), Kind.CONFIRM, date(2026, 12, 1)),
        (NONE, Kind.QUALIFY, date(2026, 12, 8)),
    ],
)
def test_progress_by_grade(dates: Dates, kind: Kind, due: date) -> None:
    rule = next_after(Result.PROGRESSED, situation(dates))
    assert (rule.kind, rule.due, rule.agreed) == (kind, due, False)


def test_a_check_in_repeats_each_week() -> None:
    rule = next_after(Result.MET, situation(NONE, Reason.CHECK_IN, kind=Kind.CHECK_IN))
    assert (rule.kind, rule.due, rule.agreed) == (Kind.CHECK_IN, date(2026, 12, 1), True)


@pytest.mark.parametrize(
    ("kind", "reason", "said"),
    [(Kind.LEAD, Reason.CLIENT, Reason.CLIENT), (Kind.KEEP_IN_TOUCH, Reason.PLAN, Reason.CHECK_IN)],
)
def test_clients_and_old_acquaintances_are_kept_in_touch_with(kind: Kind, reason: Reason, said: Reason) -> None:
    rule = next_after(Result.MET, situation(NONE, reason, kind=kind))
    assert (rule.kind, rule.due, rule.reason) == (Kind.KEEP_IN_TOUCH, date(2027, 2, 22), said)


def test_not_now_is_the_day_they_named() -> None:
    rule = next_after(Result.NOT_NOW, situation(), Said(date(2026, 12, 13), time(11)))
    assert (rule.kind, rule.due, rule.earliest) == (Kind.CALL_BACK, date(2026, 12, 13), time(11))
    assert (rule.agreed, rule.why) == (True, "Martin asked you to call on Sun 13 Dec.")


def test_not_now_without_a_day_is_two_weeks_and_the_question() -> None:
    rule = next_after(Result.NOT_NOW, situation())
    assert (rule.due, rule.agreed) == (date(2026, 12, 8), False)
    assert rule.objective == "Which day suits, and what will be known by then"


def test_not_interested_with_permission_is_a_dated_agreement() -> None:
    rule = next_after(Result.NOT_INTERESTED, situation(), Said(date(2027, 1, 12), None, True))
    assert (rule.kind, rule.due, rule.agreed) == (Kind.KEEP_IN_TOUCH, date(2027, 1, 12), True)


def test_not_interested_with_permission_and_no_day_is_agreed_in_ninety_days() -> None:
    rule = next_after(Result.NOT_INTERESTED, situation(), Said(may_call=True))
    assert (rule.due, rule.agreed) == (date(2027, 2, 22), True)


def test_not_interested_without_permission_is_found_out_from_others() -> None:
    rule = next_after(Result.NOT_INTERESTED, situation(), Said(date(2027, 1, 12)))
    assert (rule.kind, rule.due, rule.agreed) == (Kind.FIND_OUT, date(2027, 1, 12), False)
    rule = next_after(Result.NOT_INTERESTED, situation())
    assert (rule.kind, rule.due) == (Kind.FIND_OUT, date(2026, 12, 24))
    assert rule.why == "No call about it, they said on Tue 24 Nov."
    assert next_after(Result.NOT_INTERESTED, situation(), Said(date(2026, 1, 12))).due == rule.due


@pytest.mark.parametrize("result", list(Result))
def test_who_wants_no_call_is_called_again_only_after_a_yes(result: Result) -> None:
    uncalled = situation(uncalled_on=date(2026, 11, 2))
    assert next_after(result, uncalled).kind is Kind.FIND_OUT
    assert next_after(result, uncalled, Said(may_call=False)).kind is Kind.FIND_OUT
    assert next_after(result, uncalled, Said(may_call=True)).kind is not Kind.FIND_OUT


def test_the_day_they_ask_for_is_a_yes() -> None:
    uncalled = situation(uncalled_on=date(2026, 11, 2))
    asked = next_after(Result.NOT_NOW, uncalled, Said(date(2026, 12, 4)))
    assert (asked.kind, asked.due) == (Kind.CALL_BACK, date(2026, 12, 4))


def test_a_wrong_number_asks_for_the_right_one() -> None:
    rule = next_after(Result.WRONG_NUMBER, situation(tries=2))
    assert (rule.kind, rule.due, rule.tries) == (Kind.QUALIFY, date(2026, 11, 25), 2)
    assert rule.objective == "A number that reaches Martin"


def test_a_wrong_number_with_another_to_try_keeps_its_objective() -> None:
    rule = next_after(Result.WRONG_NUMBER, situation(other_number=True))
    assert (rule.kind, rule.objective) == (Kind.LEAD, "Which contracts end")


def test_an_agency_changes_the_cadence() -> None:
    rule = next_after(Result.NO_ANSWER, situation(), cadence=Cadence(retry_warm=3))
    assert rule.due == date(2026, 11, 27)


days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
maybe = st.none() | days
situations = st.builds(
    Situation,
    today=days,
    local=st.times(),
    place=st.sampled_from([GB, Place("AE"), Place("US", "CA"), Place("")]),
    first_name=st.just("Martin"),
    kind=st.sampled_from(Kind),
    reason=st.sampled_from(Reason),
    why=st.text(max_size=300),
    objective=st.text(max_size=60),
    dates=st.builds(Dates, maybe, maybe, maybe, maybe),
    tries=st.integers(0, 40),
    tried_today=st.booleans(),
    live_order=st.booleans(),
    other_number=st.booleans(),
)
saids = st.builds(Said, maybe, st.none() | st.times(), st.none() | st.booleans())


@given(st.sampled_from(Result), situations, saids)
def test_there_is_always_a_next_step_and_never_in_the_past(result: Result, call: Situation, said: Said) -> None:
    rule = next_after(result, call, said)
    assert rule.due >= call.today
    assert rule.agreed or is_working_day(rule.due, call.place)
    assert rule.why
    assert len(rule.why) <= 300
    assert rule.objective or rule.objective == call.objective
    # Told today, tried today: only within what is left of the day.
    if rule.due == call.today and result is Result.NO_ANSWER:
        assert rule.earliest is not None
        assert rule.earliest > call.local


@given(situations)
def test_tries_only_grow_until_somebody_answers(call: Situation) -> None:
    assert next_after(Result.NO_ANSWER, call).tries == call.tries + 1
    assert next_after(Result.WRONG_NUMBER, call).tries == call.tries
    assert next_after(Result.MET, call).tries == 0


@given(situations)
def test_a_round_of_six_tries_ends_in_a_rest(call: Situation) -> None:
    rule = next_after(Result.NO_ANSWER, call)
    assert rule.rest == (rule.tries % 6 == 0)
    if rule.rest:
        assert rule.due >= call.today + timedelta(days=30)
