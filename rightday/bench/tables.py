"""Writing millions of rows past the ORM: executemany on SQLite, COPY on PostgreSQL.

Values that a row does not give come from the model's defaults. Indexes that are not unique are
dropped while filling and made again afterwards by the schema editor, which knows them all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import connection, models, transaction

FLUSH = 20_000


class Table:
    """Collects rows of one model; `add` returns the row's id. Ids run on from `first`."""

    def __init__(self, model: type[models.Model], *columns: str) -> None:
        self.model = model
        self.plain = _as_it_is if connection.vendor == "postgresql" else _plain
        self.fields: list[Any] = [model._meta.get_field(name) for name in columns]
        rest: list[Any] = [
            field
            for field in model._meta.local_concrete_fields
            if field.name not in columns and field.name not in {"id", "agency"}
        ]
        self.rest = [self._prepare(field, _default(field)) for field in rest]
        self.names: list[str] = ["id", "agency_id", *(f.column for f in self.fields), *(f.column for f in rest)]
        self.next_id = 1
        self.rows: list[tuple[Any, ...]] = []
        self.written = 0

    def add(self, agency_id: int, *values: Any) -> int:
        row_id = self.next_id
        self.next_id += 1
        self.rows.append((row_id, agency_id, *map(self.plain, values), *self.rest))
        if len(self.rows) >= FLUSH:
            self.flush()
        return row_id

    def flush(self) -> None:
        if not self.rows:
            return
        table = connection.ops.quote_name(self.model._meta.db_table)
        columns = ", ".join(map(connection.ops.quote_name, self.names))
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                places = ", ".join(["%s"] * len(self.names))
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", self.rows)  # noqa: S608 - names of models
        self.written += len(self.rows)
        self.rows = []

    def _prepare(self, field: Any, value: Any) -> Any:
        return json.dumps(value) if isinstance(field, models.JSONField) else self.plain(value)


def _default(field: Any) -> Any:
    if field.has_default():
        return field.get_default()
    if field.null:
        return None
    if isinstance(field, models.DateTimeField):
        return datetime.now(UTC)
    return ""


def _as_it_is(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    """What SQLite's driver takes as Django writes it; every moment here is in UTC already."""
    if value is None or isinstance(value, int | float | str):
        return value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return value


@contextmanager
def without_indexes(tables: list[type[models.Model]]) -> Iterator[None]:
    """Drops the plain indexes of these models inside, makes them again at the end."""
    every = [(model, index) for model in tables for index in model._meta.indexes]
    with connection.schema_editor() as editor:
        for model, index in every:
            editor.remove_index(model, index)
    yield
    # One editor for all: on SQLite each checks every foreign key of the database when it is done.
    with connection.schema_editor() as editor:
        for model, index in every:
            editor.add_index(model, index)


@contextmanager
def fast_writing() -> Iterator[None]:
    """One transaction; on SQLite with the foreign keys' own checks at its end switched off."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA synchronous = OFF")
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                if cursor.fetchone()[0]:  # else each link is checked at the end, which takes longer
                    cursor.execute("SET LOCAL session_replication_role = replica")
        yield
    if connection.vendor == "sqlite":
        connection.close()


def sequences(tables: list[Table]) -> None:
    """On PostgreSQL, ids given by hand do not move the sequence: move it."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(_no_style(), [table.model for table in tables]):
            cursor.execute(sql)


def _no_style() -> Any:
    from django.core.management.color import no_style

    return no_style()


def analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
