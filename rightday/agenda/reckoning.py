"""What the rule used, in words and figures: why a call stands where it stands (FIELD_GUIDE 7 and 16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from rightday.agenda.rules import (
    DEFAULT,
    REASON_WORDS,
    Numbers,
    Place,
    Reason,
    Standing,
    chance,
    place_on,
    score,
    worth_of,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One factor of the score: "Halved every 10 days, 3 days old", "× 0.81"."""

    words: str
    figure: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a score rests on. `works_with_agencies` is the person's, else the company's; `weight` of a late failure."""

    reason: Reason
    fact_on: date
    due: date
    agreed: bool
    dials: int
    talks: int
    introduced: bool
    works_with_agencies: bool | None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The factors, their product, and why the place on the day is what it is."""

    lines: tuple[Line, ...]
    score: float
    place: str


def reckon(facts: Facts, standing: Standing, on: date, numbers: Numbers = DEFAULT) -> Reckoning:
    """The score of a step on a day, factor by factor; their product is `rules.score`."""
    over = standing.holds_until is not None and on > standing.holds_until
    reason = standing.then_reason if over and standing.then_reason else facts.reason
    worth, half_life = worth_of(reason, numbers)
    lines = [Line(f"Reason: {REASON_WORDS[reason]}", f"{worth:g}")]
    if facts.weight != 1:
        lines.append(Line("How late in the process it failed", f"× {facts.weight:g}"))
    if half_life:
        age = (on - facts.fact_on).days
        days = "1 day" if age == 1 else f"{age} days"
        lines.append(Line(f"Halved every {half_life:g} days; it is {days} old", f"× {2 ** (-age / half_life):.3g}"))
    if standing.agreed_until is not None and on <= standing.agreed_until:
        lines.append(Line("Chance to answer: on the day agreed", f"× {numbers.agreed_chance:.3g}"))
    else:
        answered = f"answered {facts.talks} of {facts.dials} calls" if facts.dials else "never called yet"
        words = f"Chance to answer: {answered}, leaning to the average"
        lines.append(Line(words, f"× {chance(facts.dials, facts.talks, numbers):.3g}"))
    if facts.introduced:
        lines.append(Line("Somebody can speak for us", f"× {numbers.introduced:g}"))
    if facts.works_with_agencies is True:
        lines.append(Line("Works with agencies", f"× {numbers.works_with_agencies:g}"))
    if facts.works_with_agencies is False:
        lines.append(Line("Does not work with agencies", f"× {numbers.works_without_agencies:g}"))
    return Reckoning(tuple(lines), score(standing, on, numbers), _place(facts, standing, on))


def _place(facts: Facts, standing: Standing, on: date) -> str:
    place = place_on(standing, on)
    match place:
        case Place.LIVE_ORDER:
            return "First: a call on a live job order."
        case Place.URGENT:
            return f"Before the score: {_urgent(facts, standing, on)}."
        case Place.CHECK_IN:
            return "A weekly check-in: after what cannot wait."
        case Place.ORDINARY:
            return "By its score."
        case Place.OFF_SHEET:
            return "On no sheet: they want no call about it. Ask others."
        case _:
            assert_never(place)


def _urgent(facts: Facts, standing: Standing, on: date) -> str:
    if standing.agreed_until is not None and facts.due <= on <= standing.agreed_until:
        return "the day is agreed"
    if facts.reason is Reason.FALL_THROUGH:
        return "a fall-through of the last days"
    return "hot in its last days"
