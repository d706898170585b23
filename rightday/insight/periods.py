"""Past times as one speaks of them: a month, a quarter, a year, any days from one to another. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, assert_never

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
LONGEST: Final = 366
"""Days of a period at most: a year is read at once, more is read year by year."""
_ONE: Final = timedelta(days=1)


class Span(StrEnum):
    """What a period is, by its first and last day."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, both included. `cut`: more days were asked for than can be read at once."""

    first: date
    last: date
    cut: bool = False

    @property
    def span(self) -> Span:
        after = self.last + _ONE
        if self.first.day != 1 or after.day != 1:
            return Span.FREE
        months = (after.year - self.first.year) * 12 + after.month - self.first.month
        if months == 1:
            return Span.MONTH
        if months == 3 and self.first.month % 3 == 1:
            return Span.QUARTER
        return Span.YEAR if months == 12 and self.first.month == 1 else Span.FREE

    @property
    def before(self) -> Period:
        """The one that ends the day before this begins: as many months, else as many days."""
        last = self.first - _ONE
        match self.span:
            case Span.MONTH:
                return month_of(last)
            case Span.QUARTER:
                return quarter_of(last)
            case Span.YEAR:
                return year_of(last)
            case Span.FREE:
                return Period(last - (self.last - self.first), last)
            case other:
                assert_never(other)

    def words(self, today: date) -> str:
        """ "October", "October 2025", "July to September", "2025", "5 October to 9 November"."""
        year = "" if self.last.year == today.year else f" {self.last.year}"
        match self.span:
            case Span.MONTH:
                return f"{MONTHS[self.first.month - 1]}{year}"
            case Span.QUARTER:
                return f"{MONTHS[self.first.month - 1]} to {MONTHS[self.last.month - 1]}{year}"
            case Span.YEAR:
                return str(self.first.year)
            case Span.FREE if self.first == self.last:
                return f"{_day(self.last)}{year}"
            case Span.FREE:
                own = f" {self.first.year}" if self.first.year != self.last.year else ""
                return f"{_day(self.first)}{own} to {_day(self.last)}{year}"
            case other:
                assert_never(other)

    def title(self, today: date) -> str:
        """ "October’s leads, read in November"."""
        words = self.words(today)
        whose = f"{words}’s leads" if self.span is Span.MONTH and " " not in words else f"Leads of {words}"
        return f"{whose}, read in {MONTHS[today.month - 1]}"

    @property
    def params(self) -> dict[str, str]:
        """What its address says."""
        return {"from": self.first.isoformat(), "to": self.last.isoformat()}


def month_of(day: date) -> Period:
    return _months(day, 1)


def quarter_of(day: date) -> Period:
    return _months(day, 3)


def year_of(day: date) -> Period:
    return _months(day, 12)


def period_of(params: Mapping[str, str], today: date, *, usual: Period) -> Period:
    """The period of an address; `usual` where it says none that can be read. Days to come are no past: up to today.

    Days the wrong way round are turned; more than a year is read up to its last day.
    """
    try:
        first, last = date.fromisoformat(params.get("from", "")), date.fromisoformat(params.get("to", ""))
    except ValueError:
        return usual
    first, last = min(first, last), max(first, last)
    if first > today or last.year - 1 < date.min.year:
        return usual
    if (last - first).days >= LONGEST:
        return Period(last - timedelta(days=LONGEST - 1), last, cut=True)
    return Period(first, last)


def _months(day: date, number: int) -> Period:
    """The block of so many months of a year in which a day lies."""
    month = day.month - (day.month - 1) % number
    first = date(day.year, month, 1)
    after = month + number
    return Period(first, (date(day.year, after, 1) if after <= 12 else date(day.year + 1, 1, 1)) - _ONE)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
