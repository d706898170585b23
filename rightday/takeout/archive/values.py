"""A column's value in JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from django.db import models

Read = Callable[[Any], Any]


def plain(value: Any) -> str:
    """What JSON has no kind for: days, moments (UTC), times, keys."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in an archive.")


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain)


def line(names: tuple[str, ...], values: tuple[Any, ...]) -> bytes:
    """One row as one line."""
    # A lone half of a character (they come in spreadsheets) has no UTF-8; JSON's own escape holds it.
    text = _ENCODER.encode(dict(zip(names, values, strict=True)))
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(dict(zip(names, values, strict=True)), default=plain).encode() + b"\n"


def reader(field: Any) -> Read:
    """What turns the JSON of this column into its value; it raises TypeError or ValueError for another kind."""
    if isinstance(field, models.JSONField):
        return _as_it_is
    kind, make = _kind(field)

    def read(value: Any) -> Any:
        if value is None and not field.primary_key:
            return None
        if type(value) not in kind:
            raise TypeError
        return make(value)

    return read


def _kind(field: Any) -> tuple[frozenset[type], Read]:
    words: frozenset[type] = frozenset({str})
    if isinstance(field, models.DateTimeField):
        return words, _moment
    if isinstance(field, models.DateField):
        return words, date.fromisoformat
    if isinstance(field, models.TimeField):
        return words, time.fromisoformat
    if isinstance(field, models.UUIDField):
        return words, UUID
    if isinstance(field, models.BooleanField):
        return frozenset({bool}), _as_it_is
    if isinstance(field, models.FloatField):
        return frozenset({int, float}), float
    if isinstance(field, models.CharField | models.TextField):
        return words, _as_it_is
    return frozenset({int}), _number


def _as_it_is(value: Any) -> Any:
    return value


def _number(value: int) -> int:
    if abs(value) >= 2**63:
        raise ValueError
    return value


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment
