"""Text in the order of its signs' numbers, as Python and SQLite put it, on PostgreSQL too."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Func


class Bytewise(Func):
    """Compares and orders as `sorted` does, whatever language the database was made for."""

    template = "%(expressions)s"
    arity = 1
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template='%(expressions)s COLLATE "C"', **extra)
