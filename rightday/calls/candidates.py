"""Whom a call may be added for, found while somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rightday.people import search
from rightday.people.models import Person

FOUND: Final = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be called, as offered to be picked."""

    id: int
    name: str
    title: str
    company: str


def candidates(text: str) -> tuple[Candidate, ...]:
    """Whom the words may mean, of those who have not said no; at most eight."""
    ids = search.find_persons(text, FOUND) if text.strip() else []
    rows = Person.objects.may_be_called().filter(pk__in=ids).values_list("id", "name", "title", "company__name")
    found = {row[0]: Candidate(row[0], row[1], row[2], row[3] or "") for row in rows}
    return tuple(found[pk] for pk in ids if pk in found)
