"""Reading the agency entered and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from rightday.agencies import rules
from rightday.agencies.models import Agency
from rightday.db.scope import OutsideAgency, current_agency_id

Numbers = TypeVar("Numbers")

_at_hand: ContextVar[Agency | None] = ContextVar("rightday_agency_row", default=None)
_sections: dict[tuple[type[Any], str], Any] = {}
_SECTIONS_KEPT = 2_000


def here() -> Agency:
    """The agency entered: the row at hand where the door (or `at_hand`) has put it, else one read."""
    agency_id = current_agency_id()
    if agency_id is None:
        raise OutsideAgency("The wall stands open: there is no one agency to ask.")
    agency = _at_hand.get()
    if agency is None or agency.pk != agency_id:
        return Agency.objects.get(pk=agency_id)
    return agency


@contextmanager
def at_hand(agency: Agency) -> Iterator[None]:
    """Inside, `here` and `numbers` ask this row and not the database: for loops over many rows."""
    token = _at_hand.set(agency)
    try:
        yield
    finally:
        _at_hand.reset(token)


def numbers(cls: type[Numbers], name: str) -> Numbers:
    """The numbers of a section ("score", "grades", "hours"…) for the agency entered; built once.

    Kept by what they are built from: a version would be wrong after a transaction rolled back.
    """
    settings = here().settings
    key = (cls, repr(settings.get(name, "")))
    found: Numbers | None = _sections.get(key)
    if found is None:
        if len(_sections) >= _SECTIONS_KEPT:
            _sections.clear()
        found = _sections[key] = rules.section(settings, name, cls)
    return found
