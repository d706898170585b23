"""The day expressions of English, each a pattern and its meaning. The table stands in `when_text`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from rightday.kernel import day_meanings as meanings
from rightday.kernel.day_meanings import Kind
from rightday.kernel.day_words import (
    COUNTS,
    DAY,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    full_year,
    number_of,
    to_date,
)

Meant = tuple[dt.date, Kind] | None
Meaning = Callable[[re.Match[str], dt.date, bool], Meant]

_LEAD = rf"(?:\bon\s+)?(?:(?:\b(?:next|this|last)\s+)?\b(?:{WEEKDAY})\b[\s,.]*)?"
_COUNT = "|".join(sorted(COUNTS, key=len, reverse=True))
_PART = r"(?P<part>end|start|beginning|early|middle|mid|late|later)(?:\s+(?:of|in))?(?:\s+the)?"
_PARTS = {
    "end": "end", "late": "end", "later": "end", "start": "start", "beginning": "start", "early": "start",
    "mid": "middle", "middle": "middle",
}  # fmt: skip
_COUNTED_THING = (
    r"(?!\s+(?:round|interview|stage|time|call|one|person|candidate|floor|placement|attempt|half|quarter|"
    r"century|year|week|month|team|line|party|choice|meeting|offer)s?\b)"
)
_WORDS_TOO = frozenset({"sat", "sun", "wed", "mon", "mar", "may", "march", "jan", "dec"})


def _iso(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    return _day(to_date(int(match["y"]), int(match["m"]), int(match["d"])))


def _numbers(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    day, month = int(match["d"]), int(match["m"])
    if match["y"]:
        return _day(to_date(full_year(match["y"], today), month, day))
    if (day, month) == (24, 7) or not 1 <= month <= 12:  # "24/7" is a way of working
        return None
    return _day(meanings.without_year(month, day, today, past=past))


def _day_and_month(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    day, month = number_of(match["d"]), MONTHS[match["m"].lower()]
    if match["m"] in ("may", "march") and match["d"].isdigit() and match.start("m") < match.start("d"):
        return None  # "they may 2 weeks from now …" is no month
    if match["y"]:
        return _day(to_date(full_year(match["y"], today), month, day))
    return _day(meanings.without_year(month, day, today, past=past))


def _near(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    word = match["word"].lower()
    count = 2 if word.startswith("day") else {"tom": 1, "tmr": 1, "yes": -1}.get(word[:3], 0)
    return _day(meanings.shifted(count, "day", today))


def _weekday(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    which = (match["which"] or "").lower()
    if match["name"] in _WORDS_TOO and not which and not match["on"]:
        return None  # "sat with him", "the sun": a day only when it is led in or has its capital
    past = past and not match["week"]
    day = meanings.weekday(WEEKDAYS[match["name"].lower()], today, which=which, past=past)
    return _day(meanings.shifted(1, "week", day) if match["week"] or match["on_week"] else day)


def _week(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    which, part = (match["which"] or "").lower(), (match["part"] or "").lower()
    if not which and not part:
        return None
    return meanings.week(today, which=which, part=_PARTS.get(part, "")), Kind.WEEK


def _weekend(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    return _day(meanings.weekend(today, which=(match["which"] or "").lower()))


def _shift(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    written = re.sub(r"\s+", " ", match["count"].lower())
    count = COUNTS[written] if written in COUNTS else int(written)
    return _day(meanings.shifted(-count if match["ago"] else count, match["unit"].lower(), today))


def _month(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    which, part = (match["which"] or "").lower(), (match["part"] or "").lower()
    if not which and not part:
        return None
    return meanings.month(today, which=which, part=_PARTS.get(part, "")), Kind.MONTH


def _month_end(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    return meanings.month(today, which="this", part="end"), Kind.MONTH


def _named_month(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    number = MONTHS[match["m"].lower()]
    year = full_year(match["y"], today) if match["y"] else None
    part = _PARTS.get((match["part"] or "").lower(), "")
    return meanings.named_month(number, year, today, part=part, past=past), Kind.MONTH


def _year_end(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    return meanings.year_end(today), Kind.MONTH


def _ordinal(match: re.Match[str], today: dt.date, past: bool) -> Meant:
    return _day(meanings.day_of_month(number_of(match["d"]), today, past=past))


def _day(found: dt.date | None) -> Meant:
    return (found, Kind.DAY) if found else None


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


PATTERNS: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (_pattern(rf"{_LEAD}(?<![\d/.\-])(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d/\-])"), _iso),
    (
        _pattern(
            rf"{_LEAD}(?<![\d/.\-£$€])(?P<d>\d{{1,2}})(?P<sep>[/.])(?P<m>\d{{1,2}})(?P=sep)"
            r"(?P<y>\d{4}|\d\d)(?![\d/]|\.\d)"
        ),
        _numbers,
    ),
    (_pattern(rf"{_LEAD}(?<![\d/.\-£$€])(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?P<y>)(?![\d/%])"), _numbers),
    (
        _pattern(
            rf"{_LEAD}(?:\bthe\s+)?(?<![\d/.£$€:])\b(?P<d>{DAY})[\s\-]*(?:of\s+)?(?P<m>{MONTH})\b"
            rf"(?:\.?,?\s+(?P<y>{YEAR})(?!\d))?"
        ),
        _day_and_month,
    ),
    (
        _pattern(
            rf"{_LEAD}\b(?P<m>{MONTH})\.?\s+(?P<d>{DAY})(?![\d:/]|\s?(?:am|pm|k)\b)\b(?:,?\s+(?P<y>{YEAR})(?!\d))?"
        ),
        _day_and_month,
    ),
    (
        _pattern(
            r"\b(?:the\s+)?(?P<word>day\s+after\s+tomorrow|today|tonight|tomorrow|tmrw|yesterday|"
            r"this\s+(?:morning|afternoon|evening))\b"
        ),
        _near,
    ),
    (
        _pattern(
            rf"\b(?P<on_week>a\s+week\s+(?:on\s+)?)?(?P<on>(?:on|by|until|till|before|from)\s+)?"
            rf"(?:(?P<which>this|next|last)\s+(?:coming\s+)?)?(?P<name>{WEEKDAY})\b(?P<week>\s+week\b)?"
        ),
        _weekday,
    ),
    (_pattern(rf"\b(?:{_PART}\s+)?(?:(?P<which>this|next|last)\s+)?week\b"), _week),
    (_pattern(r"\b(?:(?:at|on|over)\s+)?(?:(?P<which>this|next|last)|the)\s+weekend\b"), _weekend),
    (
        _pattern(
            rf"\b(?:in|within)\s+(?P<count>\d{{1,3}}|{_COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?"
            r"(?:['’]?\s+time)?\b(?P<ago>)"
        ),
        _shift,
    ),
    (
        _pattern(
            rf"\b(?P<count>\d{{1,3}}|{_COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?"
            r"(?:\s+(?P<ago>ago|back)|\s+from\s+(?:now|today)|['’]\s+time)\b"
        ),
        _shift,
    ),
    (_pattern(rf"\b(?:{_PART}\s+)?(?:(?P<which>this|next|last)\s+)?month\b"), _month),
    (_pattern(r"\bmonth[\s\-]?end\b"), _month_end),
    (_pattern(rf"\b{_PART}\s+(?P<m>{MONTH})\b(?:\s+(?P<y>{YEAR})(?!\d))?"), _named_month),
    (_pattern(rf"\bin\s+(?P<part>)(?P<m>{MONTH})\b(?:\s+(?P<y>{YEAR})(?!\d))?"), _named_month),
    (_pattern(r"\b(?:end\s+of\s+(?:the\s+|this\s+)?year|year[\s\-]?end)\b"), _year_end),
    (_pattern(rf"{_LEAD}\b(?:the|on)\s+(?P<d>{DAY})(?<=[a-z])\b{_COUNTED_THING}"), _ordinal),
)
"""Each expression with its meaning; where two begin together the longer one counts."""
