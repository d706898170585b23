"""Many rows of one model in one statement run often: what `bulk_create` does, several times faster.

Django prepares each value of each row through three methods, and builds one long statement for
every few hundred rows. Here the columns' converters are chosen once, ids are reserved first, and
the driver runs one short statement for all rows. The wall holds as for a single row: the agency is
filled in, and another agency's row is refused.

Not for values that are SQL expressions, nor for conflicts: `bulk_create` still does those.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from operator import attrgetter
from typing import Any

from django.db import connections, models, transaction
from django.db.models.base import ModelState
from django.utils import timezone

from rightday.db.scope import OutsideAgency, current_agency_id

Convert = Callable[[Any], Any]
WORTH_IT = 20
"""Below so many rows Django's own way needs fewer statements."""


def insert(rows: Sequence[Any], using: str = "default") -> None:
    """Inserts new instances of one model; each gets its id. The caller's transaction, or one of its own.

    Raises OutsideAgency for a row of another agency, IntegrityError as the database does.
    """
    if not rows:
        return
    connection = connections[using]
    model = type(rows[0])
    fields = model._meta.concrete_fields
    _enter(rows)
    _links(rows, [field for field in fields if field.is_relation])
    _moments(rows, [f for f in fields if getattr(f, "auto_now_add", False) or getattr(f, "auto_now", False)])
    quote = connection.ops.quote_name
    table = model._meta.db_table
    columns = ", ".join(quote(str(field.column)) for field in fields)
    sql = f"INSERT INTO {quote(table)} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
    with transaction.atomic(using=using, savepoint=False), connection.cursor() as cursor:
        for row, pk in zip(rows, _ids(cursor, connection.vendor, table, len(rows)), strict=True):
            row.pk = pk
        cursor.executemany(sql, _values(rows, fields, connection.vendor))
    for row in rows:
        row._state.adding, row._state.db = False, using


def insert_values(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """`insert` without instances: values of the named attributes ("lead_id", "shows"), row by row; returns the ids.

    Attributes that are not named get their defaults. For rows that nobody looks at after they are written.
    """
    made = _Plain.of(model, columns)
    every = [made.row(values) for values in rows]
    insert(every)
    return [row.pk for row in every]


class _Plain:
    """What `insert` needs of an instance, and no more."""

    _meta: Any
    _defaults: dict[str, Any]
    _columns: Sequence[str]

    @staticmethod
    def of(model: type[models.Model], columns: Sequence[str]) -> type[_Plain]:
        defaults = {f.attname: f.get_default() for f in model._meta.concrete_fields if f.attname not in columns}
        return type(
            f"Plain{model.__name__}", (_Plain,), {"_meta": model._meta, "_defaults": defaults, "_columns": columns}
        )

    @classmethod
    def row(cls, values: Sequence[Any]) -> Any:
        made = cls()
        made.__dict__.update(cls._defaults)
        made.__dict__.update(zip(cls._columns, values, strict=True))
        return made

    def __init__(self) -> None:
        self._state = ModelState()

    @property
    def pk(self) -> Any:
        return self.__dict__["id"]

    @pk.setter
    def pk(self, value: Any) -> None:
        self.__dict__["id"] = value


def _enter(rows: Sequence[Any]) -> None:
    entered = current_agency_id()
    for row in rows:
        if row.agency_id is None:
            row.agency_id = entered
        elif entered is not None and row.agency_id != entered:
            raise OutsideAgency(f"{row!r} belongs to another agency than the one entered.")


def _links(rows: Sequence[Any], links: Sequence[Any]) -> None:
    """Rows that were linked before they had an id have it by now."""
    for link in links:
        name = link.attname
        for row in rows:
            if row.__dict__.get(name) is None and not isinstance(row, _Plain) and link.is_cached(row):
                other = link.get_cached_value(row)
                if other is not None:
                    row.__dict__[name] = other.pk


def _moments(rows: Sequence[Any], fields: Sequence[Any]) -> None:
    now = timezone.now()
    for field in fields:
        for row in rows:
            setattr(row, field.attname, now)


def _ids(cursor: Any, vendor: str, table: str, count: int) -> list[int]:
    """Ids nobody else gets: from the sequence, or, on SQLite, under the writer's lock that the transaction holds."""
    if vendor == "postgresql":
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [row[0] for row in cursor.fetchall()]
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
    found = cursor.fetchone()
    first = (found[0] if found else 0) + 1
    return list(range(first, first + count))


def _values(rows: Sequence[Any], fields: Sequence[Any], vendor: str) -> list[tuple[Any, ...]]:
    get = attrgetter(*(field.attname for field in fields))
    converters = [(place, _converter(field, vendor)) for place, field in enumerate(fields)]
    needed = [(place, convert) for place, convert in converters if convert is not None]
    values = []
    for row in rows:
        made = list(get(row))
        for place, convert in needed:
            if made[place] is not None:
                made[place] = convert(made[place])
        values.append(tuple(made))
    return values


def _converter(field: Any, vendor: str) -> Convert | None:
    """What turns a Python value into the driver's; None where it takes it as it is."""
    if isinstance(field, models.JSONField):
        return _json
    if vendor == "postgresql":
        return None
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return date.isoformat
    if isinstance(field, models.TimeField):
        return time.isoformat
    if isinstance(field, models.UUIDField):
        return lambda value: value.hex
    return None


_EMPTY = {"dict": "{}", "list": "[]"}


def _json(value: Any) -> str:
    return json.dumps(value) if value else _EMPTY.get(type(value).__name__) or json.dumps(value)


def _moment(value: datetime) -> str:
    return str(value.astimezone(UTC).replace(tzinfo=None))
