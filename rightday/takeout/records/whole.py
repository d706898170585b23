"""All that is held about one person or company, as JSON: each row of each table that points to them.

Found from the models' own links, so that no table is forgotten: who asks what is held about them is answered by this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from rightday.db.composite_keys import agency_links
from rightday.leads.models import Lead
from rightday.people.models import Company, Person
from rightday.takeout.archive import tables
from rightday.takeout.archive.values import plain

MOST: Final = 10_000
"""Rows of one table about one record."""


def of_person(person_id: int) -> bytes:
    """Raises Person.DoesNotExist."""
    row = _row(Person, person_id)
    leads = list(Lead.objects.filter(person_id=person_id).values_list("pk", flat=True)[:MOST])
    return _document("person", row, {Person: [person_id], Lead: leads})


def of_company(company_id: int) -> bytes:
    """Raises Company.DoesNotExist."""
    row = _row(Company, company_id)
    leads = list(Lead.objects.filter(company_id=company_id).values_list("pk", flat=True)[:MOST])
    return _document("company", row, {Company: [company_id], Lead: leads})


def _document(what: str, row: dict[str, Any], about: dict[Any, list[int]]) -> bytes:
    rows = {model.__name__: found for model in tables.walled() if (found := _about(model, about))}
    said = {"format": f"rightday-{what}", "version": 1, what: row, "rows": rows}
    return json.dumps(said, ensure_ascii=False, indent=1, default=plain).encode("utf-8", "replace") + b"\n"


def _about(model: Any, about: dict[Any, list[int]]) -> list[dict[str, Any]]:
    """Rows of one table that point to the record, or to a lead of it; each once, in their order."""
    if model in (Person, Company):
        return []
    found: dict[int, dict[str, Any]] = {}
    for link in agency_links(model):
        ids = about.get(link.related_model)
        if ids:
            found |= _rows(model, model.objects.filter(**{f"{link.attname}__among": ids}).order_by("pk")[:MOST])
    return [found[pk] for pk in sorted(found)]


def _rows(model: Any, rows: Any) -> dict[int, dict[str, Any]]:
    names = [field.attname for field in tables.columns(model)]
    return {values[0]: dict(zip(names, values, strict=True)) for values in _values(rows, names)}


def _values(rows: Any, names: list[str]) -> Iterable[tuple[Any, ...]]:
    found: Iterable[tuple[Any, ...]] = rows.values_list(*names)
    return found


def _row(model: Any, pk: int) -> dict[str, Any]:
    row: dict[str, Any] = model.objects.values(*(field.attname for field in tables.columns(model))).get(pk=pk)
    return row
