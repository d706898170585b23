"""Days named in free English text, found while somebody types: "call Priya next Thurs at 10".

What is meant, with today = Tue 24 Nov 2026:

| words | day |
| --- | --- |
| today, tonight, tomorrow, yesterday, the day after tomorrow | 24, 24, 25, 23, 26 Nov |
| Thursday, on Thursday, this Thursday | the coming one, Thu 26 Nov (with `past` the one before today) |
| Tuesday | the coming one, Tue 1 Dec: today is called today |
| next Thursday | that of the next calendar week (Monday to Sunday), Thu 3 Dec |
| last Thursday | the latest before today, Thu 19 Nov |
| Thursday week, a week on Thursday | the coming one and seven days, Thu 3 Dec |
| this week, end of the week | its Friday, 27 Nov (kind WEEK); today when that is over |
| next week, early or mid next week, end of next week | Mon 30 Nov, Mon 30 Nov, Wed 2 Dec, Fri 4 Dec |
| last week | its Friday, 20 Nov |
| in two weeks, in 3 days, in a month, a fortnight ago | 8 Dec, 27 Nov, 24 Dec, 10 Nov |
| 3rd April, Thu 26 Nov, 26/11 | the coming one, or the nearer of the last 60 days (`past`: the latest) |
| the 30th | the coming 30th (with `past` the latest) |
| end of the month, next month, end of March | 30 Nov, 1 Dec, 31 Mar 2027 (kind MONTH) |

"at 3" is the afternoon, "at 8" the morning. "26/11" is day first, as our users write.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from rightday.kernel.day_meanings import Kind
from rightday.kernel.day_patterns import PATTERNS
from rightday.kernel.day_words import CLOCK, HOUR, to_time

_LONGEST = 20_000
"""Characters read; a note that is longer is read up to here."""

_TIME_AFTER = re.compile(
    rf",?\s+(?:(?:at|@|around|about|from|before|after)\s*)?(?P<clock>{CLOCK})"
    rf"|,?\s*(?:at|@)\s*(?:about\s+|around\s+)?(?P<hour>{HOUR})",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?:\bat\s+)?(?<![\d:.])(?P<clock>{CLOCK}),?\s+$|\bat\s+(?P<hour>{HOUR}),?\s+$", re.IGNORECASE
)
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Found:
    """A day expression: text[start:end] == `text` names `day`, and `time` when one is said."""

    start: int
    end: int
    day: dt.date
    time: dt.time | None
    text: str
    kind: Kind = Kind.DAY


def find_days(text: str, today: dt.date, *, past: bool = False) -> tuple[Found, ...]:
    """The day expressions of a text, in their order, never overlapping.

    `past` turns the ambiguous ones backwards ("on Thursday" in a note about a call). Days the calendar
    does not have are not found. Well under a millisecond for a note; never raises.
    """
    text = text[:_LONGEST]
    spans: list[tuple[int, int, dt.date, Kind]] = []
    for pattern, meaning in PATTERNS:
        for match in pattern.finditer(text):
            try:
                meant = meaning(match, today, past)
            except (OverflowError, ValueError):  # beyond the calendar's years
                continue
            if meant:
                spans.append((match.start(), match.end(), *meant))
    spans.sort(key=lambda span: (span[0], -span[1]))
    found: list[Found] = []
    reached = 0
    for start, end, day, kind in spans:
        if start >= reached:
            found.append(_with_time(text, start, end, day, kind, reached))
            reached = found[-1].end
    return tuple(found)


def _with_time(text: str, start: int, end: int, day: dt.date, kind: Kind, reached: int) -> Found:
    """Take in the time that stands right behind the day, or right before it."""
    time = None
    after = _TIME_AFTER.match(text, end)
    if after:
        time = _time_of(after)
        end = after.end() if time else end
    before = None if time else _TIME_BEFORE.search(text[max(reached, start - _BEFORE) : start])
    if before:
        time = _time_of(before)
        start = max(reached, start - _BEFORE) + before.start() if time else start
    return Found(start, end, day, time, text[start:end], kind)


def _time_of(match: re.Match[str]) -> dt.time | None:
    return to_time(match["clock"] or match["hour"], office=match["clock"] is None)
