"""Many rows of one model in one statement run often: what `bulk_create` does, several times faster.

Django prepares each value of each row through three methods, and builds one long statement for
every few hundred rows. Here the columns' converters are chosen once, ids are reserved first, and
the driver runs one short statement for all rows. The wall holds as for a single row: the agency is
filled in, and another agency's row is refused.

Not for values that are SQL expressions, nor for conflicts: `bulk_create` still does those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connections, models, transaction
from django.db.models.base import ModelState
from django.utils import timezone

from rightday.db.bulk_values import Written, converted, default_of, plainly
from rightday.db.scope import OutsideAgency, current_agency_id

__all__ = ["WORTH_IT", "Written", "insert", "insert_values", "new", "reserve", "update_values"]
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
    with transaction.atomic(using=using, savepoint=False), connection.cursor() as cursor:
        for row, pk in zip(rows, _ids(cursor, connection.vendor, model._meta.db_table, len(rows)), strict=True):
            row.__dict__[fields[0].attname] = pk
        get = attrgetter(*(field.attname for field in fields))
        _run(cursor, connection, model, fields, list(zip(*map(get, rows), strict=True)))
    for row in rows:
        row._state.adding, row._state.db = False, using


def insert_values(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    using: str = "default",
    *,
    ids: Sequence[int] | None = None,
) -> Sequence[int]:
    """`insert` without instances: values of the named columns ("lead_id", "shows"), row by row; returns the ids.

    The agency is the one entered; other columns that are not named get their defaults. For rows that
    nobody looks at after they are written. `ids` are those that `reserve` gave. Raises OutsideAgency
    outside an agency.
    """
    agency_id = current_agency_id()
    if agency_id is None:
        raise OutsideAgency("The wall stands open: these rows would have no agency.")
    if not rows:
        return []
    connection = connections[using]
    every = {field.column: field for field in model._meta.concrete_fields}
    rest = [field for name, field in every.items() if name not in columns and name not in {"id", "agency_id"}]
    fields = [every["id"], every["agency_id"], *rest, *(every[name] for name in columns)]
    count = len(rows)
    with transaction.atomic(using=using, savepoint=False), connection.cursor() as cursor:
        pks = _ids(cursor, connection.vendor, model._meta.db_table, count) if ids is None else ids
        constants = ([default_of(field)] * count for field in rest)
        _run(cursor, connection, model, fields, [pks, [agency_id] * count, *constants, *zip(*rows, strict=True)])
    return pks


def reserve(model: type[models.Model], count: int, using: str = "default") -> Sequence[int]:
    """Ids for rows that link to each other before they are written. Inside the transaction that writes them.

    Each model's ids must be used before the next are reserved.
    """
    with connections[using].cursor() as cursor:
        return _ids(cursor, connections[using].vendor, model._meta.db_table, count)


def after_given_ids(model: type[models.Model], using: str = "default") -> None:
    """After rows were written under ids of their own: the next id is one nobody has. SQLite minds it by itself.

    As the owner of the tables: the role of the app may not set a sequence.
    """
    if connections[using].vendor == "postgresql":
        table = connections[using].ops.quote_name(model._meta.db_table)
        with connections[using].cursor() as cursor:
            cursor.execute(
                f"SELECT setval(s, greatest((SELECT last_value FROM {_sequence(cursor, model)}), m))"
                f" FROM (SELECT pg_get_serial_sequence(%s, 'id') s, max(id) m FROM {table}) x WHERE m IS NOT NULL",
                [model._meta.db_table],
            )


def _sequence(cursor: Any, model: type[models.Model]) -> str:
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
    return str(cursor.fetchone()[0])


def update_values(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Sequence[tuple[int, Sequence[Any]]],
    using: str = "default",
    *,
    version: bool = False,
) -> None:
    """Sets the named columns of many rows, each (id, values), in one statement; `version` counts one on as well.

    Rows of another agency, or gone, are left as they are. Raises OutsideAgency outside an agency.
    """
    agency_id = current_agency_id()
    if agency_id is None:
        raise OutsideAgency("The wall stands open: which agency's rows are these?")
    if not rows:
        return
    connection = connections[using]
    every = {field.column: field for field in model._meta.concrete_fields}
    fields = [*(every[name] for name in columns), every["id"]]
    given = [*zip(*(values for _, values in rows), strict=True), [pk for pk, _ in rows]]
    values = [converted(column, field, connection.vendor) for column, field in zip(given, fields, strict=True)]
    quote, table = connection.ops.quote_name, connection.ops.quote_name(model._meta.db_table)
    counted = ', "version" = t."version" + 1' if version else ""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            places = ", ".join(f"v{number}" for number in range(len(fields)))
            sets = ", ".join(f"{quote(name)} = v{number}" for number, name in enumerate(columns)) + counted
            arrays = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
            cursor.execute(
                f"UPDATE {table} t SET {sets} FROM unnest({arrays}) given({places})"
                f" WHERE t.agency_id = %s AND t.id = v{len(columns)}",
                [*map(list, values), agency_id],
            )
            return
        sets = ", ".join(f"{quote(name)} = %s" for name in columns) + counted
        cursor.executemany(
            f"UPDATE {table} AS t SET {sets} WHERE t.id = %s AND t.agency_id = {agency_id:d}",
            list(zip(*values, strict=True)),
        )


M = TypeVar("M", bound=models.Model)


def new(model: type[M], **values: Any) -> M:
    """An instance as `model(**values)` makes it, in a sixth of the time: for imports, which make ten a row.

    Values by field name, linked rows as instances; no properties, no expressions, no signals.
    """
    attributes, links, constants, fresh = _shape(model)
    made = model.__new__(model)
    state = ModelState()
    state.fields_cache = {}
    inside = made.__dict__
    inside["_state"] = state
    inside.update(constants)
    for name, make in fresh:
        inside[name] = make()
    for name, value in values.items():
        if name in links:
            inside[links[name]] = value.pk if value is not None else None
            state.fields_cache[name] = value
        else:
            inside[attributes[name]] = value
    return made


@cache
def _shape(
    model: type[models.Model],
) -> tuple[dict[str, str], dict[str, str], dict[str, Any], tuple[tuple[str, Callable[[], Any]], ...]]:
    """Name → attribute; link → attribute; values every instance begins with; those that are made anew each time."""
    fields = model._meta.concrete_fields
    attributes = {field.name: field.attname for field in fields} | {field.attname: field.attname for field in fields}
    links = {field.name: field.attname for field in fields if field.is_relation}
    fresh = tuple((field.attname, field.default) for field in fields if field.has_default() and callable(field.default))
    constants = {field.attname: None if field.primary_key else field.get_default() for field in fields}
    return attributes, links, constants, fresh


def _run(
    cursor: Any, connection: Any, model: type[models.Model], fields: Sequence[Any], columns: Sequence[Sequence[Any]]
) -> None:
    """Writes rows given as columns: PostgreSQL takes them as arrays in one statement, SQLite one short one a row."""
    quote = connection.ops.quote_name
    # A column without any value is left out: NULL is what the database puts there by itself.
    kept = [(column, field) for column, field in zip(columns, fields, strict=True) if column.count(None) < len(column)]
    names = ", ".join(quote(field.column) for _, field in kept)
    into = f"INSERT INTO {quote(model._meta.db_table)} ({names})"
    values = [converted(column, field, connection.vendor) for column, field in kept]
    if connection.vendor == "postgresql":
        arrays = ", ".join(f"%s::{field.db_type(connection)}[]" for _, field in kept)
        cursor.execute(f"{into} SELECT * FROM unnest({arrays})", [list(column) for column in values])
    else:
        # What is the same in every row stands in the statement: to bind it for each costs more than to store it.
        same = [plainly(column) if len(column) >= WORTH_IT else None for column in values]
        places = ", ".join("%s" if one is None else one for one in same)
        differing = [column for column, one in zip(values, same, strict=True) if one is None]
        cursor.executemany(f"{into} VALUES ({places})", list(zip(*differing, strict=True)))


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
            if row.__dict__.get(name) is None and link.is_cached(row):
                other = link.get_cached_value(row)
                if other is not None:
                    row.__dict__[name] = other.pk


def _moments(rows: Sequence[Any], fields: Sequence[Any]) -> None:
    now = timezone.now()
    for field in fields:
        for row in rows:
            setattr(row, field.attname, now)


def _ids(cursor: Any, vendor: str, table: str, count: int) -> Sequence[int]:
    """Ids nobody else gets: from the sequence, or, on SQLite, under the writer's lock that the transaction holds."""
    if vendor == "postgresql":
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [row[0] for row in cursor.fetchall()]
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
    found = cursor.fetchone()
    first = (found[0] if found else 0) + 1
    return range(first, first + count)
