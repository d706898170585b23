"""When somebody may be called, by the clock where they are."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agencies.rules import CallHours
from rightday.agenda.call_times import callable_from
from rightday.kernel.days import Place

GB, US = Place("GB"), Place("US")
USUAL = CallHours()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def when(now: str, **more) -> str:
    values = {"zone": "Europe/London", "place": GB, "hours": USUAL} | more
    return f"{callable_from(at(now), **values):%a %d %b %H:%M}"


def test_in_their_hours_at_once():
    assert when("2026-11-24T10:00") == "Tue 24 Nov 10:00"


def test_nine_there_is_nine_there():
    assert when("2026-11-24T10:00", zone="America/New_York", place=US) == "Tue 24 Nov 08:30"


def test_after_closing_the_next_working_day():
    assert when("2026-11-27T18:00") == "Mon 30 Nov 08:30"
    assert when("2026-12-24T19:00") == "Tue 29 Dec 08:30"  # 25 Fri, 26 Sat moved to Mon 28


def test_their_holidays_and_not_ours():
    assert when("2026-11-26T15:00", zone="America/New_York", place=US) == "Fri 27 Nov 08:30"  # Thanksgiving
    assert when("2026-11-26T15:00") == "Thu 26 Nov 15:00"


def test_the_steps_own_times_go_first():
    assert when("2026-11-24T10:00", earliest=time(14)) == "Tue 24 Nov 14:00"
    assert when("2026-11-24T15:00", latest=time(12)) == "Wed 25 Nov 08:30"
    assert when("2026-11-24T17:00", earliest=time(19)) == "Tue 24 Nov 19:00"  # beyond the agency's closing
    assert when("2026-11-24T17:00", earliest=time(23, 59), latest=time(8)) == "Tue 24 Nov 17:00"  # no such hours


def test_the_day_agreed_knows_no_weekend():
    saturday = date(2026, 11, 28)
    assert when("2026-11-28T10:00", agreed=saturday) == "Sat 28 Nov 10:00"
    assert when("2026-11-28T10:00", agreed=saturday, earliest=time(11)) == "Sat 28 Nov 11:00"
    assert when("2026-11-28T12:00", agreed=saturday, earliest=time(11)) == "Sat 28 Nov 12:00"
    assert when("2026-11-28T10:00", agreed=date(2026, 11, 27)) == "Mon 30 Nov 08:30"


def test_days_of_the_agency():
    not_on_mondays = CallHours(days=(2, 3, 4, 5))
    assert when("2026-11-27T19:00", hours=not_on_mondays) == "Tue 01 Dec 08:30"
    assert when("2026-11-27T19:00", hours=CallHours(days=())) == "Mon 30 Nov 08:30"
    assert when("2026-11-27T19:00", hours=CallHours(days=(7,)))  # none is worked there: still an answer


def test_an_unknown_zone_counts_as_utc():
    assert when("2026-11-24T05:00", zone="Mars/Olympus") == "Tue 24 Nov 08:30"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "")),
    st.one_of(st.none(), st.times()),
    st.one_of(st.none(), st.times()),
)
def test_never_before_now_and_never_outside_hours(now, zone, earliest, latest):
    found = callable_from(now, zone=zone, place=Place(""), hours=USUAL, earliest=earliest, latest=latest)
    assert found >= now
    assert found.weekday() < 5
    again = callable_from(found, zone=zone, place=Place(""), hours=USUAL, earliest=earliest, latest=latest)
    assert again == found


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        callable_from(datetime(2026, 11, 24), zone="Europe/London", place=GB, hours=USUAL)
