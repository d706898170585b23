"""Working hours where a member works: what the clocks of a hand-off are reckoned in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.kernel import hours as kernel
from rightday.kernel.days import Place
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member


@dataclass(frozen=True, slots=True)
class Clock:
    """The hours of the agency by the clock of a zone, without the holidays of a place."""

    zone: str
    place: Place
    hours: kernel.CallHours

    @property
    def day(self) -> float:
        """Hours of one working day."""
        opens, closes = (timedelta(hours=at.hour, minutes=at.minute) for at in (self.hours.opens, self.hours.closes))
        return (closes - opens) / timedelta(hours=1)

    def after(self, at: datetime, hours: float) -> datetime:
        """The moment when so many working hours have passed."""
        return kernel.add_working_hours(at, hours, self.zone, self.place, self.hours).astimezone(UTC)

    def left(self, now: datetime, until: datetime) -> float:
        """Working hours from now until then; 0 when it is over."""
        return kernel.working_hours_between(now, until, self.zone, self.place, self.hours)

    def end_of(self, day: date) -> datetime:
        """When calls end on a day."""
        here = clock.local(clock.now(), self.zone).tzinfo
        return datetime.combine(day, self.hours.closes, here).astimezone(UTC)

    def said(self, at: datetime, today: date) -> str:
        """ "today, 16:20", "Wed 25 Nov, 09:20" by this clock."""
        here = clock.local(at, self.zone)
        return f"{say_day(here.date(), today)}, {here:%H:%M}"


def clock_of(member: Member) -> Clock:
    """The member's own: their zone, else the agency's, with the agency's hours, weekdays and holidays."""
    return clock_in(team.zone_of(member))


def clock_in(zone: str) -> Clock:
    """The agency's hours by the clock of a zone; an unknown zone counts as UTC."""
    agency, hours = agencies.here(), agencies.numbers(CallHours, "hours")
    known = str(clock.local(clock.now(), zone).tzinfo)
    window = kernel.CallHours(hours.earliest, hours.latest, tuple(hours.days))
    return Clock(known, Place(agency.country, agency.subdivision), window)
