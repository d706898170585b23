import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.days import Place, is_working_day
from rightday.kernel.hours import (
    USUAL_HOURS,
    CallHours,
    add_working_hours,
    is_open,
    local,
    next_open,
    open_zones,
    working_hours_between,
)

GB, US = Place("GB"), Place("US")
LONDON, NEW_YORK = "Europe/London", "America/New_York"
ZONES = st.sampled_from([LONDON, NEW_YORK, "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"])
MOMENTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.UTC))
HOURS = st.sampled_from(
    [USUAL_HOURS, CallHours(dt.time(0), dt.time(23, 59)), CallHours(dt.time(1, 30), dt.time(2, 30))]
)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "zone", "place", "is_so"),
    [
        ("2026-11-24T08:29:59+00:00", LONDON, GB, False),
        ("2026-11-24T08:30:00+00:00", LONDON, GB, True),
        ("2026-11-24T17:59:59+00:00", LONDON, GB, True),
        ("2026-11-24T18:00:00+00:00", LONDON, GB, False),
        ("2026-07-01T07:30:00+00:00", LONDON, GB, True),  # summer time
        ("2026-11-24T09:00:00+00:00", NEW_YORK, US, False),
        ("2026-11-24T15:00:00+00:00", NEW_YORK, US, True),
        ("2026-11-26T15:00:00+00:00", NEW_YORK, US, False),  # Thanksgiving
        ("2026-11-28T12:00:00+00:00", LONDON, GB, False),
    ],
)
def test_it_is_open_by_the_clock_of_the_person_called(now: str, zone: str, place: Place, is_so: bool) -> None:
    assert is_open(at(now), zone, place) is is_so


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-24T10:00:00+00:00", "2026-11-24T10:00:00+00:00"),
        ("2026-11-24T07:00:00+00:00", "2026-11-24T08:30:00+00:00"),
        ("2026-11-24T18:00:00+00:00", "2026-11-25T08:30:00+00:00"),
        ("2026-11-27T18:00:00+00:00", "2026-11-30T08:30:00+00:00"),
        ("2026-03-27T18:30:00+00:00", "2026-03-30T08:30:00+01:00"),  # the clocks change on Sunday
    ],
)
def test_the_next_opening(now: str, opens: str) -> None:
    assert next_open(at(now), LONDON, GB) == at(opens)
    assert next_open(at(now), LONDON, GB).isoformat() == opens


@pytest.mark.parametrize(
    ("now", "hours", "then"),
    [
        ("2026-11-27T17:00:00+00:00", 2, "2026-11-30T09:30:00+00:00"),
        ("2026-11-27T16:00:00+00:00", 2, "2026-11-27T18:00:00+00:00"),
        ("2026-11-28T12:00:00+00:00", 0, "2026-11-30T08:30:00+00:00"),
        ("2026-11-24T08:30:00+00:00", 9.5, "2026-11-24T18:00:00+00:00"),
        ("2026-11-24T08:30:00+00:00", 19.5, "2026-11-26T09:00:00+00:00"),
    ],
)
def test_working_hours_are_added(now: str, hours: float, then: str) -> None:
    assert add_working_hours(at(now), hours, LONDON, GB) == at(then)


def test_an_hour_is_an_hour_when_the_clocks_change() -> None:
    night = CallHours(dt.time(0, 30), dt.time(4))
    sundays = Place("IL")  # Sunday is worked there
    start = at("2026-03-29T00:30:00+00:00")
    assert add_working_hours(start, 2, LONDON, sundays, night).isoformat() == "2026-03-29T03:30:00+01:00"


def test_the_open_zones_of_a_moment() -> None:
    zones = ["Asia/Tokyo", LONDON, NEW_YORK]
    assert open_zones(at("2026-11-24T15:00:00+00:00"), zones) == (LONDON, NEW_YORK)
    assert open_zones(at("2026-11-28T15:00:00+00:00"), zones) == ()


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../etc", "Europe"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        local(at("2026-11-24T15:00:00+00:00"), zone)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        is_open(dt.datetime(2026, 11, 24, 15), LONDON, GB)


