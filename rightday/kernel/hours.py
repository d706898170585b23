"""Call hours: when somebody may be called where they are.

Wall-clock times of a zone are turned into moments before they are compared or counted, so that an hour is
an hour on the days when the clocks change. All moments are aware; a naive one raises ValueError.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from rightday.kernel.days import Place, next_working_day, on_or_after_working_day

_SOMEWHERE = Place("")
_ONE_DAY = dt.timedelta(days=1)
_TRIES = 30  # working days; after these the chosen weekdays leave none of the place's, and the place's own count


@dataclass(frozen=True, slots=True)
class CallHours:
    """The hours of a working day in which calls are made, by the clock of the person called.

    Nobody is called before 08:30 or after 18:00 (DESIGN section 6). `days` are the ISO weekdays on which
    calls are made, of those that the place works; () is all of them. Raises ValueError unless opens < closes.
    """

    opens: dt.time = dt.time(8, 30)
    closes: dt.time = dt.time(18, 0)
    days: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("call hours must open before they close")


USUAL_HOURS = CallHours()


def local(now: dt.datetime, zone: str) -> dt.datetime:
    """The same moment by the clock of `zone` (IANA name). Raises ValueError for an unknown zone."""
    if now.utcoffset() is None:
        raise ValueError("the moment must be aware of its zone")
    return now.astimezone(_zone(zone))


def is_open(now: dt.datetime, zone: str, place: Place, hours: CallHours = USUAL_HOURS) -> bool:
    """True on a working day of `place` from opening up to, but not at, closing."""
    here = local(now, zone)
    if _open_day(here.date(), place, hours) != here.date():
        return False
    opens, closes = _window(here.date(), zone, hours)
    return opens <= here.astimezone(dt.UTC) < closes


def next_open(now: dt.datetime, zone: str, place: Place, hours: CallHours = USUAL_HOURS) -> dt.datetime:
    """`now` itself when it is open, else the next opening; by the clock of `zone`."""
    opens, _ = _window_from(now, zone, place, hours)
    return max(opens, now.astimezone(dt.UTC)).astimezone(_zone(zone))


def add_working_hours(
    now: dt.datetime, hours: float, zone: str, place: Place, call_hours: CallHours = USUAL_HOURS
) -> dt.datetime:
    """The moment when so many open hours have passed since `now`; by the clock of `zone`.

    "Answered within 2 working hours" of Friday 17:00 is Monday 09:30. What ends exactly at closing ends
    that day. Raises ValueError for negative or endless hours.
    """
    if not 0 <= hours < 100_000:
        raise ValueError("hours must be zero or more, and finite")
    left = dt.timedelta(hours=hours)
    moment = now
    while True:
        opens, closes = _window_from(moment, zone, place, call_hours)
        start = max(opens, moment.astimezone(dt.UTC))
        if start + left <= closes:
            return (start + left).astimezone(_zone(zone))
        left -= closes - start
        moment = closes


def working_hours_between(
    start: dt.datetime, end: dt.datetime, zone: str, place: Place, call_hours: CallHours = USUAL_HOURS
) -> float:
    """How many open hours pass from `start` to `end`; 0 when `end` is not after it.

    The inverse of `add_working_hours`.
    """
    passed, moment, last = dt.timedelta(0), start, end.astimezone(dt.UTC)
    while moment < end:
        opens, closes = _window_from(moment, zone, place, call_hours)
        passed += max(min(closes, last) - max(opens, moment.astimezone(dt.UTC)), dt.timedelta(0))
        moment = closes
    return passed / dt.timedelta(hours=1)


def open_zones(
    now: dt.datetime, zones: Iterable[str], place: Place = _SOMEWHERE, hours: CallHours = USUAL_HOURS
) -> tuple[str, ...]:
    """Those of the zones where it is open now, in their order; Monday to Friday unless a place is given."""
    return tuple(zone for zone in zones if is_open(now, zone, place, hours))


def _window_from(now: dt.datetime, zone: str, place: Place, hours: CallHours) -> tuple[dt.datetime, dt.datetime]:
    """Opening and closing (UTC) of the first working day whose closing is still ahead of `now`."""
    here = local(now, zone)
    day = _open_day(here.date(), place, hours)
    opens, closes = _window(day, zone, hours)
    if closes <= here.astimezone(dt.UTC):
        opens, closes = _window(_open_day(day + _ONE_DAY, place, hours), zone, hours)
    return opens, closes


def _open_day(day: dt.date, place: Place, hours: CallHours) -> dt.date:
    """`day` itself when calls are made on it, else the first after it on which they are."""
    first = day = on_or_after_working_day(day, place)
    for _ in range(_TRIES if hours.days else 0):
        if day.isoweekday() in hours.days:
            return day
        day = next_working_day(day, place)
    return first


def _window(day: dt.date, zone: str, hours: CallHours) -> tuple[dt.datetime, dt.datetime]:
    """A time the clocks skip counts as the moment they jump over it (PEP 495, fold 0)."""
    here = _zone(zone)
    opens = dt.datetime.combine(day, hours.opens, here).astimezone(dt.UTC)
    closes = dt.datetime.combine(day, hours.closes, here).astimezone(dt.UTC)
    return opens, max(opens, closes)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:  # not found; a folder of zones; a path
        raise ValueError(f"unknown time zone: {name!r}") from error
