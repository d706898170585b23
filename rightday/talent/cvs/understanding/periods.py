"""Periods as CVs write them: "01/2025 – present", "2022 – 24", "March 2020 to April 2022", "since 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightday.kernel.day_words import MONTH, MONTHS, month_days

_NOW: Final = r"present|now|current|currently|today|to date|date|ongoing|heute"
_POINT: Final = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<_m>{MONTH})\b\.?[\s,/’'-]*(?P<_y>(?:19|20)\d\d|\d\d)\b"
    r"|(?:\d{1,2}[/.])?(?P<_n>0?[1-9]|1[0-2])\s?[/.]\s?(?P<_z>(?:19|20)\d\d)\b"
    r"|(?P<_v>(?:19|20)\d\d)[-/.](?P<_w>0[1-9]|1[0-2])(?:-\d\d)?\b"
    r"|(?P<_x>(?:19|20)\d\d)\b)"
)
"""A month and year or a year; its groups begin with a letter for which of a period's ends it is."""
_FROM, _TO, _SINCE = (_POINT.replace("<_", f"<{end}") for end in "abs")
_PERIOD: Final = re.compile(
    rf"(?<![\w/])(?:{_FROM}\s*(?:[–—−-]|to\b|until\b|till\b)\s*(?:{_TO}|(?P<short>\d\d)(?!\d|[/.]\d)|(?P<now>{_NOW})\b)"
    rf"|since\s+{_SINCE})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day to a last one; `months` False where only years are written, `now` while it lasts."""

    start: int
    end: int
    began: date
    ended: date | None
    now: bool
    began_month: bool
    ended_month: bool


def period_in(text: str, today: date) -> Period | None:
    """The first period that a line names; None where it names none that can be."""
    for match in _PERIOD.finditer(text):
        found = _read(match, today)
        if found is not None:
            return found
    return None


def _read(match: re.Match[str], today: date) -> Period | None:
    since = match["sx"] or match["sy"] or match["sz"] or match["sv"]
    began, exact = _point(match, "s" if since else "a", today, last=False)
    if since or match["now"]:
        return Period(match.start(), match.end(), began, None, True, exact, True)
    if match["short"]:
        ended, ends_exactly = date(began.year // 100 * 100 + int(match["short"]), 12, 31), False
    else:
        ended, ends_exactly = _point(match, "b", today, last=True)
    if ended < began:
        return None
    return Period(match.start(), match.end(), began, ended, False, exact, ends_exactly)


def _point(match: re.Match[str], of: str, today: date, *, last: bool) -> tuple[date, bool]:
    """First day of a month or year, or its last; and whether the month is written."""
    month, year = 0, match[f"{of}x"]
    if match[f"{of}m"]:
        month, year = MONTHS[match[f"{of}m"].lower()], match[f"{of}y"]
    elif match[f"{of}n"]:
        month, year = int(match[f"{of}n"]), match[f"{of}z"]
    elif match[f"{of}v"]:
        month, year = int(match[f"{of}w"]), match[f"{of}v"]
    number = int(year)
    if number < 100:
        number += 2000 if number <= today.year % 100 + 1 else 1900
    if not month:
        return date(number, 12 if last else 1, 31 if last else 1), False
    return date(number, month, month_days(month, number) if last else 1), True
