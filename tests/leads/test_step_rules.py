"""The default next step: whom to call when, and why, in a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import KIND_WORDS, Kind, Numbers, Reason
from rightday.leads.rules import Grade, Piece, Shows, confirm_words, dates, grade, say_date, step_for, why_on
from tests.leads.test_grades import DAY, KNOWN, days, heard, near, pieces


def step(*evidence, known=True, today=DAY, **more):
    all_of_it = [*(KNOWN if known else ()), *evidence]
    return step_for(dates(all_of_it), all_of_it, today, **more)


def test_hot_is_called_today():
    found = step(heard(Shows.INTERVIEWING, 1))
    assert (found.kind, found.reason, found.due, found.holds_until, found.then) == (
        Kind.LEAD, Reason.HOT, DAY, DAY + days(4), Reason.RAN_OUT,
    )  # fmt: skip
    assert found.why == "Was interviewing on Mon 23 Nov. Hot until Sat 28 Nov."


def test_hot_in_its_last_days_is_confirmed():
    found = step(heard(Shows.INTERVIEWING, 4))
    assert (found.kind, found.due) == (Kind.CONFIRM, DAY)
    assert found.why == "Goes stale tomorrow. Confirm they are still interviewing."
    assert found.objective == "Still interviewing, and the day they decide"
    assert step(heard(Shows.INTERVIEWING, 5)).why == "Goes stale tonight. Confirm they are still interviewing."


def test_having_just_spoken_we_confirm_the_day_before_it_runs_out():
    found = step(heard(Shows.INTERVIEWING), heard_from_them=True)  # hot until Sun 29
    assert (found.kind, found.due) == (Kind.CONFIRM, date(2026, 11, 27))  # the working day before Sat 28
    assert found.why == "Hot until Sun 29 Nov. Confirm they are still interviewing."
    friday = date(2026, 11, 27)
    assert step(heard(Shows.INTERVIEWING, -3), today=friday, heard_from_them=True).due == date(2026, 12, 1)


def test_on_a_weekend_the_confirming_call_is_the_next_working_day():
    saturday = date(2026, 11, 28)
    found = step(heard(Shows.INTERVIEWING), today=saturday)
    assert (found.due, found.why[:24]) == (date(2026, 11, 30), "Was hot until Sun 29 Nov")


def test_hot_falls_to_what_else_is_known():
    warm_after = step(heard(Shows.INTERVIEWING), heard(Shows.CONTRACTORS, 10))
    assert warm_after.then is Reason.WARM
    gone_by_then = step(heard(Shows.INTERVIEWING), heard(Shows.CONTRACTORS, 88))
    assert gone_by_then.then is Reason.RAN_OUT
    assert step(heard(Shows.CONTRACTORS), heard(Shows.PROJECT)).then is Reason.COLD
    assert step(heard(Shows.CONTRACTORS)).then is Reason.NAME_ONLY


@pytest.mark.parametrize(
    ("shows", "ago", "reason", "kind", "due"),
    [
        (Shows.CONTRACTORS, 3, Reason.WARM, Kind.LEAD, 26),
        (Shows.PROJECT, 3, Reason.COLD, Kind.LEAD, 1),
        (Shows.ADVERT, 0, Reason.ADVERT, Kind.QUALIFY, 24),
        (Shows.PLAN, 0, Reason.PLAN, Kind.QUALIFY, 26),
        (Shows.RUMOUR, 0, Reason.RUMOUR, Kind.QUALIFY, 26),
        (Shows.INTERVIEWING, 9, Reason.RAN_OUT, Kind.QUALIFY, 26),
        (Shows.CONTEXT, 0, Reason.NAME_ONLY, Kind.QUALIFY, 1),
        (Shows.CONTRACTORS, 99, Reason.NAME_ONLY, Kind.QUALIFY, 1),
    ],
)
def test_each_reason_has_its_day_and_its_words(shows, ago, reason, kind, due):
    found = step(heard(shows, ago))
    assert (found.reason, found.kind, found.due.day) == (reason, kind, due)
    assert found.fact_on == DAY - days(ago)
    assert found.why[-1] in ".?" and found.objective


def test_a_confirming_reason_is_said_anew_each_day():
    stored, hot_until = "Hot until Sun 29 Nov. Confirm they are still interviewing.", DAY + days(1)
    assert why_on(DAY, stored, kind=Kind.CONFIRM, tries=0, hot_until=hot_until).startswith("Goes stale tomorrow.")
    assert why_on(DAY, stored, kind=Kind.CONFIRM, tries=1, hot_until=hot_until) == stored
    assert why_on(DAY, stored, kind=Kind.CONFIRM, tries=0, hot_until=None) == stored
    assert why_on(DAY, stored, kind=Kind.LEAD, tries=0, hot_until=hot_until) == stored


def test_words_fit_one_line_of_the_sheet():
    for shows in Shows:
        found = step(heard(shows))
        assert len(found.objective) <= 60 and len(found.why) <= 60


def test_warm_not_confirmed_for_long_says_so():
    assert step(heard(Shows.CONTRACTORS, 99)).why == "Last heard on Mon 17 Aug. Nothing confirmed since."
    assert step().why == "We do not know yet what they need."


def test_what_is_missing_is_said():
    assert step(heard(Shows.INTERVIEWING), known=False).why == (
        "Was interviewing on Tue 24 Nov. Hot when name, company and number are confirmed."
    )
    one = [each for each in KNOWN if each.shows is not Shows.PHONE_TESTED]
    found = step(*one, heard(Shows.CONTRACTORS), known=False)
    assert (found.kind, found.why) == (
        Kind.QUALIFY, "Had contractors on the team on Tue 24 Nov. Warm when the number is tested.",
    )  # fmt: skip


def test_the_reason_worth_most_today_counts():
    assert step(heard(Shows.ADVERT), heard(Shows.CONTRACTORS)).reason is Reason.ADVERT
    assert step(heard(Shows.ADVERT, 60), heard(Shows.CONTRACTORS)).reason is Reason.WARM
    assert step(heard(Shows.ADVERT), heard(Shows.INTERVIEWING)).reason is Reason.HOT
    ours = Numbers(worth={Reason.WARM: (9.0, 0.0)})
    assert step(heard(Shows.ADVERT), heard(Shows.CONTRACTORS), numbers=ours).reason is Reason.WARM


def test_having_just_spoken_we_wait():
    assert step(heard(Shows.ADVERT), heard_from_them=True).due == DAY + days(2)
    assert step(heard(Shows.INTERVIEWING), known=False, heard_from_them=True).due == DAY + days(1)


@given(pieces, near, st.booleans())
def test_any_evidence_leads_to_a_call_that_explains_itself(evidence, today, spoken):
    found = step_for(dates(evidence), evidence, today, heard_from_them=spoken)
    assert found.due >= today and found.due.weekday() < 5
    assert found.due <= today + timedelta(days=9)
    assert found.why and found.objective and found.kind in KIND_WORDS
    assert len(found.why) <= 300
    if grade(dates(evidence), today) is Grade.HOT:
        assert found.reason is Reason.HOT
    if found.then is not None:
        assert found.holds_until is not None


def test_a_fact_dated_into_the_future_keeps_nobody_uncalled():
    today, ahead = date(2026, 4, 18), date(2027, 1, 1)
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
    evidence = [Piece(one, today, today) for one in shows] + [Piece(Shows.INTERVIEWING, ahead, today)]
    assert step_for(dates(evidence), evidence, today, heard_from_them=True).due <= today + timedelta(days=9)


def test_words_of_days():
    assert say_date(date(2026, 2, 3)) == "Tue 3 Feb"
    assert confirm_words(DAY, DAY + days(1)) == "Was hot until Tue 24 Nov. Confirm they are still interviewing."
