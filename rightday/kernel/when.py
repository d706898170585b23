"""Days as people write them in one cell, and days said in words.

One rule decides between 3 April and 4 March in "03/04/2026": the caller's `dayfirst`, learned from
the column (`dayfirst_of`). A day that does not exist or lacks its year is never guessed: the text stays,
with what to do about it.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rightday.kernel.day_meanings import Kind
from rightday.kernel.day_words import (
    CLOCK,
    DAY,
    MONTH,
    MONTHS,
    WEEKDAY,
    full_year,
    month_days,
    number_of,
    to_date,
    to_time,
)
from rightday.kernel.when_text import Found, find_days

__all__ = ["DayOrder", "Found", "Kind", "Moment", "dayfirst_of", "find_days", "read_day", "say_day"]

_LONGEST = 60
_EXCEL_EPOCH = dt.date(1899, 12, 30)  # Excel's 1900 system, with its invented 29 February 1900 behind it
_EXCEL_SERIALS = range(15000, 80000)  # 1941 to 2119
_NOT_A_DAY = "This does not look like a date."
_WRITE_LIKE = "Write it like 3 Apr 2026."

_TIME = rf"(?:[T\s,]+(?:at\s+)?(?P<time>{CLOCK}(?::\d\d(?:\.\d+)?)?)\s*(?:Z|UTC|[+-]\d\d:?\d\d)?)?"
_WEEKDAY = rf"(?:(?:{WEEKDAY})\b[\s,.]*)?"
_ISO = re.compile(rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){_TIME}", re.IGNORECASE)
_NUMBERS = re.compile(
    rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<sep>\s*[-/.]\s*|\s)(?P<b>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}|\d\d){_TIME}",
    re.IGNORECASE,
)
_SHORT_NUMBERS = re.compile(r"(?P<a>\d{1,2})\s*[-/.]\s*(?P<b>\d{1,2})\.?")
_YEAR_PART = r"(?P<y>\d{4}|'?\d\d)"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>{DAY})[\s\-./,]*(?:of\s+)?(?P<m>{MONTH})\b[\s\-./,]*(?:{_YEAR_PART})?{_TIME}",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}(?P<m>{MONTH})\b[\s\-./]*(?P<d>{DAY})(?:[\s\-./,]+{_YEAR_PART})?{_TIME}", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"(?P<m>{MONTH})\b[\s\-./,]*(?P<y>\d{{4}}|'\d\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a cell says: its day and time (None when it says none), the cell's text, and a problem.

    `problem` is a plain sentence with the fix; '' when the day was read, or the cell is empty.
    """

    day: dt.date | None
    time: dt.time | None
    text: str
    problem: str


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How many cells can only be day-first, only month-first, or either."""

    dayfirst: int
    monthfirst: int
    either: int


def read_day(
    cell: str | int | float | dt.date | dt.datetime | None,
    today: dt.date,
    *,
    dayfirst: bool = True,
    past: bool = True,
) -> Moment:
    """Read the day of one cell. Never raises.

    Dates of a spreadsheet, its serial numbers (46125 is 13 Apr 2026) and text in the usual forms. `past`
    says which way words without a year look: "Thursday" in a call log is the last one, in a column of
    follow-ups the next. "31/04/2026", "16/4" and "28-Apr" keep their text and get a problem.
    """
    if cell is None or isinstance(cell, str):
        return _read_text(cell or "", today, dayfirst=dayfirst, past=past)
    if isinstance(cell, dt.datetime):
        time = cell.time().replace(tzinfo=None)
        return Moment(cell.date(), time if time != dt.time() else None, cell.isoformat(" "), "")
    if isinstance(cell, dt.date):
        return Moment(cell, None, cell.isoformat(), "")
    return _read_number(cell)


def say_day(day: dt.date, today: dt.date) -> str:
    """ "today", "tomorrow", "yesterday", "Thu 26 Nov"; with the year when it is another one."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if near:
        return near
    said = f"{_SHORT_WEEKDAYS[day.weekday()]} {day.day} {_SHORT_MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def dayfirst_of(cells: Iterable[object]) -> tuple[bool | None, DayOrder]:
    """Whether a column writes the day before the month, with the evidence; None when it does not say.

    Counts cells like "23/04/2026" (day first), "04/23/2026" (month first) and "03/04/2026" (either). Both
    kinds in one column: decided only when one is four times the other.
    """
    day, month, either = 0, 0, 0
    for cell in cells:
        match = _NUMBERS.fullmatch(cell.strip()) if isinstance(cell, str) and len(cell) < _LONGEST else None
        if not match:
            continue
        a, b = int(match["a"]), int(match["b"])
        day += 12 < a <= 31 and 1 <= b <= 12
        month += 12 < b <= 31 and 1 <= a <= 12
        either += 1 <= a <= 12 and 1 <= b <= 12
    order = DayOrder(day, month, either)
    if max(day, month) == 0 or max(day, month) < 4 * min(day, month):
        return None, order
    return day > month, order


_SHORT_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _read_number(cell: int | float) -> Moment:
    if isinstance(cell, bool) or not math.isfinite(cell):
        return Moment(None, None, str(cell), _NOT_A_DAY)
    text = str(int(cell)) if cell == int(cell) else repr(cell)
    if int(cell) in _EXCEL_SERIALS:
        return _from_serial(float(cell), text)
    return _from_digits(text, dayfirst=True) or Moment(None, None, text, _NOT_A_DAY)


