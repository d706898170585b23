"""Values on their way into many rows: as the driver takes them, and as SQL writes what is the same in all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import models
from django.utils import timezone

Convert = Callable[[Any], Any]
_PLAIN = re.compile(r"[\w :.+{}\[\]-]*", re.ASCII)


def plainly(column: Sequence[Any]) -> str | None:
    """How SQL writes the value of a column that has but one: a whole number or a harmless text; None for all others."""
    value = column[0]
    if value != column[-1] or column.count(value) < len(column):
        return None
    if value.__class__ is int:
        return str(value)
    return f"'{value}'" if value.__class__ is str and _PLAIN.fullmatch(value) else None


def default_of(field: Any) -> Any:
    """What a column gets that no row names."""
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return timezone.now()
    return field.get_default()


def converted(column: Sequence[Any], field: Any, vendor: str) -> Sequence[Any]:
    """A column's values as the driver takes them."""
    convert = _converter(field, vendor)
    if convert is None:
        return column
    if column.count(column[0]) == len(column):  # a moment or a default, the same in every row
        return [column[0] if column[0] is None else convert(column[0])] * len(column)
    return [value if value is None else convert(value) for value in column]


def _converter(field: Any, vendor: str) -> Convert | None:
    """What turns a Python value into the driver's; None where it takes it as it is."""
    if isinstance(field, models.JSONField):
        return _json
    if vendor == "postgresql":
        return float if isinstance(field, models.FloatField) else None  # an array holds values of one kind
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return date.isoformat
    if isinstance(field, models.TimeField):
        return time.isoformat
    if isinstance(field, models.BooleanField):
        return int  # the driver looks for a way to adapt every value that is not a plain number or text
    if isinstance(field, models.UUIDField):
        return lambda value: value.hex
    return None


_EMPTY = {"dict": "{}", "list": "[]"}


@dataclass(frozen=True, slots=True)
class Written:
    """A value of a JSON column that is written already: whoever had the time has done so."""

    text: str


def _json(value: Any) -> str:
    if value.__class__ is Written:
        return str(value.text)
    return json.dumps(value) if value else _EMPTY.get(type(value).__name__) or json.dumps(value)


def _moment(value: datetime) -> str:
    return str(value.astimezone(UTC).replace(tzinfo=None))
