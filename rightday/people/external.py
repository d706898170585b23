"""Ids of other systems: whom they name, and that they name somebody from now on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rightday.db import bulk
from rightday.people.models import Company, Person
from rightday.people.models_files import ExternalId

Key = tuple[str, str, str]
"""System, kind, value."""


def persons_by(keys: Iterable[Key]) -> dict[Key, Person]:
    """Whom these ids name, where that is known: a statement for each kind and one for the persons."""
    found = {key: row[0] for key, row in _rows(keys, "person_id").items()}
    persons = Person.objects.select_related("company").in_bulk(set(found.values()))
    return {key: persons[pk] for key, pk in found.items()}


def companies_by(keys: Iterable[Key]) -> dict[Key, Company]:
    """The companies that these ids name."""
    found = {key: row[0] for key, row in _rows(keys, "company_id").items()}
    companies = Company.objects.in_bulk(set(found.values()))
    return {key: companies[pk] for key, pk in found.items()}


def name(persons: Mapping[Key, int], companies: Mapping[Key, int]) -> dict[Key, int]:
    """These ids name these records from now on, in the caller's transaction; those that name one already stay.

    Returns the row made for each new id.
    """
    made: dict[Key, int] = {}
    for column, named in (("person_id", persons), ("company_id", companies)):
        known = _rows(named, "pk")
        new = [key for key in named if key not in known and key not in made]
        rows = [(*key, named[key]) for key in new]
        made |= dict(zip(new, bulk.insert_values(ExternalId, ("system", "kind", "value", column), rows), strict=True))
    return made


def _rows(keys: Iterable[Key], column: str) -> dict[Key, tuple[Any, ...]]:
    by_kind: dict[tuple[str, str], list[str]] = {}
    for system, kind, value in keys:
        by_kind.setdefault((system, kind), []).append(value)
    found: dict[Key, tuple[Any, ...]] = {}
    for (system, kind), values in by_kind.items():
        rows = ExternalId.objects.filter(system=system, kind=kind, value__among=values)
        if column != "pk":
            rows = rows.filter(**{f"{column}__isnull": False})
        for value, got in rows.values_list("value", column):
            found[(system, kind, value)] = (got,)
    return found
