"""Working days of a place: its weekend and its public holidays.

From the `holidays` package (national and regional public holidays, with the days they are moved to).
Where it knows no country, Monday to Friday are worked and nothing is a holiday. Islamic holidays of years to
come are estimates there and move by a day.
"""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from holidays import HolidayBase, country_holidays

_ONE_DAY = dt.timedelta(days=1)
_COUNTRY_ALIASES = {"UK": "GB", "EL": "GR"}
# The United Kingdom shares few holidays as a whole (no Easter Monday): England's stand for an unnamed part.
_USUAL_SUBDIVISION = {"GB": "ENG"}
_ENGLISH = ("en_GB", "en_US", "en_IN", "en_AU", "en_CA")


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166, two letters; '' unknown) and its part (ISO 3166-2: "SCT", "CA")."""

    country: str
    subdivision: str = ""


@dataclass(frozen=True, slots=True)
class _Year:
    off: frozenset[dt.date]
    names: Mapping[dt.date, str]


def is_working_day(day: dt.date, place: Place) -> bool:
    """True when people work: neither weekend nor public holiday; a weekend day worked in exchange counts."""
    return day not in _year(place, day.year).off


def next_working_day(day: dt.date, place: Place) -> dt.date:
    """The first working day strictly after `day`. Raises OverflowError at the calendar's end."""
    return on_or_after_working_day(day + _ONE_DAY, place)


def on_or_after_working_day(day: dt.date, place: Place) -> dt.date:
    """`day` itself when it is worked, else the first worked after it. OverflowError at the calendar's end."""
    while not is_working_day(day, place):
        day += _ONE_DAY
    return day


def add_working_days(day: dt.date, n: int, place: Place) -> dt.date:
    """The n-th working day after `day` (before it for a negative n).

    0 gives `day`, moved on to a working day. So "2 working days after Friday" is Tuesday, also when said on a
    Saturday. Raises OverflowError at either end of the calendar.
    """
    if n == 0:
        return on_or_after_working_day(day, place)
    step = _ONE_DAY if n > 0 else -_ONE_DAY
    left = abs(n)
    while left:
        day += step
        left -= is_working_day(day, place)
    return day


def working_days_between(start: dt.date, end: dt.date, place: Place) -> int:
    """How many working days lie after `start`, up to and with `end`; negative when `end` is before `start`.

    The inverse of `add_working_days` for n > 0.
    """
    if end < start:
        return -working_days_between(end, start, place)
    days = (start + dt.timedelta(days=count) for count in range(1, (end - start).days + 1))
    return sum(is_working_day(day, place) for day in days)


def holiday_name(day: dt.date, place: Place) -> str:
    """The holiday's name in English where known ("Christmas Day"), else as the place says; '' for none."""
    return _year(place, day.year).names.get(day, "")


@lru_cache(maxsize=1024)
def _year(place: Place, year: int) -> _Year:
    calendar = _calendar(place, year)
    new_year = dt.date(year, 1, 1)
    days = [new_year + count * _ONE_DAY for count in range(365 + isleap(year))]
    if calendar is None:
        return _Year(frozenset(day for day in days if day.weekday() >= 5), MappingProxyType({}))
    off = frozenset(day for day in days if not calendar.is_working_day(day))
    return _Year(off, MappingProxyType(dict(calendar)))


def _calendar(place: Place, year: int) -> HolidayBase | None:
    country = place.country.strip().upper()
    country = _COUNTRY_ALIASES.get(country, country)
    subdivision = place.subdivision.strip().upper() or _USUAL_SUBDIVISION.get(country, "")
    for part in dict.fromkeys((subdivision, _USUAL_SUBDIVISION.get(country, ""), "")):
        try:
            known = country_holidays(country, subdiv=part or None)
            language = next((name for name in _ENGLISH if name in known.supported_languages), None)
            return country_holidays(country, subdiv=part or None, years=year, expand=False, language=language)
        except NotImplementedError:  # no such country, or no such part of it
            continue
    return None
