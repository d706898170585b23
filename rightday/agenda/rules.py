"""What reasons are worth, and the order of Today (FIELD_GUIDE 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from math import log2
from typing import Final

from rightday.agenda.words import (
    ACHIEVEMENT_CHOICES,
    ACHIEVEMENT_SAID,
    ACHIEVEMENT_WORDS,
    KIND_CHOICES,
    KIND_WORDS,
    LIVE_KINDS,
    OF_CHOICES,
    REASON_CHOICES,
    REASON_WORDS,
    Achievement,
    Kind,
    Of,
    Reason,
)

__all__ = [
    "ACHIEVEMENT_CHOICES",
    "ACHIEVEMENT_SAID",
    "ACHIEVEMENT_WORDS",
    "DEFAULT",
    "KIND_CHOICES",
    "KIND_WORDS",
    "LIVE_KINDS",
    "OF_CHOICES",
    "REASON_CHOICES",
    "REASON_WORDS",
    "Achievement",
    "DoNotCall",
    "Kind",
    "Numbers",
    "Of",
    "Place",
    "Reason",
    "Standing",
    "chance",
    "log_score",
    "notes",
    "place_on",
    "score",
    "sort_key",
    "standing",
    "worth_of",
]


class Place(IntEnum):
    """A fixed place on the day; smaller comes first."""

    LIVE_ORDER = 1
    URGENT = 2
    CHECK_IN = 3
    ORDINARY = 4
    OFF_SHEET = 9  # not a call to this person: found out from others


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything the order uses that an agency may change (settings section "score").

    `worth`: reason → (worth, half-life in days, 0 for none). FIELD_GUIDE 7 gives those of leads, decision 13 the
    five of the desk: a live order beside the best leads, a commitment as a decision, a candidate as a warm lead.
    """

    worth: dict[str, tuple[float, float]] = field(
        default_factory=lambda: {
            Reason.FALL_THROUGH: (5.0, 7.0),
            Reason.ADVERT: (2.3, 10.0),
            Reason.HOT: (1.6, 10.0),
            Reason.DECISION: (1.4, 30.0),
            Reason.PLAN: (1.2, 30.0),
            Reason.CLIENT: (1.0, 0.0),
            Reason.WARM: (0.4, 90.0),
            Reason.RUMOUR: (0.4, 20.0),
            Reason.RAN_OUT: (0.4, 20.0),
            Reason.COLD: (0.3, 0.0),
            Reason.NAME_ONLY: (0.15, 0.0),
            Reason.CHECK_IN: (0.1, 0.0),
            Reason.LIVE_ORDER: (2.5, 30.0),
            Reason.COMMITMENT: (1.4, 30.0),
            Reason.MPC: (1.2, 30.0),
            Reason.REFERENCE: (1.0, 30.0),
            Reason.CANDIDATE: (0.4, 30.0),
        }
    )
    agreed_chance: float = 0.6
    agreed_days: int = 3
    talks_prior: float = 1.2
    dials_prior: float = 8.0
    introduced: float = 1.5
    works_with_agencies: float = 1.3
    works_without_agencies: float = 0.3
    hot_last_days: int = 2
    fall_through_days: int = 7


DEFAULT: Final = Numbers()
_NOTHING: Final = 2.0**-40  # stands for a worth of zero, which has no logarithm


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored with a next step and orders it on any day."""

    place: Place
    urgent_from: date | None
    urgent_until: date | None
    agreed_until: date | None
    holds_until: date | None
    rank: float
    fade: float
    then_reason: Reason | None
    then_rank: float
    then_fade: float
    chance: float


def chance(dials: int, talks: int, numbers: Numbers = DEFAULT) -> float:
    """Chance that this person answers: (talks + 1.2) ÷ (dials + 8), FIELD_GUIDE 7."""
    return (talks + numbers.talks_prior) / (dials + numbers.dials_prior)


def worth_of(reason: Reason, numbers: Numbers = DEFAULT) -> tuple[float, float]:
    """Worth and half-life in days; the default where an agency's numbers lack the reason."""
    return numbers.worth.get(reason) or DEFAULT.worth[reason]


