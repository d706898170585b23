"""Which things must not wait, when a browser says them, on which mornings a mail goes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind, Reason
from rightday.kernel.days import Place, is_working_day
from rightday.leads.process.rules import Stage
from rightday.leads.reminding.rules import (
    BEFORE_CLOCK,
    BEFORE_HOUR,
    MORNING,
    START_DAYS,
    Step,
    What,
    is_morning,
    of_step,
    said_from,
    works,
)

TODAY = date(2026, 11, 25)
ENGLAND = Place("GB", "ENG")
WEEK = (1, 2, 3, 4, 5)
DAYS = st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=30))


def step(
    kind: Kind = Kind.LEAD, reason: Reason = Reason.HOT, *, due: int = 0, agreed: bool = False, urgent: bool = True,
    stage: Stage = Stage.CVS,
) -> Step:  # fmt: skip
    span = (TODAY - timedelta(days=1), TODAY + timedelta(days=1)) if urgent else (None, None)
    return Step(kind, reason, TODAY + timedelta(days=due), agreed, span, stage)


@pytest.mark.parametrize(
    ("which", "what"),
    [
        (step(reason=Reason.FALL_THROUGH, agreed=True), What.FELL),
        (step(reason=Reason.FALL_THROUGH, urgent=False), None),
        (step(Kind.MILESTONE, stage=Stage.START, urgent=False), What.START),
        (step(Kind.MILESTONE, stage=Stage.START, due=-START_DAYS, urgent=False), What.START),
        (step(Kind.MILESTONE, stage=Stage.START, due=-START_DAYS - 1, urgent=False), None),
        (step(Kind.MILESTONE, stage=Stage.OFFER, urgent=False), None),
        (step(Kind.LEAD, stage=Stage.START, urgent=False), None),
        (step(agreed=True), What.AGREED),
        (step(agreed=True, due=-1), What.AGREED),
        (step(agreed=True, urgent=False), None),
        (step(), None),
        (step(agreed=True, due=1), None),
        (step(Kind.FIND_OUT, Reason.FALL_THROUGH, agreed=True), None),
    ],
)
def test_which_steps_must_not_wait(which: Step, what: What | None):
    assert of_step(which, TODAY) is what


@given(
    st.sampled_from(Kind), st.sampled_from(Reason), DAYS, st.booleans(), st.none() | DAYS, st.none() | DAYS,
    st.sampled_from(Stage),
)  # fmt: skip
def test_what_is_still_to_come_and_what_is_no_call_always_may(kind, reason, due, agreed, first, last, stage):
    found = of_step(Step(kind, reason, due, agreed, (first, last), stage), TODAY)
    if due > TODAY or kind is Kind.FIND_OUT:
        assert found is None
    if found in {What.FELL, What.AGREED}:
        assert first is not None and last is not None and first <= TODAY <= last


@given(st.sampled_from(What), st.none() | st.integers(min_value=-3000, max_value=3000))
def test_a_browser_says_it_from_the_day_on_or_shortly_before_its_moment(what: What, minutes: int | None):
    begins = datetime(2026, 11, 25, tzinfo=UTC)
    at = begins + timedelta(minutes=minutes) if minutes is not None else None
    said = said_from(what, begins, at=at)
    assert said >= begins
    if at is None:
        assert said == begins
    else:
        before = BEFORE_CLOCK if what in {What.OFFER, What.FIRST_CALL} else BEFORE_HOUR
        assert said == max(begins, at - before)


class TestMornings:
    @pytest.mark.parametrize(
        ("at", "morning"),
        [
            ("2026-11-25 07:29", False), ("2026-11-25 07:30", True), ("2026-11-25 11:59", True),
            ("2026-11-25 12:00", False), ("2026-11-28 08:00", False), ("2026-12-25 08:00", False),
            ("2026-12-28 08:00", False), ("2026-12-29 08:00", True),
        ],
    )  # fmt: skip
    def test_from_half_past_seven_till_noon_on_working_days(self, at: str, morning: bool):
        local = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Europe/London"))
        assert is_morning(local, weekdays=WEEK, place=ENGLAND) is morning

    def test_an_agency_may_work_on_saturdays_and_not_on_fridays(self):
        assert works(date(2026, 11, 28), weekdays=(6,), place=ENGLAND)
        assert not works(date(2026, 11, 27), weekdays=(1, 2, 3, 4, 6), place=ENGLAND)

    @given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    def test_no_mail_on_a_day_off(self, day: date):
        assert works(day, weekdays=WEEK, place=ENGLAND) == is_working_day(day, ENGLAND)

    @given(
        st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),
        st.sampled_from(["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]),
    )
    def test_each_working_day_has_one_morning_also_when_clocks_change(self, at: datetime, zone: str):
        """Looked at every five minutes of a day, from midnight to midnight there: one stretch, beginning at 07:30."""
        first = datetime.combine(at.date(), time(0), ZoneInfo(zone)).astimezone(UTC)
        moments = [(first + timedelta(minutes=5 * n)).astimezone(ZoneInfo(zone)) for n in range(26 * 12)]
        there = [one for one in moments if one.date() == at.date()]
        found = [one for one in there if is_morning(one, weekdays=WEEK, place=ENGLAND)]
        assert bool(found) is is_working_day(at.date(), ENGLAND)
        if found:
            assert MORNING <= found[0].time() < (datetime.combine(at.date(), MORNING) + timedelta(minutes=5)).time()
            assert len(found) == len({one.time() for one in found}) == 54
