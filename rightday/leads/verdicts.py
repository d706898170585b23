"""The grade in words: how strong, until when, what it was (DESIGN, freshness)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from rightday.kernel.when import say_day
from rightday.leads.demand import GRADE_WORDS, Grade
from rightday.leads.grades import DEFAULT, Dates, Holds, grade

_TICKS = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """ "Hot", "1 day left", one tick of five; `until` is the last day of the grade, None for none.

    `sentence` says it in full: "Hot until Thu 26 Nov."
    """

    grade: Grade
    word: str
    left: str
    ticks: int
    until: date | None
    sentence: str


def verdict(dates: Dates, today: date, holds: Holds = DEFAULT) -> Verdict:
    """The grade on a day, with its time left: days for hot, the remaining share of the period else."""
    found = grade(dates, today)
    word = GRADE_WORDS[found]
    spans = {
        Grade.HOT: (dates.hot_until, holds.hot),
        Grade.WARM: (dates.warm_until, holds.warm),
        Grade.COLD: (dates.cold_until, holds.cold),
    }
    until, period = spans.get(found, (None, 0))
    if until is None:
        was = _was(dates, today)
        return Verdict(found, word, "was hot" if was else "", 0, None, f"{word}: {was}." if was else f"{word}.")
    days = (until - today).days
    if found is Grade.HOT:
        left = _left(days)
        ticks = min(days, _TICKS)
        return Verdict(found, word, left, ticks, until, f"{word} until {say_day(until, today)}.")
    ticks = min(_TICKS, ceil(_TICKS * (days + 1) / (period + 1)))
    was = _was(dates, today)
    left = "was hot" if was else _left(days)
    return Verdict(found, word, left, ticks, until, f"{word} until {say_day(until, today)}.")


def _left(days: int) -> str:
    """ "76 days left": short enough to stand beside the word in every row; the last day itself is in the sentence."""
    return {0: "last day", 1: "1 day left"}.get(days, f"{days} days left")


def _was(dates: Dates, today: date) -> str:
    """ "was hot until Sun 22 Nov": only where it fell from hot in the last fortnight, else ''."""
    if dates.hot_until is None or dates.identified_on is None or not 0 < (today - dates.hot_until).days <= 14:
        return ""
    return f"was hot until {say_day(dates.hot_until, today)}"
