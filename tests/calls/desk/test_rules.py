"""Whatever is said, exactly one next step, on a day when people work unless agreed (FIELD_GUIDE 7)."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind, Of, Reason
from rightday.calls.desk.rules import DEFAULT, LIVE, next_after_desk
from rightday.calls.rules import Result, Said, Situation
from rightday.kernel.days import Place, is_working_day
from rightday.leads.rules import Dates

TODAY, LONDON = date(2026, 11, 25), Place("GB", "ENG")
FRIDAY = date(2026, 11, 27)


def situation(kind: Kind = Kind.PROGRESS, **changed) -> Situation:
    values = {
        "today": TODAY, "local": time(10, 0), "place": LONDON, "first_name": "Martin", "kind": kind,
        "reason": Reason.LIVE_ORDER, "why": "It is their day.", "objective": "A yes", "dates": Dates(None, None, None, None),
    }  # fmt: skip
    return Situation(**(values | changed))


records = st.sampled_from([of for of in Of if of is not Of.LEAD])


@given(st.sampled_from(Result), records, st.sampled_from(Kind), st.one_of(st.none(), st.integers(-30, 400)),
       st.sampled_from((None, True, False)), st.integers(0, 12))  # fmt: skip
def test_there_is_always_one_next_step(result, of, kind, ahead, may_call, tries):
    day = None if ahead is None else TODAY + timedelta(days=ahead)
    rule = next_after_desk(result, situation(kind, tries=tries), of, Said(day, None, may_call))
    assert rule.due >= TODAY
    assert rule.why and rule.objective
    assert rule.agreed or rule.due == day or is_working_day(rule.due, LONDON)


@pytest.mark.parametrize("of", [of for of in Of if of is not Of.LEAD])
def test_nobody_answered(of):
    rule = next_after_desk(Result.NO_ANSWER, situation(), of)
    assert rule.kind is Kind.PROGRESS and rule.tries == 1
    if of in LIVE:
        assert (rule.due, rule.earliest) == (TODAY, time(12, 0))  # once more the same day, another part of it
    else:
        assert rule.due == FRIDAY  # two working days on


def test_a_day_that_was_named_is_agreed_and_the_call_stays_what_it_is():
    rule = next_after_desk(Result.MET, situation(Kind.FEEDBACK), Of.SUBMITTAL, Said(FRIDAY, time(9, 0), True))
    assert (rule.kind, rule.due, rule.earliest, rule.agreed) == (Kind.FEEDBACK, FRIDAY, time(9, 0), True)
    assert rule.why == "You agreed with Martin on Fri 27 Nov."
    not_now = next_after_desk(Result.NOT_NOW, situation(), Of.ORDER, Said(FRIDAY))
    assert not_now.why == "Martin asked you to call on Fri 27 Nov." and not_now.agreed
    unasked = next_after_desk(Result.MET, situation(), Of.ORDER, Said(FRIDAY, None, False))
    assert (unasked.due, unasked.agreed) == (FRIDAY, False)


def test_the_check_in_comes_back_each_week():
    for result in (Result.MET, Result.NOT_NOW, Result.NOT_INTERESTED):
        rule = next_after_desk(result, situation(Kind.START_CHECK), Of.PLACEMENT)
        assert (rule.kind, rule.due, rule.agreed) == (Kind.CHECK_IN, TODAY + timedelta(days=7), True)
        assert rule.reason is Reason.CHECK_IN


def test_without_a_day_the_record_has_its_own_pace():
    assert next_after_desk(Result.MET, situation(), Of.SUBMITTAL).due == FRIDAY
    assert next_after_desk(Result.PROGRESSED, situation(), Of.ORDER).due == date(2026, 12, 2)
    later = next_after_desk(Result.NOT_INTERESTED, situation(Kind.CANDIDATE), Of.CANDIDATE)
    assert later.due > TODAY + timedelta(days=DEFAULT.not_interested)
    assert later.why == "Not interested on Wed 25 Nov."
    named_none = next_after_desk(Result.NOT_NOW, situation(), Of.ORDER)
    assert named_none.why == "Not now, said Martin on Wed 25 Nov, and named no day."


@pytest.mark.parametrize(("kind", "then"), [(Kind.MATCH, Kind.CANDIDATE), (Kind.PRESENT, Kind.PROGRESS)])
def test_a_call_made_once_goes_on_as_another(kind, then):
    rule = next_after_desk(Result.MET, situation(kind), Of.CANDIDATE)
    assert rule.kind is then and rule.objective != "A yes"


def test_a_wrong_number():
    rule = next_after_desk(Result.WRONG_NUMBER, situation(tries=2), Of.ORDER)
    assert (rule.kind, rule.objective, rule.tries) == (Kind.PROGRESS, "A number that reaches Martin", 2)
    other = next_after_desk(Result.WRONG_NUMBER, situation(other_number=True), Of.ORDER)
    assert other.objective == "A yes" and "another one to try" in other.why
