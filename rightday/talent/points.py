"""The words of most placeable candidates: their five points, and what came of calling about them (FIELD_GUIDE 8)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Point(StrEnum):
    """The five points of a most placeable candidate (FIELD_GUIDE 8)."""

    OPENS_DOORS = "opens_doors"
    REALISTIC = "realistic"
    AVAILABLE = "available"
    REFERENCES = "references"
    WORKS_WITH_US = "works_with_us"


POINT_WORDS: Final = {
    Point.OPENS_DOORS: "Opens doors",
    Point.REALISTIC: "Realistic",
    Point.AVAILABLE: "Available",
    Point.REFERENCES: "Three references",
    Point.WORKS_WITH_US: "Works with us",
}


class MpcResult(StrEnum):
    """What came of calling a company about an MPC."""

    INTERVIEW = "interview"
    ADVICE = "advice"
    LATER = "later"
    NO = "no"
    LEFT_OUT = "left_out"


MPC_RESULT_CHOICES: Final = [
    (MpcResult.INTERVIEW.value, "Interview arranged"),
    (MpcResult.ADVICE.value, "Advice given"),
    (MpcResult.LATER.value, "Later"),
    (MpcResult.NO.value, "No"),
    (MpcResult.LEFT_OUT.value, "Left out"),
]
