"""Working hours where a member works."""

from __future__ import annotations

from datetime import UTC, date, datetime

import time_machine

from rightday.agencies.models import Agency
from rightday.agencies.queries import at_hand
from rightday.leads.handoffs.clocks import clock_in, clock_of
from rightday.team.models import Member

TUESDAY = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


def test_the_hours_are_the_agencys_in_the_zone_of_the_member(inside):
    Agency.objects.filter(pk=inside.agency.pk).update(
        settings={"hours": {"earliest": "09:00", "latest": "17:30", "days": [1, 2, 3, 4]}}
    )
    inside.jo.zone = "America/New_York"
    clock = clock_of(inside.jo)
    assert (clock.zone, clock.day, clock.place.country) == ("America/New_York", 8.5, "GB")
    assert clock.after(TUESDAY, 1) == datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert clock.after(datetime(2026, 11, 26, 22, 0, tzinfo=UTC), 1) == datetime(2026, 11, 30, 14, 30, tzinfo=UTC)
    assert clock.left(TUESDAY, datetime(2026, 11, 24, 15, 0, tzinfo=UTC)) == 1


def test_without_a_zone_of_their_own_it_is_the_agencys(inside):
    assert clock_of(Member.objects.get(pk=inside.jo.pk)).zone == "Europe/London"


def test_an_unknown_zone_counts_as_utc(inside):
    with at_hand(inside.agency):
        assert clock_in("Nowhere/Land").after(TUESDAY, 2) == datetime(2026, 11, 24, 11, 42, tzinfo=UTC)


@time_machine.travel(TUESDAY, tick=False)
def test_moments_in_words(inside):
    clock = clock_in("America/New_York")
    assert clock.said(TUESDAY, date(2026, 11, 24)) == "today, 04:42"
    assert clock.said(TUESDAY, date(2026, 11, 30)) == "Tue 24 Nov, 04:42"
    assert clock.end_of(date(2026, 11, 24)) == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
