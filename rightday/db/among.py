"""`key__among=values`: what `__in` asks, with one parameter instead of one for each value.

For the hundreds of values of an import's chunk: `__in` prepares and binds every one of them by
itself, and its statement is another one for each number of values.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import models


class Among(models.Lookup[Any]):
    """Values are plain: integers or texts, as the column stores them."""

    lookup_name = "among"

    def get_prep_lookup(self) -> list[Any]:
        return list(self.rhs)

    def get_db_prep_lookup(self, value: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [value]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*params, json.dumps(self.rhs)]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection)  # a serial's own type is that of its numbers
        return f"{column} = ANY(%s::{kind}[])", [*params, self.rhs]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        raise NotImplementedError(f"among is not written for {connection.vendor}")


for kind in (models.Field, models.ForeignObject):  # links take no lookups from other fields
    kind.register_lookup(Among)
