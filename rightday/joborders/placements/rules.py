"""The words of placements: how they end, the weekly check-in, the start check (FIELD_GUIDE 4, 10)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class End(StrEnum):
    """How a placement ends."""

    TERM = "term"
    CLIENT = "client"
    CONSULTANT = "consultant"
    HIRED = "hired"
    PROBATION = "probation"
    NO_SHOW = "no_show"
    SETTLED = "settled"


END_CHOICES: Final = [
    (End.TERM.value, "The contract ended as agreed"),
    (End.CLIENT.value, "The client ended it early"),
    (End.CONSULTANT.value, "They left early"),
    (End.HIRED.value, "The client took them on"),
    (End.PROBATION.value, "Probation failed"),
    (End.NO_SHOW.value, "They never started"),
    (End.SETTLED.value, "Guarantee and probation passed"),
]


class Side(StrEnum):
    """Whom a start check is with."""

    CLIENT = "client"
    CONSULTANT = "consultant"


SIDE_CHOICES: Final = [(Side.CLIENT.value, "Client"), (Side.CONSULTANT.value, "Placed consultant")]


class Mood(StrEnum):
    """How a week went."""

    GOOD = "good"
    FAIR = "fair"
    AT_RISK = "at_risk"


MOOD_CHOICES: Final = [(Mood.GOOD.value, "Good"), (Mood.FAIR.value, "Fair"), (Mood.AT_RISK.value, "At risk")]
END_WORDS: Final = {End(value): words for value, words in END_CHOICES}
SIDE_WORDS: Final = {Side(value): words for value, words in SIDE_CHOICES}
