"""Which day it is where somebody is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from rightday.agencies import clock

LATE = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/London", 24),
        ("Europe/Berlin", 25),
        ("America/New_York", 24),
        ("", 24),
        ("No/Where", 24),
        ("Europe", 24),
    ],
)
def test_the_day_is_of_the_place_and_an_unknown_place_is_utc(zone, day):
    assert clock.day_in(zone, LATE) == date(2026, 11, day)


def test_now_and_today():
    with time_machine.travel(LATE, tick=False):
        assert clock.now() == LATE
        assert clock.today_in("Europe/Berlin") == date(2026, 11, 25)


def test_clocks_there():
    assert f"{clock.local(LATE, 'Asia/Kolkata'):%H:%M}" == "05:00"
