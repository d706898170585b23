"""Watches: advertisements without a manager, and the day on which we ask whether the place was filled. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rightday.leads.process.rules import Filler

DAYS: Final = 30
QUESTION: Final = "Was the place filled, and by whom?"


@dataclass(frozen=True, slots=True)
class Watching:
    """After how many days an advertisement without a manager is asked about (settings section "watches")."""

    days: int = DAYS


class Found(StrEnum):
    """What came of a watch, where it is over."""

    US = "us"
    COMPETITOR = "competitor"
    OWN = "own"
    GONE = "gone"

    @property
    def filler(self) -> Filler | None:
        """Who filled the place; None where nobody did."""
        return None if self is Found.GONE else Filler(self.value)


FOUND_WORDS: Final = {
    Found.COMPETITOR: "Filled by a competitor",
    Found.OWN: "Filled by their own hire",
    Found.US: "Filled by us",
    Found.GONE: "Nobody was hired: the place is gone",
}
FOUND_CHOICES: Final = [(one.value, words) for one, words in FOUND_WORDS.items()]


def ask_on(heard_on: date, today: date, days: int) -> date:
    """So many days after it was heard, and never before today; at the calendar's end that end."""
    try:
        return max(heard_on + timedelta(days=days), today)
    except OverflowError:
        return date.max


def question_of(ask: str, *, watched: bool) -> str:
    """What to find out: who the manager is goes on being worth asking."""
    if not watched:
        return ask
    return f"{QUESTION} {ask}".strip()


def answer_words(found: Found, *, who: str = "", winner: str = "") -> str:
    """ "Filled by a competitor: Brightline, Ana Duarte" """
    named = ", ".join(filter(None, (winner, who)))
    return FOUND_WORDS[found] + (f": {named}" if named else "")
