"""A column that a statement reads row by row, and never through an index.

SQLite keeps no statistics here: of two conditions with an index each it may take the wrong one, and
for two joined by OR it reads both. A sign before a column keeps its planner away from it. PostgreSQL
knows how many rows a value has and is told nothing.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Field, Func


class Unindexed(Func):
    """`Unindexed("owner_id", IntegerField())`: compares as the column does, of which `field` is the type."""

    template = "%(expressions)s"
    arity = 1

    def __init__(self, column: Any, field: Field[Any, Any] | None = None, **extra: Any) -> None:
        super().__init__(F(column) if isinstance(column, str) else column, output_field=field, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **extra)
