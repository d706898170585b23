"""Statements whose plan PostgreSQL keeps: read and planned once for each connection, then only given their values.

Django writes values into the text of a statement, so that each is read and planned anew; planning six joins takes
longer than answering them. Here constants are written in (conditions of partial indexes are recognised only then),
and so is the agency: what is right for one of three hundred leads is not for one of three hundred thousand. What else
changes is sent beside the text. Behind a pooler that hands connections on (setting RIGHTDAY_DATABASE_POOLED) nothing
is kept.
"""

from __future__ import annotations

import re
from typing import Any, Self

from psycopg import Cursor
from psycopg import sql as literal
from psycopg.types.numeric import Float8, Int8

AGENCY = "\0"
"""Where the agency's number goes; no statement has such a character."""
_PLACE = re.compile(r"%s|%%")


class Planned(Cursor[Any]):
    """A cursor that keeps the plan of each statement it runs."""

    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = True, binary: bool | None = None
    ) -> Self:
        return super().execute(query, params, prepare=prepare, binary=binary)


def keeps_plans(connection: Any) -> bool:
    """Whether plans outlive a transaction on this connection."""
    connection.ensure_connection()
    return connection.connection.prepare_threshold is not None


def run(connection: Any, sql: str, agency_id: int, values: list[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement that `written` made, in Django's own wrapping (counting, errors, threads)."""
    connection.ensure_connection()
    with connection._prepare_cursor(Planned(connection.connection)) as cursor:
        cursor.execute(sql.replace(AGENCY, str(agency_id)), [_typed(value) for value in values])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def written(connection: Any, sql: str, params: list[Any], *, slot: type, agency: object) -> tuple[str, list[Any]]:
    """The statement with its constants written in, `AGENCY` for the agency, and what is left: the slots."""
    left, values = [], iter(params)

    def write(place: re.Match[str]) -> str:
        if place.group() == "%%":
            return "%%"
        value = next(values)
        if value is agency:
            return AGENCY
        if isinstance(value, slot):
            left.append(value)
            return "%s"
        return literal.Literal(value).as_string(connection.connection).replace("%", "%%")

    return _PLACE.sub(write, sql), left


def _typed(value: Any) -> Any:
    """A number as the widest of its kind: one plan for small and large, not one for each."""
    if value.__class__ is int:
        return Int8(value)
    return Float8(value) if value.__class__ is float else value
