"""Where leads leak, and since when: the kinds, and the days that bound them (FIELD_GUIDE 6). Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rightday.insight.rules import Leaks


class Leak(StrEnum):
    """A way in which a lead is forgotten."""

    ONCE = "once"
    OVERDUE = "overdue"
    QUIET = "quiet"
    NEVER = "never"


LEAK_WORDS: Final = {
    Leak.ONCE: "Followed up once, then forgotten",
    Leak.OVERDUE: "Next step overdue",
    Leak.QUIET: "Not called for a month",
    Leak.NEVER: "Never called",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The last days on which something must have happened, else the lead leaks. `on` is the day it is asked for.

    The three of a late step are by grade: hot, warm, any other.
    """

    on: date
    once: date
    quiet: date
    hot: date
    warm: date
    cold: date


def bounds(
    on: date, leaks: Leaks, cadence: tuple[int, int, int], *, back: Callable[[date, int], date], late: int
) -> Bounds:
    """`cadence`: working days until a hot, a warm, a cold lead is called again. `back` goes back working days.

    `late`: days later than its owner that somebody sees it (managers).
    """
    then = on - timedelta(days=late)
    hot, warm, cold = (back(then, days) for days in cadence)
    return Bounds(on, then - timedelta(days=leaks.once), then - timedelta(days=leaks.quiet), hot, warm, cold)


def quiet_words(days: int) -> str:
    """ "Not called for a month", with the agency's own number of days."""
    return LEAK_WORDS[Leak.QUIET] if days == Leaks().quiet else f"Not called for {days} days"
