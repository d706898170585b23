"""What became of a lead, when that is known, and when a lead leaks (FIELD_GUIDE 6). Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rightday.kernel.ratios import Ratio
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Ending


@dataclass(frozen=True, slots=True)
class Leaks:
    """When a lead leaks, in days (settings section "leaks").

    `once`: nobody has called since the only call. `quiet`: neither called nor heard of; after as long nobody knows
    what became of an open lead. `manager`: so much later managers see it too. How late a next step may be is the
    cadence's (settings section "cadence").
    """

    once: int = 7
    quiet: int = 30
    manager: int = 5


class Became(StrEnum):
    """What became of a lead: every lead is in exactly one of these."""

    UNKNOWN = "unknown"
    US = "us"
    COMPETITOR = "competitor"
    OWN = "own"
    CANCELLED = "cancelled"
    NOT_RECRUITING = "not_recruiting"
    NO_CONTACT = "no_contact"
    OPEN = "open"


BECAME_WORDS: Final = {
    Became.OPEN: "Open, at a milestone",
    Became.COMPETITOR: "Filled by a competitor",
    Became.US: "Filled by us",
    Became.OWN: "Their own hire",
    Became.CANCELLED: "Cancelled",
    Became.NOT_RECRUITING: "Not recruiting after all",
    Became.NO_CONTACT: "Asked not to be called",
    Became.UNKNOWN: "We do not know",
}
OF_ENDING: Final = {
    Ending.FILLED_BY_US: Became.US,
    Ending.FILLED_BY_COMPETITOR: Became.COMPETITOR,
    Ending.FILLED_DIRECTLY: Became.OWN,
    Ending.CANCELLED: Became.CANCELLED,
    Ending.NOT_RECRUITING: Became.NOT_RECRUITING,
    Ending.DO_NOT_CONTACT: Became.NO_CONTACT,
}
ORDER: Final = tuple(Became)
"""The order of the groups of a list: what wants a call first, what goes on last."""


class Tab(StrEnum):
    """A part of a period's leads."""

    ALL = "all"
    UNKNOWN = "unknown"
    OPEN = "open"
    US = "us"
    OTHERS = "others"
    ENDED = "ended"


TAB_WORDS: Final = {
    Tab.ALL: "All",
    Tab.UNKNOWN: "Unknown",
    Tab.OPEN: "Open",
    Tab.US: "Filled by us",
    Tab.OTHERS: "By others",
    Tab.ENDED: "Ended",
}
OF_TAB: Final = {
    Tab.ALL: frozenset(Became),
    Tab.UNKNOWN: frozenset({Became.UNKNOWN}),
    Tab.OPEN: frozenset({Became.OPEN}),
    Tab.US: frozenset({Became.US}),
    Tab.OTHERS: frozenset({Became.COMPETITOR, Became.OWN}),
    Tab.ENDED: frozenset({Became.CANCELLED, Became.NOT_RECRUITING, Became.NO_CONTACT}),
}


class Silence(StrEnum):
    """Why nobody knows: it was never called, never reached, or went quiet."""

    UNCALLED = "uncalled"
    UNREACHED = "unreached"
    QUIET = "quiet"


def became(
    ending: Ending | None,
    *,
    milestone_on: date | None,
    last_talk_on: date | None,
    last_heard_on: date,
    on: date,
    leaks: Leaks,
) -> Became:
    """What is known of a lead on a day.

    An open one is known while a milestone has a day that is to come, or is past by no more than `leaks.quiet` days,
    or while its manager was spoken to, or its demand heard of, within as many.
    """
    if ending is not None:
        return OF_ENDING[ending]
    since = on - timedelta(days=leaks.quiet)
    heard = (milestone_on, last_talk_on, last_heard_on)
    return Became.OPEN if any(day is not None and day >= since for day in heard) else Became.UNKNOWN


@dataclass(frozen=True, slots=True)
class Tally:
    """The leads of a period, counted by what became of them. The counts add up to `total`.

    `stages` are of the open ones, None of those whose hiring process nothing is known of; `rivals` are (id, name,
    how many) of those a competitor filled, (None, "", n) of those where nobody knows which.
    """

    counts: dict[Became, int]
    stages: dict[Stage | None, int] = field(default_factory=dict)
    silences: dict[Silence, int] = field(default_factory=dict)
    rivals: tuple[tuple[int | None, str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def known(self) -> Ratio:
        """The share with a known outcome: the measure of a desk that tracks to completion."""
        return Ratio(self.total - self.of(Became.UNKNOWN), self.total)

    def of(self, *which: Became) -> int:
        return sum(self.counts.get(one, 0) for one in which)

    def in_tab(self, tab: Tab) -> int:
        return self.of(*OF_TAB[tab])
