"""Settings of an agency: defaults in plain dataclasses, and only what was changed is kept.

Each room describes its numbers as a frozen dataclass whose fields all have defaults. The agency
keeps, for each section, the names and values that differ. A default improved in a later version
therefore reaches every agency that has not chosen its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from datetime import time
from typing import Any, TypeVar

Numbers = TypeVar("Numbers")


@dataclass(frozen=True, slots=True)
class CallHours:
    """When people are called, in their own time (settings section "hours"); their own wish goes first.

    `days` are ISO weekdays.
    """

    earliest: time = time(8, 30)
    latest: time = time(18, 0)
    days: tuple[int, ...] = (1, 2, 3, 4, 5)


def section(settings: Mapping[str, Any], name: str, cls: type[Numbers]) -> Numbers:
    """`cls` with what the agency changed in section `name`; what no longer fits its field is ignored.

    A mapping (the worths of the score) is changed entry by entry, and keeps the entries it has.
    """
    kept = settings.get(name)
    if not isinstance(kept, Mapping) or not kept:
        return cls()
    values = {}
    for described in fields(cls):  # type: ignore[arg-type]  # every section is a dataclass
        default = _default(described)
        if described.name in kept:
            values[described.name] = _fit(default, kept[described.name])
    return cls(**values)


def changed(numbers: Any) -> dict[str, Any]:
    """What differs from the defaults, as plain JSON values: what `section` reads back."""
    different = {}
    for described in fields(numbers):
        default, value = _default(described), getattr(numbers, described.name)
        if isinstance(default, Mapping):
            entries = {key: _plain(value[key]) for key in default if value[key] != default[key]}
            if entries:
                different[described.name] = entries
        elif value != default:
            different[described.name] = _plain(value)
    return different


def _default(described: Field[Any]) -> Any:
    made = described.default_factory
    return made() if callable(made) else described.default


def _fit(default: Any, value: Any) -> Any:
    """The value in the type of its default, or the default where it does not fit."""
    if isinstance(default, Mapping):
        entries = value if isinstance(value, Mapping) else {}
        return {key: _fit(was, entries.get(key, was)) for key, was in default.items()}
    if isinstance(default, tuple):
        return _fit_list(default, value)
    if isinstance(default, time):
        return _fit_time(default, value)
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else default
    if isinstance(default, float):
        return float(value) if isinstance(value, (int, float)) else default
    return value if isinstance(value, type(default)) else default


def _fit_list(default: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)) or not default:
        return default
    if any(isinstance(entry, bool) or not isinstance(entry, (int, float)) for entry in value):
        return default
    if isinstance(default[0], float):  # a fixed number of them: (worth, half-life)
        return tuple(float(entry) for entry in value) if len(value) == len(default) else default
    return tuple(value)


def _fit_time(default: time, value: Any) -> time:
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value)
    except (TypeError, ValueError):
        return default


def _plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return list(value) if isinstance(value, tuple) else value
