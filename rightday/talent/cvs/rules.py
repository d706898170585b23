"""What may become of a proposal."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Answer(StrEnum):
    """Kept as a fact, left out, or to be asked of the candidate."""

    KEPT = "kept"
    LEFT = "left"
    LATER = "later"


ANSWER_WORDS: Final = {
    Answer.KEPT: "Confirmed",
    Answer.LEFT: "Left out",
    Answer.LATER: "To ask them",
}
OPEN_ANSWERS: Final = frozenset({Answer.LATER})
"""Answers after which it may still be kept."""
