"""A step as plain JSON values, kept with the call that fulfilled it, so that undoing can put it back."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from rightday.agenda.models import NextStep


def columns_of(step: NextStep) -> dict[str, Any]:
    """A step's row as plain JSON values, so that undoing can put it back."""
    columns = {}
    for column in step._meta.concrete_fields:
        value = getattr(step, column.attname)
        columns[column.attname] = iso(value) if isinstance(value, date | datetime | time) else value
    columns.pop("agency_id", None)
    return columns


def iso(value: date | datetime | time | None) -> str | None:
    return value.isoformat() if value is not None else None


def columns_from(kept: dict[str, Any]) -> dict[str, Any]:
    """The values of `columns_of`, back as what they were."""
    known = {column.attname: column for column in NextStep._meta.concrete_fields}
    return {
        name: value if column.is_relation else column.to_python(value)
        for name, value in kept.items()
        if (column := known.get(name)) is not None
    }


def day_from(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
