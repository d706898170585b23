"""What can be done to many leads at once, and how it is told. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class BulkKind(StrEnum):
    TODAY = "today"
    HAND = "hand"
    OWN = "own"
    MOVE = "move"
    STEP = "step"
    LABEL = "label"
    UNLABEL = "unlabel"


KIND_WORDS: Final = {
    BulkKind.TODAY: "Added to today",
    BulkKind.HAND: "Handed on",
    BulkKind.OWN: "Owner changed",
    BulkKind.MOVE: "Moved",
    BulkKind.STEP: "Next step changed",
    BulkKind.LABEL: "Labelled",
    BulkKind.UNLABEL: "Label taken off",
}
KIND_CHOICES: Final = [(one.value, words) for one, words in KIND_WORDS.items()]
MOST: Final = 5_000
"""Leads at once at most; more are refused with the number, and nothing is done."""
PART: Final = 250
"""Leads in one transaction, and between two looks at the progress."""
UNDO_HOURS: Final = 24
"""So long an act can be taken back from its page."""
REASONS_SHOWN: Final = 3

CHANGED: Final = "somebody has changed it meanwhile"
GONE: Final = "it is no longer there"
ENDED: Final = "it has ended"
NO_CALLS: Final = "they asked not to be called"
ASK_OTHERS: Final = "they want no call about it: others are asked"
DUE_ALREADY: Final = "it is due by then already"
THERE_ALREADY: Final = "it is there already"
LABELLED: Final = "it has this label already"
UNLABELLED: Final = "it has no such label"
THEIRS_ALREADY: Final = "it is theirs already"
MOVED_ON: Final = "it has moved on since"


def too_many(number: int, *, at_least: bool = False) -> str:
    """What is said of a selection that is too large, with the way out."""
    count = f"More than {MOST:,}" if at_least else f"{number:,}"
    return (
        f"{count} leads are selected, and {MOST:,} is the most at once. Nothing has been done. "
        "Narrow the view with a filter, and do it in parts."
    )


def reasons(skipped: Iterable[tuple[int, str]]) -> list[tuple[str, int]]:
    """The reasons of what was left alone, the most common first."""
    return Counter(reason for _, reason in skipped).most_common()


def left_out(skipped: Iterable[tuple[int, str]]) -> str:
    """ "2 left out: it has ended; 1: a call is agreed for Thu 26 Nov"; "" where none was."""
    found = reasons(skipped)
    if not found:
        return ""
    told = [f"{count:,}: {reason}" for reason, count in found[:REASONS_SHOWN]]
    rest = sum(count for _, count in found[REASONS_SHOWN:])
    return "Left out, " + "; ".join([*told, *([f"{rest:,} more"] if rest else [])])
