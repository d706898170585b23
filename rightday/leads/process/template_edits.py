"""Changing a milestone checklist: add, change, move, take out; what differs between two versions. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

from rightday.leads.process.rules import CALL_WORDS, FAILURE_WORDS, STAGE_WORDS, Mark, MarkKind, Template, checked

NEW_NAME: Final = "New milestone"
NEW_ABOUT: Final = "How did it go?"


@dataclass(frozen=True, slots=True)
class Difference:
    """How a milestone of the later version differs: its name, and what changed, in words."""

    name: str
    words: str


def added(template: Template, *, key: str) -> Template:
    """A milestone of that key after the last one, in its column."""
    stage = template.marks[-1].stage
    mark = Mark(key, NEW_NAME, NEW_ABOUT, stage=stage, restarts_at=template.last + 1)
    return checked(replace(template, marks=(*template.marks, mark)))


def changed(template: Template, place: int, mark: Mark) -> Template:
    """The milestone at `place` is this one. Raises BadTemplate, IndexError."""
    template.mark(place)
    return checked(replace(template, marks=(*template.marks[: place - 1], mark, *template.marks[place:])))


def moved(template: Template, place: int, to: int) -> Template:
    """The milestone at `place` comes at `to`, where there is such a place.

    Each begins again where it did, by name and not by number; one that now comes before where it would
    begin again begins again at itself. Raises BadTemplate, IndexError.
    """
    mark = template.mark(place)
    rest = [*template.marks[: place - 1], *template.marks[place:]]
    to = min(max(to, 1), template.last)
    return checked(_renumbered(template, (*rest[: to - 1], mark, *rest[to - 1 :])))


def without(template: Template, place: int) -> Template:
    """The milestone at `place` is taken out. What began again there begins at the one that follows, or at itself."""
    template.mark(place)
    return checked(_renumbered(template, (*template.marks[: place - 1], *template.marks[place:])))


def differences(was: Template, now: Template) -> tuple[Difference, ...]:
    """What a later version changed, milestone for milestone in its order; the ones taken out at the end."""
    before = {mark.key: (place, mark) for place, mark in enumerate(was.marks, 1)}
    found = []
    stayed = [mark.key for mark in was.marks if mark.key in {one.key for one in now.marks}]
    turned = _moved([mark.key for mark in now.marks if mark.key in before], stayed)
    for place, mark in enumerate(now.marks, 1):
        if mark.key not in before:
            found.append(Difference(mark.name, f"new, at {place}"))
            continue
        old_place, old = before[mark.key]
        parts = [f"moved from {old_place} to {place}"] if mark.key in turned else []
        parts += _changes(was, old, now, mark)
        if parts:
            found.append(Difference(mark.name, "; ".join(parts)))
    kept = {mark.key for mark in now.marks}
    return (*found, *(Difference(mark.name, "taken out") for mark in was.marks if mark.key not in kept))


def _renumbered(template: Template, marks: tuple[Mark, ...]) -> Template:
    """The same checklist in another order: where one begins again is found by its key."""
    places = {mark.key: place for place, mark in enumerate(marks, 1)}
    again = []
    for place, mark in enumerate(marks, 1):
        target = template.mark(mark.restarts_at)
        at = places.get(target.key, mark.restarts_at)  # taken out: what follows it stands at its number
        again.append(replace(mark, restarts_at=min(at, place)))
    return replace(template, marks=tuple(again))


def _moved(now: list[str], was: list[str]) -> set[str]:
    """The fewest milestones whose move explains the new order: all but a longest part that kept its order."""
    at = {key: place for place, key in enumerate(was)}
    best: list[list[str]] = []
    for key in now:
        best.append([*_longest([row for row in best if at[row[-1]] < at[key]]), key])
    return set(now) - set(_longest(best))


def _longest(rows: list[list[str]]) -> list[str]:
    return max(rows, key=len, default=[])


def _changes(was: Template, old: Mark, now: Template, new: Mark) -> list[str]:
    """Field for field, "call when: the day it is due, before: 1 working day after"."""
    parts = []
    for field in fields(Mark):
        name = field.name
        if name == "key":
            continue
        before, after = _said(was, old, name), _said(now, new, name)
        if before != after:
            parts.append(f"{_NAMES[name]}: {after or 'nothing'}, before: {before or 'nothing'}")
    return parts


_NAMES: Final = {
    "name": "name", "about": "call about", "kind": "kind", "call": "call when", "stage": "column of the board",
    "gap": "usual working days", "agree": "next day agreed about it", "restarts_at": "begins again at",
    "weight": "worth more by", "fails_as": "a failure is called",
}  # fmt: skip


def _said(template: Template, mark: Mark, name: str) -> str:
    match name:
        case "kind":
            return "decision" if mark.kind is MarkKind.DECISION else "step"
        case "call":
            return CALL_WORDS[mark.call]
        case "stage":
            return STAGE_WORDS[mark.stage]
        case "agree":
            return "yes" if mark.agree else "no"
        case "restarts_at":
            return template.mark(mark.restarts_at).name
        case "weight":
            return f"{mark.weight:g} times"
        case "fails_as":
            return FAILURE_WORDS[mark.fails_as].lower()
        case _:
            return str(getattr(mark, name))
