"""When a call without an answer is tried again, and the words for it. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from rightday.kernel.days import Place, is_working_day, next_working_day, on_or_after_working_day

MIDDAY: Final = time(11, 30)
AFTERNOON: Final = time(14, 30)
WHY_LIMIT: Final = 300
_PAUSE: Final = timedelta(hours=2)
_LAST_HALF_HOUR: Final = timedelta(minutes=30)
_SOME_DAY: Final = date(2000, 1, 1)
_TRIED: Final = re.compile(r"\s*Tried (?:once|twice|\d+ times), last on [^.]*\.(?: Write first[^.]*\.)?\s*$")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def days_later(day: date, count: int, place: Place) -> date:
    """So many days on, or the working day that follows."""
    return on_or_after_working_day(day + timedelta(days=count), place)


def before_last(last: date, today: date, place: Place) -> date:
    """The last working day before `last`; the next working day when that has come already."""
    day = last - timedelta(days=1)
    while day > today and not is_working_day(day, place):
        day -= timedelta(days=1)
    return day if day > today else next_working_day(today, place)


def another_part(at: time) -> time | None:
    """Where the part of day of the next try begins: morning → afternoon → midday → morning (None)."""
    if at < MIDDAY:
        return AFTERNOON
    return None if at < AFTERNOON else MIDDAY


def later_today(at: time, opens: time, closes: time) -> time | None:
    """A later part of the same day, two hours on at least; None when that would be after hours."""
    if at < opens:
        return opens
    begins = MIDDAY if at < MIDDAY else AFTERNOON
    found = max(_on_clock(begins), _half_hour(_on_clock(at) + _PAUSE))
    return found.time() if found <= _on_clock(closes) - _LAST_HALF_HOUR else None


def with_tries(why: str, tries: int, on: date, *, write_first: bool) -> str:
    """The reason, then how often and when last it was tried; what an earlier try said is replaced."""
    often = {1: "once", 2: "twice"}.get(tries, f"{tries} times")
    tail = f"Tried {often}, last on {said(on)}."
    if write_first:
        tail += " Write first, an email or a text, then call."
    reason = _TRIED.sub("", why).strip()[: WHY_LIMIT - len(tail) - 1]
    return f"{reason} {tail}".strip()


def said(day: date) -> str:
    """The day as it is written everywhere: "Thu 26 Nov"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def _on_clock(at: time) -> datetime:
    """A time of day as something that can be added to."""
    return datetime.combine(_SOME_DAY, at.replace(tzinfo=None))


def _half_hour(at: datetime) -> datetime:
    """Rounded up to the half hour."""
    over = timedelta(minutes=at.minute % 30, seconds=at.second, microseconds=at.microsecond)
    return at - over + (timedelta(minutes=30) if over else timedelta())