def _from_serial(serial: float, text: str) -> Moment:
    """Days since the end of 1899, the fraction being the time, to the nearest minute."""
    days, minutes = divmod(round(serial * 24 * 60), 24 * 60)
    time = dt.time(minutes // 60, minutes % 60) if minutes else None
    return Moment(_EXCEL_EPOCH + dt.timedelta(days=days), time, text, "")


def _from_digits(text: str, *, dayfirst: bool) -> Moment | None:
    """ "20260403", "03042026": year first when that makes a day of our times."""
    if len(text) != 8 or not text.isdecimal():
        return None
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    if not 1900 <= year <= 2150 or to_date(year, month, day) is None:
        first, second, year = int(text[:2]), int(text[2:4]), int(text[4:])
        day, month = (first, second) if dayfirst else (second, first)
    found = to_date(year, month, day) if 1900 <= year <= 2150 else None
    return Moment(found, None, text, "") if found else None


def _read_text(cell: str, today: dt.date, *, dayfirst: bool, past: bool) -> Moment:
    text = cell.strip()
    if not text:
        return Moment(None, None, "", "")
    if len(text) > _LONGEST:
        return Moment(None, None, cell, _NOT_A_DAY)
    if not text.isascii() and text.isdecimal():
        text = str(int(text))
    if _SERIAL.fullmatch(text) and int(float(text)) in _EXCEL_SERIALS:
        return _from_serial(float(text), text)
    if _DIGITS.fullmatch(text):
        return _from_digits(text, dayfirst=dayfirst) or Moment(None, None, text, _NOT_A_DAY)
    return (
        _numeric(text, today, dayfirst=dayfirst)
        or _worded(text, today)
        or _relative(text, today, past=past)
        or _long_form(text)
        or Moment(None, None, text, f"{_NOT_A_DAY} {_WRITE_LIKE}")
    )


def _numeric(text: str, today: dt.date, *, dayfirst: bool) -> Moment | None:
    match = _ISO.fullmatch(text)
    if match:
        return _moment(text, int(match["y"]), int(match["m"]), int(match["d"]), match["time"])
    match = _NUMBERS.fullmatch(text)
    if match:
        a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"], today)
        day, month = (a, b) if dayfirst else (b, a)
        if month > 12 and day <= 12:  # only the other order makes a day of it
            day, month = month, day
        return _moment(text, year, month, day, match["time"])
    match = _SHORT_NUMBERS.fullmatch(text)
    if not match:
        return None
    a, b = int(match["a"]), int(match["b"])
    day, month = (a, b) if dayfirst or a > 12 else (b, a)
    return _without_year(text, day, month, today) if 1 <= month <= 12 else None


def _worded(text: str, today: dt.date) -> Moment | None:
    match = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)
    month_year = _MONTH_YEAR.fullmatch(text)
    if month_year and (match is None or match["y"] is None):  # "Apr 2026", "May '26"
        return Moment(None, None, text, f"The day is missing. Add it: 1 {text}.")
    if match is None:
        return None
    day, month = number_of(match["d"]), MONTHS[match["m"].lower()]
    if match["y"] is None:
        return _without_year(text, day, month, today)
    return _moment(text, full_year(match["y"], today), month, day, match["time"])


def _moment(text: str, year: int, month: int, day: int, time: str | None) -> Moment:
    found = to_date(year, month, day)
    if found:
        return Moment(found, to_time(time) if time else None, text, "")
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        return Moment(None, None, text, f"{_NOT_A_DAY} {_WRITE_LIKE}")
    name = _SHORT_MONTHS[month - 1]
    days = month_days(month, year)
    return Moment(None, None, text, f"{name} {year} has {days} days. Correct the day {day}.")


def _without_year(text: str, day: int, month: int, today: dt.date) -> Moment:
    if not 1 <= day <= 31:
        return Moment(None, None, text, f"{_NOT_A_DAY} {_WRITE_LIKE}")
    example = f"{day} {_SHORT_MONTHS[month - 1]} {today.year}"
    return Moment(None, None, text, f"The year is missing. Add it, for example {example}.")


def _relative(text: str, today: dt.date, *, past: bool) -> Moment | None:
    """ "tomorrow", "next Thursday at 10": only when the words make up the whole cell."""
    found = find_days(text, today, past=past)
    if len(found) == 1 and found[0].end - found[0].start == len(text.rstrip(".")):
        return Moment(found[0].day, found[0].time, text, "")
    return None


def _long_form(text: str) -> Moment | None:
    """Other languages ("3 avril 2026") by dateparser: slow, hence last, and only with a whole year."""
    if not re.search(r"[^\W\d_]{3}", text) or not re.search(r"\b(?:19|20)\d\d\b", text):
        return None
    import dateparser  # inline: it takes 0.3 s to load and few imports need it

    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    languages = ["en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "nb"]
    try:
        found = dateparser.parse(text, languages=languages, settings=settings)
    except Exception:  # its parsers leak whatever a strange text makes them raise
        return None
    if found is None:
        return None
    return Moment(found.date(), found.time() if found.time() != dt.time() else None, text, "")
