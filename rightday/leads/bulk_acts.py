"""What can be done to many leads at once. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class BulkKind(StrEnum):
    HAND = "hand"
    MOVE = "move"
    STEP = "step"
    LABEL = "label"
    UNLABEL = "unlabel"


KIND_WORDS: Final = {
    BulkKind.HAND: "Handed on",
    BulkKind.MOVE: "Moved",
    BulkKind.STEP: "Put on a day",
    BulkKind.LABEL: "Labelled",
    BulkKind.UNLABEL: "Label taken off",
}
KIND_CHOICES: Final = [(one.value, words) for one, words in KIND_WORDS.items()]
MOST: Final = 5_000
"""Leads at once at most; more are refused with the number, and nothing is done."""
PART: Final = 250
"""Leads in one transaction, and between two looks at the progress."""
