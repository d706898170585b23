"""The rules of leads, gathered: words of demand, grades by dates, the next step, what is missing, verdicts."""

from rightday.leads.demand import (
    CARRIES,
    DENIES,
    ENDING_CHOICES,
    ENDING_WORDS,
    GRADE_WORDS,
    IDENTITY,
    KNOWN_BY_CHOICES,
    KNOWN_BY_WORDS,
    SHOWS_CHOICES,
    SHOWS_WORDS,
    SOURCE_CHOICES,
    Ending,
    Grade,
    HeardEvidence,
    KnownBy,
    Shows,
    StepWish,
    in_words,
)  # fmt: skip
from rightday.leads.grades import (
    DEFAULT,
    Change,
    Dates,
    Holds,
    Piece,
    dates,
    grade,
    grade_then,
    grade_until,
    history,
    last_heard,
    standing_evidence,
)  # fmt: skip
from rightday.leads.missing import Criterion, Missing, criteria, missing_for_next
from rightday.leads.step_rules import StepRule, confirm_words, say_date, step_for, why_on
from rightday.leads.verdicts import Verdict, verdict

__all__ = [
    "CARRIES", "DEFAULT", "DENIES", "ENDING_CHOICES", "ENDING_WORDS", "GRADE_WORDS", "IDENTITY", "KNOWN_BY_CHOICES",
    "KNOWN_BY_WORDS", "SHOWS_CHOICES", "SHOWS_WORDS", "SOURCE_CHOICES", "Change", "Criterion", "Dates", "Ending",
    "Grade", "HeardEvidence", "Holds", "KnownBy", "Missing", "Piece", "Shows", "StepRule", "StepWish", "Verdict",
    "confirm_words", "criteria", "dates", "grade", "grade_then", "grade_until", "history", "in_words", "last_heard",
    "missing_for_next", "say_date", "standing_evidence", "step_for", "verdict", "why_on",
]  # fmt: skip
