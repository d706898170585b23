"""What the words of a day expression mean, counted from today. The table stands in `when_text`."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from rightday.kernel.day_words import month_days, to_date

_STILL_RECENT = 60  # days: "on 20 Nov" said on the 24th is four days ago, not next year
_FRIDAY, _SATURDAY = 4, 5


class Kind(StrEnum):
    """How exact a day expression is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def weekday(number: int, today: dt.date, *, which: str = "", past: bool = False) -> dt.date:
    """The day of a named weekday (Monday is 0); `which` is "", "this", "next" or "last"."""
    if which == "next":
        return _monday(today) + dt.timedelta(days=7 + number)
    if which == "last" or (past and which != "this"):
        return today - dt.timedelta(days=(today.weekday() - number) % 7 or 7)
    return today + dt.timedelta(days=(number - today.weekday()) % 7 or 7)


def week(today: dt.date, *, which: str, part: str) -> dt.date:
    """A day that stands for a week: its Friday, its Monday for next week unless a part is said."""
    monday = _monday(today) + dt.timedelta(days={"next": 7, "last": -7}.get(which, 0))
    offset = {"start": 0, "middle": 2, "end": _FRIDAY}.get(part, 0 if which == "next" else _FRIDAY)
    return (
        monday + dt.timedelta(days=offset)
        if which in ("next", "last")
        else max(today, monday + dt.timedelta(days=offset))
    )


def weekend(today: dt.date, *, which: str) -> dt.date:
    """Its Saturday."""
    return _monday(today) + dt.timedelta(days=_SATURDAY + {"next": 7, "last": -7}.get(which, 0))


def month(today: dt.date, *, which: str, part: str) -> dt.date:
    """A day that stands for a month: the first of the next one, else the last day, unless a part is said."""
    first = add_months(today.replace(day=1), {"next": 1, "last": -1}.get(which, 0))
    return _part_of(first, part or ("start" if which == "next" else "end"))


def named_month(number: int, year: int | None, today: dt.date, *, part: str, past: bool) -> dt.date:
    """ "end of March", "in March": the month that comes (with `past` the one that was), or is now."""
    if year is None:
        ahead = (number - today.month) % 12
        year = today.year + (today.month + ahead > 12)
        if past and ahead:
            year -= 1
    return _part_of(dt.date(year, number, 1), part or "start")


def year_end(today: dt.date) -> dt.date:
    """31 December."""
    return today.replace(month=12, day=31)


def shifted(count: int, unit: str, today: dt.date) -> dt.date:
    """Today plus (or minus) so many days, weeks, fortnights, months or years."""
    if unit in ("month", "year"):
        return add_months(today, count * (12 if unit == "year" else 1))
    return today + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last of that month (31 Jan → 28 Feb)."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month_index + 1, min(day.day, month_days(month_index + 1, year)))


def without_year(number: int, day: int, today: dt.date, *, past: bool) -> dt.date | None:
    """ "26 Nov": see the table. 29 February waits for its year."""
    years = range(max(1, today.year - 8), min(9999, today.year + 8) + 1)
    days = [found for year in years if (found := to_date(year, number, day))]
    before = [found for found in days if found < today]
    coming = [found for found in days if found >= today]
    if past:
        return today if today in coming else before[-1] if before else None
    if before and coming and (today - before[-1]).days <= min(_STILL_RECENT, (coming[0] - today).days):
        return before[-1]
    return coming[0] if coming else None


def day_of_month(day: int, today: dt.date, *, past: bool) -> dt.date | None:
    """ "the 30th": the coming one, today included; with `past` the latest."""
    step = -1 if past else 1
    for count in range(5):
        first = add_months(today.replace(day=1), step * count)
        found = to_date(first.year, first.month, day)
        if found and (found <= today if past else found >= today):
            return found
    return None


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _part_of(first: dt.date, part: str) -> dt.date:
    last = month_days(first.month, first.year)
    return first.replace(day={"start": 1, "middle": 15}.get(part, last))
