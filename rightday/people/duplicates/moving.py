"""Rows change hands, and can go back: found from the models' own keys, so that no table is forgotten.

Whatever links to a person or a company (an `AgencyForeignKey`, in any room) moves. The record that went is
deleted at the end: the database itself would refuse that if one row still spoke of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from django.apps import apps
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest

from rightday.people.duplicates.models import CompanySuggestion
from rightday.people.models import DuplicateSuggestion, PhoneNumber

PAIRS: Final[dict[Any, tuple[str, str]]] = {
    DuplicateSuggestion: ("person", "other"),
    CompanySuggestion: ("company", "other"),
}
"""Suggestions do not change hands: what was asked of the one is asked of the other, in the order of their ids."""

SETTLED: Final = frozenset(
    {"number_of_one_owner", "number_first_of_person", "suggestion_once", "suggestion_ordered", "company_pair_once",
     "company_pair_ordered", "merge_of_one_kind", "ledger_one_earner", "external_of_one", "kept_of_one",
     # Folded into the row that is there (folding.py):
     "candidate_once", "person_skill_once", "exclusion_once", "reference_once", "order_person_once",
     "interview_person_once", "mpc_target_once"}
)  # fmt: skip
"""Constraints over a link to a person or company, each of which merges mind. A guard finds those that are not here."""

SUMMED: Final = frozenset({"dials", "talks"})
_FIRST = "first"
_STEP = "next_step_id"


@dataclass(slots=True)
class Moves:
    """What was done to rows, as JSON has it, in the order in which it was done."""

    moved: list[list[Any]] = field(default_factory=list)
    folded: list[list[Any]] = field(default_factory=list)
    made: list[list[Any]] = field(default_factory=list)
    changed: list[list[Any]] = field(default_factory=list)

    def move(self, model: Any, link: str, old: int, new: int, ids: Iterable[int] | None = None) -> list[int]:
        """Rows whose link led to `old` lead to `new`; all of them, or those of `ids`."""
        rows = model.objects.filter(**{f"{link}_id": old})
        if ids is not None:
            rows = rows.filter(pk__among=list(ids))
        moved = list(rows.order_by("pk").values_list("pk", flat=True))
        if moved:
            rows.update(**{f"{link}_id": new})
            self.moved.append([f"{model.__name__}.{link}", old, new, moved])
        return moved

    def change(self, row: Any, **values: Any) -> None:
        """Other values of one row; what it had is kept."""
        written = {}
        for name, value in values.items():
            column = row._meta.get_field(name)
            before = getattr(row, column.attname)
            if before != value:
                self.changed.append([type(row).__name__, row.pk, column.attname, plain(before), plain(value)])
                written[column.attname] = value
                setattr(row, column.attname, value)
        if written:
            type(row).objects.filter(pk=row.pk).update(**written)

    def fold(self, row: Any, into: Any = None) -> None:
        """Takes out a row that says what `into` says; whatever spoke of it speaks of that."""
        for model, link in links(type(row)) if into is not None else ():
            self.move(model, link, row.pk, into.pk)
        self.folded.append([type(row).__name__, columns(row)])
        type(row).objects.filter(pk=row.pk).delete()

    def make(self, row: Any) -> None:
        row.save(force_insert=True)
        self.made.append([type(row).__name__, row.pk])


def links(target: Any) -> list[tuple[Any, str]]:
    """Every link to the rows of a model, in every room: model and field."""
    every = apps.get_app_config("rightday").get_models()
    return [
        (model, link.name)
        for model in every
        for link in model._meta.local_fields
        if getattr(link, "within_agency", False) and link.related_model is target
    ]


def ask_again(pairs: Any, old: int, new: int, moves: Moves) -> None:
    """What was suggested of `old` is suggested of `new`, unless it was asked of `new` already."""
    one, other = PAIRS[pairs]
    rows = list(pairs.objects.filter(Q(**{f"{one}_id": old}) | Q(**{f"{other}_id": old})).order_by("pk"))
    asked = {frozenset(ids) for ids in pairs.objects.filter(
        Q(**{f"{one}_id": new}) | Q(**{f"{other}_id": new})).values_list(f"{one}_id", f"{other}_id")}  # fmt: skip
    for row in rows:
        ids = {getattr(row, f"{one}_id"), getattr(row, f"{other}_id")} - {old}
        values = {name: value for name, value in columns(row).items() if name != "id"}
        moves.fold(row)
        pair = frozenset({new, *ids})
        if len(pair) == 2 and pair not in asked:
            asked.add(pair)
            low, high = sorted(pair)
            moves.make(_row(pairs, {**values, f"{one}_id": low, f"{other}_id": high}))


def put_back(moves: Moves) -> int:
    """Undoes moves where nobody has changed the row since; the record that went is there again. How many went back."""
    for name, pk in moves.made:
        _model(name).objects.filter(pk=pk).delete()
    for change in moves.changed:
        # Refused for a moment: two numbers to dial first, and a step that is held twice.
        if (change[2] == _FIRST and change[4]) or (change[2] == _STEP and change[3] is None):
            _change_back(*change)
    for name, values in reversed(moves.folded):
        insert(_model(name), values)
    back = 0
    for label, old, new, ids in reversed(moves.moved):
        model, link = label.split(".")
        for start in range(0, len(ids), 5_000):
            rows = _model(model).objects.filter(pk__among=ids[start : start + 5_000], **{f"{link}_id": new})
            if model == PhoneNumber.__name__ and _has_first(**{link: old}):
                rows.filter(first=True).update(first=False)
            back += rows.update(**{f"{link}_id": old})
    for change in reversed(moves.changed):
        _change_back(*change)
    return back


def insert(model: Any, values: dict[str, Any]) -> Any:
    """The row as it was, with its own id; the moments that Django would set anew included."""
    row = _row(model, values)
    row.save(force_insert=True)
    moments = {
        one.attname: _value(one, values[one.attname])
        for one in model._meta.local_fields
        if getattr(one, "auto_now_add", False) or getattr(one, "auto_now", False)
    }
    if moments:
        model.objects.filter(pk=row.pk).update(**moments)
    return row


def columns(row: Any) -> dict[str, Any]:
    """The columns of a row as JSON has them, without its agency."""
    return {one.attname: plain(getattr(row, one.attname)) for one in row._meta.local_fields if one.name != "agency"}


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _row(model: Any, values: dict[str, Any]) -> Any:
    fields = {one.attname: one for one in model._meta.local_fields}
    return model(**{name: _value(fields[name], value) for name, value in values.items() if name in fields})


def _value(column: Any, value: Any) -> Any:
    return value if value is None or isinstance(column, models.JSONField) else column.to_python(value)


def _change_back(name: str, pk: int, column: str, before: Any, after: Any) -> None:
    model = _model(name)
    field_of = {one.attname: one for one in model._meta.local_fields}[column]
    if column in SUMMED:  # calls made since stay counted
        more = after - before
        model.objects.filter(pk=pk).update(**{column: Greatest(F(column), Value(more)) - more})
        return
    if column == _FIRST and before:
        owner = model.objects.filter(pk=pk).values_list("person_id", flat=True).first()
        if owner is None or _has_first(person=owner):
            return
    same = {f"{column}__isnull": True} if after is None else {column: _value(field_of, after)}
    model.objects.filter(pk=pk, **same).update(**{column: _value(field_of, before)})


def _has_first(**owner: int) -> bool:
    return bool(PhoneNumber.objects.filter(first=True, **owner).exists())


def _model(name: str) -> Any:
    return apps.get_model("rightday", name)
