"""Rows of two records that become one: where a unique constraint leaves room for one, the two are folded into it.

Found from the models' own constraints. What hung on the row that went hangs on the row that stays; that is settled
in the same way, as deep as it goes. A model may say what its row takes over by `taking(other) -> columns`, in the
order in which they may be written; without it what is empty is filled. `next_step` is never held twice: it is taken
over where the kept row has none and is still open, else the step that went is removed.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.db.models import F, Max, Q

from rightday.people.duplicates.moving import Moves, links

STEP: Final = "next_step"
PLACE: Final = "place"
_ENDS: Final = ("stop", "end", "closing", "outcome")
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_NEVER: Final = frozenset({"id", "agency", "version", STEP})


def move_rows(target: Any, old: int, new: int, moves: Moves, *, without: Any = ()) -> None:
    """Everything that links to `old` links to `new`; rows for which there is no room are folded first."""
    for model, link in links(target):
        if model not in without:
            for unique in _uniques(model, link):
                _settle(model, link, unique, old, new, moves)
            moves.move(model, link, old, new)


def fold_into(row: Any, into: Any, moves: Moves) -> None:
    """`row` says what `into` says: its rows follow, what `into` lacks is filled, and it is taken out."""
    move_rows(type(row), row.pk, into.pk, moves)
    values = dict(into.taking(row)) if hasattr(into, "taking") else _filled(into, row)
    columns = {one.name for one in into._meta.local_fields}
    steps = {into.next_step_id, row.next_step_id} if STEP in columns else set()
    if steps and STEP not in values and into.next_step_id is None and not _has_ended(into):
        values[STEP] = row.next_step_id
    moves.fold(row)
    if "version" in columns and values:
        values["version"] = into.version + 1
    moves.change(into, **values)
    for step in steps - {None, into.next_step_id if STEP in columns else None}:
        held = into._meta.get_field(STEP).related_model
        moves.fold(held.objects.get(pk=step))


def _settle(model: Any, link: str, unique: Any, old: int, new: int, moves: Moves) -> None:
    others = [model._meta.get_field(name) for name in unique.fields if name not in ("agency", link)]
    condition = unique.condition or Q()
    rows = list(model.objects.filter(condition, **{f"{link}_id": old}).order_by("pk"))
    if not rows:
        return
    kept = {_key(row, others): row for row in model.objects.filter(condition, **{f"{link}_id": new}).order_by("pk")}
    for row in rows:
        into = kept.get(_key(row, others))
        if into is None or None in _key(row, others):
            continue
        if any(other.name == PLACE for other in others):
            moves.change(row, place=_next_place(model, link, old, new))
        else:
            fold_into(row, into, moves)


def _key(row: Any, others: list[Any]) -> tuple[Any, ...]:
    return tuple(getattr(row, other.attname) for other in others)


def _next_place(model: Any, link: str, old: int, new: int) -> int:
    both = model.objects.filter(**{f"{link}_id__in": [old, new]})
    return int(both.aggregate(last=Max(F(PLACE)))["last"]) + 1


def _uniques(model: Any, link: str) -> list[Any]:
    return [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint) and link in one.fields]


def _alone(model: Any) -> set[str]:
    """Links that one row alone may hold: a stop, an end, a closing."""
    return {
        name
        for one in model._meta.constraints
        if isinstance(one, models.UniqueConstraint) and len(one.fields) == 2 and one.condition is None
        for name in one.fields
        if name != "agency" and getattr(model._meta.get_field(name), "within_agency", False)
    }


def _has_ended(row: Any) -> bool:
    return any(getattr(row, f"{name}_id", None) is not None for name in _ENDS)


def _filled(into: Any, row: Any) -> dict[str, Any]:
    columns = [one for one in into._meta.local_fields if one.name not in _NEVER | _alone(type(into))]
    return {
        one.name: getattr(row, one.attname)
        for one in columns
        if getattr(into, one.attname) in _EMPTY and getattr(row, one.attname) not in _EMPTY
    }
