"""The words and patterns of days, months and hours, shared by the readers of cells and of text."""

from __future__ import annotations

import calendar
import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
         "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "a couple of": 2, "couple of": 2, "a few": 3,
}  # fmt: skip

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20|21)\d\d|'\d\d"
CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.?|p\.m\.?)(?!\w)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midday)"
)
HOUR = r"(?:[01]?\d|2[0-3])(?![\d/:%.]\d|[\w%])"

_CLOCK_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d(?:\.\d+)?)?\s?([ap])?", re.IGNORECASE)


def to_time(text: str, *, office: bool = False) -> dt.time | None:
    """ "10:30", "2pm", "noon" as a time; None when there is no such time.

    With `office`, a bare 1 to 7 is the afternoon: nobody means three in the night by "at 3".
    """
    text = text.strip().lower()
    if text in ("noon", "midday"):
        return dt.time(12)
    match = _CLOCK_PARTS.match(text)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = match[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    elif office and not match[2] and 1 <= hour <= 7:
        hour += 12
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def to_date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has none (31 April)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return dt.date(year, month, day)


def full_year(text: str, today: dt.date) -> int:
    """The year of "2026", "26" or "'26": two digits mean the last 79 years or the next 20."""
    digits = text.lstrip("'")
    if len(digits) > 2:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if year > today.year + 20:
        return year - 100
    return year + 100 if year < today.year - 79 else year


def month_days(month: int, year: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def number_of(text: str) -> int:
    """ "3rd" is 3."""
    return int(re.sub(r"\D", "", text))
