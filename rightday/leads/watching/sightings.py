"""Where competitors are seen (FIELD_GUIDE 4, 6). Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class SightingKind(StrEnum):
    CV_SENT = "cv_sent"
    INTERVIEWING = "interviewing"
    FILLED = "filled"
    CALLED = "called"
    CONTRACTORS = "contractors"
    OTHER = "other"


KIND_WORDS: Final = {
    SightingKind.CV_SENT: "sent a CV",
    SightingKind.INTERVIEWING: "has somebody in interviews",
    SightingKind.FILLED: "filled the place",
    SightingKind.CALLED: "called about it",
    SightingKind.CONTRACTORS: "has contractors there",
    SightingKind.OTHER: "was seen there",
}
KIND_CHOICES: Final = [(one.value, words) for one, words in KIND_WORDS.items()]
