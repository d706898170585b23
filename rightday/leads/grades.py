"""The grade of a lead: a comparison of dates (FIELD_GUIDE 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rightday.leads.demand import DENIES, IDENTITY, Grade, HeardEvidence, Shows


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


def last_heard(pieces: Iterable[Piece | HeardEvidence], otherwise: date) -> date:
    """The latest day of which demand was heard; who somebody is is no demand."""
    return max((piece.true_on for piece in pieces if piece.shows not in IDENTITY), default=otherwise)


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
        if piece.shows not in DENIES and (piece.shows not in voided or piece.true_on > voided[piece.shows])
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


@dataclass(frozen=True, slots=True)
class Change:
    """From this day on the lead had this grade."""

    day: date
    grade: Grade


def history(pieces: Iterable[Piece], until: date, holds: Holds = DEFAULT) -> list[Change]:
    """Each day up to `until` on which the grade changed, oldest first; the first entry is its beginning."""
    pieces = list(pieces)
    turns = {max(piece.recorded_on, piece.true_on) for piece in pieces}
    for day in list(turns):
        ends = dates([p for p in pieces if p.recorded_on <= day and p.true_on <= day], holds)
        for end in (ends.hot_until, ends.warm_until, ends.cold_until):
            if end is not None and end < until:
                turns.add(end + timedelta(days=1))
    changes: list[Change] = []
    for day in sorted(turn for turn in turns if turn <= until):
        then = grade_then(pieces, day, holds)
        if not changes or changes[-1].grade is not then:
            changes.append(Change(day, then))
    return changes


def _until(true_on: date | None, days: int) -> date | None:
    if true_on is None:
        return None
    try:
        return true_on + timedelta(days=days)
    except OverflowError:
        return date.max