def notes(*, introduced: bool, works_with_agencies: bool | None, numbers: Numbers = DEFAULT) -> float:
    """Introduction × 1.5; works with agencies yes × 1.3, no × 0.3, unknown × 1."""
    factor = numbers.introduced if introduced else 1.0
    if works_with_agencies is None:
        return factor
    return factor * (numbers.works_with_agencies if works_with_agencies else numbers.works_without_agencies)


def standing(
    *,
    reason: Reason,
    fact_on: date,
    due: date,
    agreed: bool,
    dials: int,
    talks: int,
    introduced: bool,
    works_with_agencies: bool | None,
    holds_until: date | None = None,
    then: Reason | None = None,
    weight: float = 1.0,
    off_sheet: bool = False,
    live: bool = False,
    numbers: Numbers = DEFAULT,
) -> Standing:
    """Everything about a step that orders it, from its facts. `holds_until` is the last day of `reason`.

    `weight` multiplies the worth. `off_sheet`: nobody is called, others are asked. `live`: a call of LIVE_KINDS.
    """
    factor = notes(introduced=introduced, works_with_agencies=works_with_agencies, numbers=numbers) * weight
    rank, fade = _rank(reason, fact_on, factor, numbers)
    then_rank, then_fade = _rank(then, fact_on, factor, numbers) if then else (rank, fade)
    spans: list[tuple[date, date]] = []
    agreed_until = _later(due, numbers.agreed_days) if agreed else None
    if agreed_until:
        spans.append((due, agreed_until))
    if reason is Reason.FALL_THROUGH:
        spans.append((fact_on, _later(fact_on, numbers.fall_through_days)))
    if reason is Reason.HOT and holds_until:
        spans.append((_later(holds_until, 1 - numbers.hot_last_days), holds_until))
    check_in = reason is Reason.CHECK_IN and agreed
    place = Place.LIVE_ORDER if live else Place.CHECK_IN if check_in else Place.ORDINARY
    place = Place.OFF_SHEET if off_sheet else place
    likely = log2(max(chance(dials, talks, numbers), _NOTHING))
    return Standing(
        place, min((start for start, _ in spans), default=None), max((end for _, end in spans), default=None),
        agreed_until, holds_until, rank, fade, then, then_rank, then_fade, likely,
    )  # fmt: skip


def place_on(standing: Standing, on: date) -> Place:
    """The place on the day: fixed, or urgent between its days."""
    if standing.place is not Place.ORDINARY:
        return standing.place
    urgent = (
        standing.urgent_from is not None
        and standing.urgent_until is not None
        and standing.urgent_from <= on <= standing.urgent_until
    )
    return Place.URGENT if urgent else Place.ORDINARY


def log_score(standing: Standing, on: date, numbers: Numbers = DEFAULT) -> float:
    """log2 of the score on a day; the same sum that SQL orders by."""
    holds = standing.holds_until is None or on <= standing.holds_until
    rank, fade = (standing.rank, standing.fade) if holds else (standing.then_rank, standing.then_fade)
    agreed = standing.agreed_until is not None and on <= standing.agreed_until
    return rank - on.toordinal() * fade + (log2(numbers.agreed_chance) if agreed else standing.chance)


def score(standing: Standing, on: date, numbers: Numbers = DEFAULT) -> float:
    """Worth, halved every H days since the fact, × chance to answer × notes."""
    return float(2 ** log_score(standing, on, numbers))


def sort_key(standing: Standing, on: date, step_id: int, numbers: Numbers = DEFAULT) -> tuple[int, float, int]:
    """Smaller is sooner: place on the day, then the score, then the older step."""
    return (place_on(standing, on).value, -log_score(standing, on, numbers), step_id)


class DoNotCall(Exception):
    """The person has said no: no call to them can be planned (FIELD_GUIDE 2, refused wins)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} asked not to be called.")
        self.name = name


def _rank(reason: Reason, fact_on: date, factor: float, numbers: Numbers) -> tuple[float, float]:
    worth, half_life = worth_of(reason, numbers)
    fade = 1 / half_life if half_life else 0.0
    return log2(max(worth * factor, _NOTHING)) + fact_on.toordinal() * fade, fade


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
