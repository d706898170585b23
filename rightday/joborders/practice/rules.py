"""The four exercises (FIELD_GUIDE 14)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Exercise(StrEnum):
    """What is practised."""

    REFERENCE = "reference"
    CALL_PLAN = "call_plan"
    REBUTTALS = "rebuttals"
    CLOSING = "closing"


EXERCISE_CHOICES: Final = [
    (Exercise.REFERENCE.value, "The reference call"),
    (Exercise.CALL_PLAN.value, "The call plan"),
    (Exercise.REBUTTALS.value, "Weak points and rebuttals"),
    (Exercise.CLOSING.value, "The closing questions"),
]
