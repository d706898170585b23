"""The day inside a sentence: "yesterday", "last Tue", "3 April". Cells are `kernel.when`'s.

What was heard is true at the latest on the day it was said, so a day still to come
("interviewing on Thursday") counts as the day of saying it.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = (
    r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_COUNTED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def day_in(text: str, today: date | None, *, past: bool) -> date | None:
    """The day `text` names, none later than `today`; None if it names none or today is unknown.

    `past` says that the verb is in the past: "interviewed on Tuesday" is the last Tuesday.
    Numbers are read day first.
    """
    for pattern, reckon in _FORMS:
        match = pattern.search(text)
        if match is None or today is None:
            continue
        try:
            found = reckon(match, today, past)
        except (ValueError, OverflowError):
            continue
        return min(found, today)
    return None


def names_a_day(text: str) -> bool:
    """Whether the words are tied to a day or a week at all."""
    return any(pattern.search(text) for pattern, _ in _FORMS)


def _ago(match: re.Match[str], today: date, past: bool) -> date:
    number = match.group(1).lower()
    count = int(number) if number.isdigit() else _COUNTED[number]
    unit = match.group(2).lower()[0]
    return today - timedelta(days=count * {"d": 1, "w": 7, "m": 30, "y": 365}[unit])


def _weekday(match: re.Match[str], today: date, past: bool) -> date:
    if not past and not match.group(1):
        return today
    back = (today.weekday() - _WEEKDAYS.index(match.group(2).lower()[:3])) % 7
    return today - timedelta(days=back or 7)


def _numbers(match: re.Match[str], today: date, past: bool) -> date:
    return _dated(int(match.group(1)), int(match.group(2)), match.group(3), today)


def _day_month(match: re.Match[str], today: date, past: bool) -> date:
    month = _MONTHS.index(match.group(2).lower()[:3]) + 1
    return _dated(int(match.group(1)), month, match.group(3), today)


def _month_day(match: re.Match[str], today: date, past: bool) -> date:
    month = _MONTHS.index(match.group(1).lower()[:3]) + 1
    return _dated(int(match.group(2)), month, match.group(3), today)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    """Without a year the nearest one: in January "3 Dec" was last month."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = date(today.year, month, day)
    return date(today.year - 1, month, day) if found > today + timedelta(days=180) else found


_Reckon = Callable[[re.Match[str], date, bool], date]


def _form(pattern: str, reckon: _Reckon) -> tuple[re.Pattern[str], _Reckon]:
    return re.compile(pattern, re.IGNORECASE), reckon


_FORMS: tuple[tuple[re.Pattern[str], _Reckon], ...] = (
    _form(
        r"\b(\d{4})-(\d\d)-(\d\d)\b",
        lambda m, t, p: date(int(m.group(1)), int(m.group(2)), int(m.group(3))),
    ),
    _form(r"(?<![\d/])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?(?![\d/%])", _numbers),
    _form(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}\b(?:[\s,'’-]+(\d{{4}})\b)?", _day_month),
    _form(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}})\b)?", _month_day),
    _form(
        r"\b(\d{1,3}|a|one|two|three|four|five|six)\s+(days?|weeks?|wks?|months?|years?|yrs?)\s+ago\b",
        _ago,
    ),
    _form(r"\b(?:yesterday|last night)\b", lambda m, t, p: t - timedelta(days=1)),
    _form(r"\blast (?:week|wk)\b", lambda m, t, p: t - timedelta(days=7)),
    _form(r"\blast month\b", lambda m, t, p: t - timedelta(days=30)),
    _form(r"\blast (?:year|summer|winter|spring|autumn)\b", lambda m, t, p: t - timedelta(days=365)),
    _form(
        r"\b(?:today|tonight|tomorrow|tmrw|this (?:week|wk|morning|afternoon|month)|next (?:week|wk)"
        r"|now|currently|at the moment|right now|w/c)\b",
        lambda m, t, p: t,
    ),
    _form(rf"\b(last\s+)?{_WEEKDAY}\b", _weekday),
    _form(r"\b(?:in|since|back in)\s+((?:19|20)\d\d)\b", lambda m, t, p: date(int(m.group(1)), 12, 31)),
)
