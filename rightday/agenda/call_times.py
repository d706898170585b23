"""When a step may be called: the hours where the person is, or the ones they gave."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from rightday.agencies.rules import CallHours
from rightday.kernel import hours as clock
from rightday.kernel.days import Place

_LAST = time(23, 59)


def callable_from(
    now: datetime,
    *,
    zone: str,
    place: Place,
    hours: CallHours,
    earliest: time | None = None,
    latest: time | None = None,
    agreed: date | None = None,
) -> datetime:
    """`now` when the person may be called at once, else the next moment; by the clock of `zone`.

    The step's own times go before the agency's. On the day agreed (`agreed`) no weekend, no holiday
    and no closing hour stands in the way. An unknown zone counts as UTC.
    """
    try:
        here = clock.local(now, zone)
    except ValueError:
        zone, here = "UTC", clock.local(now, "UTC")
    opens = earliest or hours.earliest
    if agreed == here.date():
        at = datetime.combine(agreed, opens, here.tzinfo)
        return max(here, at) if earliest else here
    closes = latest or hours.latest
    if closes <= opens:
        closes = _LAST
    if closes <= opens:
        opens = time(0, 0)
    window = clock.CallHours(opens, closes)
    at = here
    for _ in range(_WEEK):
        at = clock.next_open(at, zone, place, window)
        if at.isoweekday() in hours.days or not hours.days:
            break
        at = datetime.combine(at.date() + timedelta(days=1), time(0, 0), here.tzinfo)
    return at


_WEEK = 8  # tries: after these the agency's days exclude every working day, and the place's own count
