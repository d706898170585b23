"""The grade of a lead: a comparison of dates (FIELD_GUIDE 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Grade(StrEnum):
    HOT = "hot"
    WARM = "warm"
    COLD = "cold"
    NONE = "none"


GRADE_WORDS: Final = {
    Grade.HOT: "Hot",
    Grade.WARM: "Warm",
    Grade.COLD: "Cold",
    Grade.NONE: "To qualify",
}


class Shows(StrEnum):
    """What a piece of evidence shows. A denial voids all earlier evidence of what it denies."""

    NAME_CONFIRMED = "name_confirmed"
    COMPANY_CONFIRMED = "company_confirmed"
    PHONE_TESTED = "phone_tested"
    INTERVIEWING = "interviewing"
    CONTRACTORS = "contractors"
    PROJECT = "project"
    PLAN = "plan"
    RUMOUR = "rumour"
    ADVERT = "advert"
    CONTEXT = "context"
    PHONE_WRONG = "phone_wrong"
    NOT_INTERVIEWING = "not_interviewing"
    NO_CONTRACTORS = "no_contractors"
    NO_PROJECT = "no_project"


SHOWS_WORDS: Final = {
    Shows.NAME_CONFIRMED: "Name spelled right",
    Shows.COMPANY_CONFIRMED: "Company right",
    Shows.PHONE_TESTED: "Phone tested",
    Shows.INTERVIEWING: "Interviewing",
    Shows.CONTRACTORS: "Has contractors on the team",
    Shows.PROJECT: "Large or new project",
    Shows.PLAN: "A plan they told us about",
    Shows.RUMOUR: "Rumour: may be interviewing",
    Shows.ADVERT: "Job advertisement",
    Shows.CONTEXT: "Context",
    Shows.PHONE_WRONG: "Number is wrong",
    Shows.NOT_INTERVIEWING: "Not interviewing",
    Shows.NO_CONTRACTORS: "No contractors",
    Shows.NO_PROJECT: "No project",
}
SHOWS_CHOICES: Final = [(shows.value, words) for shows, words in SHOWS_WORDS.items()]

IDENTITY: Final = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
CARRIES: Final = {
    Shows.INTERVIEWING: Grade.HOT,
    Shows.CONTRACTORS: Grade.WARM,
    Shows.PROJECT: Grade.COLD,
}
DENIES: Final = {
    Shows.PHONE_WRONG: Shows.PHONE_TESTED,
    Shows.NOT_INTERVIEWING: Shows.INTERVIEWING,
    Shows.NO_CONTRACTORS: Shows.CONTRACTORS,
    Shows.NO_PROJECT: Shows.PROJECT,
}


class Ending(StrEnum):
    """The known ends of a lead (FIELD_GUIDE 6)."""

    FILLED_BY_US = "filled_by_us"
    FILLED_BY_COMPETITOR = "filled_by_competitor"
    FILLED_DIRECTLY = "filled_directly"
    CANCELLED = "cancelled"
    NOT_RECRUITING = "not_recruiting"
    DO_NOT_CONTACT = "do_not_contact"


ENDING_WORDS: Final = {
    Ending.FILLED_BY_US: "Filled by us",
    Ending.FILLED_BY_COMPETITOR: "Filled by a competitor",
    Ending.FILLED_DIRECTLY: "Filled directly or internally",
    Ending.CANCELLED: "Cancelled",
    Ending.NOT_RECRUITING: "Not recruiting after all",
    Ending.DO_NOT_CONTACT: "Do not contact",
}
ENDING_CHOICES: Final = [(ending.value, words) for ending, words in ENDING_WORDS.items()]


@dataclass(frozen=True, slots=True)
class Holds:
    """How many days each grade holds (settings section "grades")."""

    hot: int = 5
    warm: int = 90
    cold: int = 180


DEFAULT: Final = Holds()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence as the grade sees it: what, the day it was true, the day we recorded it."""

    shows: Shows
    true_on: date
    recorded_on: date


@dataclass(frozen=True, slots=True)
class Dates:
    """What a lead stores of its evidence.

    `identified_on` is the day by which all three identity criteria were true, None while one
    is missing; the others are the last day on which each grade holds, None where no evidence
    carries it.
    """

    identified_on: date | None = None
    hot_until: date | None = None
    warm_until: date | None = None
    cold_until: date | None = None


def grade(dates: Dates, on: date) -> Grade:
    """The strongest grade whose last day is not past; none without an identity."""
    if dates.identified_on is None:
        return Grade.NONE
    if dates.hot_until is not None and on <= dates.hot_until:
        return Grade.HOT
    if dates.warm_until is not None and on <= dates.warm_until:
        return Grade.WARM
    if dates.cold_until is not None and on <= dates.cold_until:
        return Grade.COLD
    return Grade.NONE


def grade_until(dates: Dates, on: date) -> date | None:
    """The day after which today's grade changes by itself; None for no grade."""
    return {
        Grade.HOT: dates.hot_until,
        Grade.WARM: dates.warm_until,
        Grade.COLD: dates.cold_until,
        Grade.NONE: None,
    }[grade(dates, on)]


def standing_evidence(pieces: Iterable[Piece]) -> list[Piece]:
    """Evidence that no later (or same day's) denial has voided, denials left out."""
    pieces = list(pieces)
    voided: dict[Shows, date] = {}
    for piece in pieces:
        denied = DENIES.get(piece.shows)
        if denied is not None:
            voided[denied] = max(voided.get(denied, piece.true_on), piece.true_on)
    return [
        piece
        for piece in pieces
        if piece.shows not in DENIES
        and (piece.shows not in voided or piece.true_on > voided[piece.shows])
    ]


def dates(pieces: Iterable[Piece], holds: Holds = DEFAULT) -> Dates:
    """The dates that a lead's evidence gives: the one computation behind every grade."""
    latest: dict[Shows, date] = {}
    first: dict[Shows, date] = {}
    for piece in standing_evidence(pieces):
        latest[piece.shows] = max(latest.get(piece.shows, piece.true_on), piece.true_on)
        first[piece.shows] = min(first.get(piece.shows, piece.true_on), piece.true_on)
    return Dates(
        identified_on=max(first[shows] for shows in IDENTITY) if first.keys() >= set(IDENTITY) else None,
        hot_until=_until(latest.get(Shows.INTERVIEWING), holds.hot),
        warm_until=_until(latest.get(Shows.CONTRACTORS), holds.warm),
        cold_until=_until(latest.get(Shows.PROJECT), holds.cold),
    )


def grade_then(pieces: Iterable[Piece], on: date, holds: Holds = DEFAULT) -> Grade:
    """The grade a lead had on a past day: from what had been recorded, and was true, by then."""
    known = [piece for piece in pieces if piece.recorded_on <= on and piece.true_on <= on]
    return grade(dates(known, holds), on)


def _until(true_on: date | None, days: int) -> date | None:
    if true_on is None:
        return None
    try:
        return true_on + timedelta(days=days)
    except OverflowError:
        return date.max
