"""Where a lead stands in its hiring process: what is awaited, expected days, slipping, the next call (FIELD_GUIDE 6).

Pure. A place is a milestone's order in the template, from 1; `last + 1` means that everything was reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from rightday.leads.process.rules import Answer, CallWhen, Mark, MarkKind, Template
from rightday.leads.step_rules import AddDays

Known = Mapping[int, "Fact"]
_FAR: Final = date(9000, 1, 1)


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a milestone: the day it is expected, the day it was reached, a decision's answer.

    `told`: somebody named the expected day; else it moved there with one before it. `call_on` is the day
    on which they said we may call about it.
    """

    expected: date | None = None
    done_on: date | None = None
    answer: str = ""
    note: str = ""
    told: bool = True
    call_on: date | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A milestone of a lead as the track shows it.

    `state`: done, passed (a later one is done; its own day was never told), here (awaited), ahead.
    `expected` is told, or reckoned from the one before (`about`). `call_on`: the day agreed for a call about it.
    """

    place: int
    mark: Mark
    state: str
    expected: date | None
    about: bool
    done_on: date | None
    answer: str
    note: str
    call_on: date | None = None


class OutOfOrder(Exception):
    """A day that cannot be; the message says why and what to do, in words for the screen."""


def reached(fact: Fact | None, mark: Mark) -> bool:
    """Done; a decision is reached by a yes."""
    if fact is None or fact.done_on is None:
        return False
    return mark.kind is not MarkKind.DECISION or fact.answer == Answer.YES


def awaited(template: Template, known: Known) -> int:
    """The place after the furthest one reached: what lies before it is passed, told or not."""
    done = [place for place, fact in known.items() if place <= template.last and reached(fact, template.mark(place))]
    return max(done, default=0) + 1


def points(template: Template, known: Known, *, begun: date, add: AddDays) -> tuple[Point, ...]:
    """The whole track. What nobody told is reckoned from the last day known, by the template's gaps."""
    here = awaited(template, known)
    made: list[Point] = []
    last_day = begun
    certain = bool(known)
    for place, mark in enumerate(template.marks, 1):
        fact = known.get(place, Fact())
        state = "done" if reached(fact, mark) else "passed" if place < here else "here" if place == here else "ahead"
        expected, about = fact.expected, fact.expected is not None and not fact.told
        if expected is None and state in ("here", "ahead"):
            expected, about = add(last_day, mark.gap) if certain else None, True
        made.append(Point(place, mark, state, expected, about, fact.done_on, fact.answer, fact.note, fact.call_on))
        last_day = max(last_day, fact.done_on or expected or last_day)
    return _not_after_what_follows(made)


def _not_after_what_follows(made: list[Point]) -> tuple[Point, ...]:
    """A reckoned day is never after one that somebody told of a later milestone."""
    told = _FAR
    for index, point in reversed(list(enumerate(made))):
        if point.state not in ("here", "ahead") or point.expected is None:
            continue
        if point.about and point.expected > told:
            made[index] = replace(point, expected=told)
        elif not point.about:
            told = min(told, point.expected)
    return tuple(made)


def may_expect(template: Template, known: Known, place: int, day: date, today: date) -> None:
    """Raises OutOfOrder where `day` cannot be the expected day of this place."""
    mark = template.mark(place)
    if reached(known.get(place), mark):
        raise OutOfOrder(f"“{mark.name}” is done already. Take that back first, then move its day.")
    if day < today - timedelta(days=366) or day > today + timedelta(days=3 * 366):
        raise OutOfOrder("That day is years away. Check the year.")
    here = awaited(template, known)
    if place < here:
        raise OutOfOrder(f"“{template.mark(here - 1).name}” is done, and “{mark.name}” lies before it.")
    for other, fact in sorted(known.items()):
        if other >= place or other > template.last:
            continue
        named = template.mark(other).name
        if fact.done_on is not None and day < fact.done_on:
            raise OutOfOrder(f"“{named}” was on {fact.done_on:%-d %b %Y}. “{mark.name}” comes after it.")
        if here <= other and fact.expected is not None and fact.told and day < fact.expected:
            raise OutOfOrder(
                f"“{named}” is expected on {fact.expected:%-d %b %Y}, before “{mark.name}”. Move that first."
            )


def may_reach(template: Template, known: Known, place: int, day: date, today: date) -> None:
    """Raises OutOfOrder where this place cannot have been reached on `day`."""
    mark = template.mark(place)
    if day > today:
        raise OutOfOrder(f"{day:%-d %b %Y} is still to come. Put it as the day “{mark.name}” is expected.")
    for other, fact in sorted(known.items()):
        if fact.done_on is None or other == place or other > template.last:
            continue
        named = template.mark(other).name
        if other < place and fact.done_on > day:
            raise OutOfOrder(f"“{named}” was on {fact.done_on:%-d %b %Y}, after this day. Correct one of the two.")
        if other > place and fact.done_on < day:
            raise OutOfOrder(f"“{named}” was already on {fact.done_on:%-d %b %Y}. Correct one of the two.")


def slipped(known: Known, place: int, was: date | None, day: date, *, add: AddDays) -> dict[int, date]:
    """Expected days after `place` that move with it: place → new day. Earlier days move nothing.

    Each moves by as many working days as `place` did, and none comes before the one it follows.
    """
    if was is None or day <= was:
        later = [(p, known[p]) for p in sorted(known) if p > place and known[p].done_on is None]
        return {p: day for p, f in later if f.expected is not None and f.expected < day}
    days = working_days(was, day, add)
    moved: dict[int, date] = {}
    floor = day
    for other in sorted(known):
        fact = known[other]
        if other <= place or fact.done_on is not None or fact.expected is None:
            continue
        floor = moved[other] = max(floor, add(fact.expected, days))
    return moved


def working_days(start: date, end: date, add: AddDays) -> int:
    """How many working days lie between: 0 for the same day; counted up to a year."""
    count, day = 0, start
    while day < end and count < 366:
        day = add(day, 1)
        count += 1
    return count if day <= end else count - 1


def call_day(point: Point, before: Point | None, today: date, *, add: AddDays) -> date:
    """The working day to call about a milestone, today at the earliest (FIELD_GUIDE 6, the table)."""
    expected = point.expected
    if expected is None or expected > _FAR:
        return add(today, 0)
    match point.mark.call:
        case CallWhen.NEXT_DAY:
            day = add(expected, 1)
        case CallWhen.TWO_AFTER:
            day = add(expected, 2)
        case CallWhen.WITH_PREVIOUS if before is not None and before.state in ("here", "ahead"):
            day = call_day(before, None, today, add=add)
        case CallWhen.WITH_PREVIOUS:
            day = add(expected, 1)
        case CallWhen.WEEK_BEFORE_AND_ON_DAY:
            early = expected - timedelta(days=7)
            day = add(early, 0) if early >= today else add(expected, 0)
        case _:
            day = add(expected, 0)
    return max(day, add(today, 0))
