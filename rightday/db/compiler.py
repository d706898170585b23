"""Deletes and updates that Django builds from bare ids (its delete collector) get the agency."""

from __future__ import annotations

from typing import Any

from django.db.models.sql import compiler as base
from django.db.models.sql.compiler import (  # noqa: F401
    SQLAggregateCompiler,
    SQLCompiler,
    SQLInsertCompiler,
)

from rightday.db.composite_keys import behind_wall


class _Walled:
    query: Any

    def as_sql(self, *args: Any, **kw: Any) -> Any:
        model = self.query.get_meta().model
        if behind_wall(model):
            field = model._meta.get_field("agency")
            children = self.query.where.children
            if not any(getattr(child, "lhs", None).__class__.__name__ == "BehindWall" for child in children):
                self.query = self.query.clone()
                self.query.where.add(field.wall(self.query.get_initial_alias()), "AND")
        return super().as_sql(*args, **kw)  # type: ignore[misc]


class SQLDeleteCompiler(_Walled, base.SQLDeleteCompiler):
    pass


class SQLUpdateCompiler(_Walled, base.SQLUpdateCompiler):
    pass