@pytest.mark.parametrize("hours", [-1, float("nan"), float("inf")])
def test_hours_must_be_countable(hours: float) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        add_working_hours(at("2026-11-24T15:00:00+00:00"), hours, LONDON, GB)


def test_call_hours_open_before_they_close() -> None:
    with pytest.raises(ValueError, match="open before"):
        CallHours(dt.time(9), dt.time(9))


@given(MOMENTS, ZONES, HOURS)
def test_the_next_opening_is_open_and_not_before_now(now: dt.datetime, zone: str, hours: CallHours) -> None:
    opens = next_open(now, zone, GB, hours)
    assert opens >= now
    assert is_working_day(opens.date(), GB)
    assert (opens == now) == is_open(now, zone, GB, hours) or opens > now
    if hours != CallHours(dt.time(1, 30), dt.time(2, 30)):  # which a change of clocks can skip
        assert is_open(opens, zone, GB, hours)


@given(MOMENTS, ZONES, st.floats(0, 60), st.floats(0, 60))
def test_hours_add_up(now: dt.datetime, zone: str, one: float, other: float) -> None:
    at_once = add_working_hours(now, one + other, zone, GB)
    in_turn = add_working_hours(add_working_hours(now, one, zone, GB), other, zone, GB)
    closing = in_turn.timetz().replace(tzinfo=None)
    assert abs(at_once - in_turn) <= dt.timedelta(milliseconds=1) or closing in (
        USUAL_HOURS.opens, USUAL_HOURS.closes,
    )  # fmt: skip


@given(MOMENTS, MOMENTS, ZONES, st.floats(0, 40))
def test_a_later_start_never_ends_earlier(one: dt.datetime, other: dt.datetime, zone: str, hours: float) -> None:
    early, late = sorted((one, other))
    assert add_working_hours(early, hours, zone, GB) <= add_working_hours(late, hours, zone, GB)


@given(MOMENTS, st.floats(0, 60, allow_nan=False), ZONES, HOURS, st.sampled_from([(), (1, 2, 3, 4), (2,), (6, 7)]))
def test_hours_between_undo_hours_added(
    now: dt.datetime, hours: float, zone: str, open_from: CallHours, days: tuple[int, ...]
) -> None:
    chosen = CallHours(open_from.opens, open_from.closes, days)
    end = add_working_hours(now, hours, zone, GB, chosen)
    assert working_hours_between(now, end, zone, GB, chosen) == pytest.approx(hours, abs=1e-5)
    assert working_hours_between(end, now, zone, GB, chosen) == (0 if hours else pytest.approx(0, abs=1e-9))


def test_hours_between_leave_out_nights_and_weekends() -> None:
    friday, monday = at("2026-11-27T17:00:00+00:00"), at("2026-11-30T09:30:00+00:00")
    assert working_hours_between(friday, monday, LONDON, GB) == 2
    assert working_hours_between(monday, friday, LONDON, GB) == 0


def test_weekdays_on_which_nobody_calls_do_not_count() -> None:
    four_days = CallHours(days=(1, 2, 3, 4))
    thursday = at("2026-11-26T17:00:00+00:00")
    assert add_working_hours(thursday, 2, LONDON, GB, four_days) == at("2026-11-30T09:30:00+00:00")
    assert not is_open(at("2026-11-27T12:00:00+00:00"), LONDON, GB, four_days)
    assert is_open(at("2026-11-26T12:00:00+00:00"), LONDON, GB, four_days)


def test_weekdays_that_leave_no_day_are_those_of_the_place() -> None:
    weekend = CallHours(days=(6, 7))
    assert is_open(at("2026-11-27T12:00:00+00:00"), LONDON, GB, weekend)
    assert add_working_hours(at("2026-11-27T12:00:00+00:00"), 1, LONDON, GB, weekend) == at("2026-11-27T13:00:00+00:00")
