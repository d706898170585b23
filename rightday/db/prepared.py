"""A queryset compiled once, run many times: for the few statements of the hottest pages.

Building SQL costs Django several times what SQLite takes to answer it. A `Prepared` builds it
once for each connection; only values change: those named by `Slot`, and the agency, which is
looked up at each run exactly as the wall does, and raises OutsideAgency outside one.

    STEPS = Prepared(lambda: NextStep.objects.filter(owner_id=Slot("owner"), due__lte=Slot("on"))
                     .values_list("id", "why")[:25])
    rows = STEPS(owner=7, on=today)

Rows are tuples. A slot takes the type of the column it is compared with; the shape of the
queryset may not depend on a value (`__in`, None, slices): make two.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import FieldError
from django.db import connections, models

from rightday.db.scope import current_agency_id, scope

_AGENCY = -987_654_321  # stands for the agency while compiling; no row can have it
_HERE = object()  # the place of the agency among a statement's values


class Slot(models.Expression):
    """A value given at each run; `field` only where Django cannot infer it."""

    def __init__(self, name: str, field: models.Field[Any, Any] | None = None) -> None:
        super().__init__(output_field=field or models.Field())
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]


class Prepared:
    def __init__(
        self, build: Callable[[], models.QuerySet[Any, Any]], *, count: bool = False, using: str = "default"
    ) -> None:
        self.build, self.count, self.using = build, count, using

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        connection = connections[self.using]
        cache = connection.__dict__.setdefault("_prepared", {})  # one for each thread's connection
        if self not in cache:
            cache[self] = self._compile(connection)
        sql, params, converters, planned = cache[self]
        agency_id = current_agency_id()
        if agency_id is None:
            raise FieldError("A prepared statement needs an agency.")
        if planned:
            rows = planned.run(connection, sql, agency_id, [values[param.name] for param in params])
            return _converted(rows, converters) if converters else rows
        adapt: dict[type, Any] = {
            date: connection.ops.adapt_datefield_value,
            datetime: connection.ops.adapt_datetimefield_value,
        }
        filled = [
            agency_id if param is _HERE else values[param.name] if isinstance(param, Slot) else param
            for param in params
        ]
        filled = [adapt[v.__class__](v) if v.__class__ in adapt else v for v in filled]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            rows = cursor.fetchall()
        return _converted(rows, converters) if converters else rows

    def _compile(self, connection: Any) -> tuple[str, list[Any], list[tuple[int, Convert]], Any]:
        with scope(_AGENCY):
            compiler = self.build().query.get_compiler(connection=connection)
            sql, given = compiler.as_sql()
        params: list[Any] = [_HERE if param == _AGENCY else param for param in given]
        planned = _keeper(connection)
        if planned:
            sql, params = planned.written(connection, sql, params, slot=Slot, agency=_HERE)
        if self.count:
            return f"SELECT COUNT(*) FROM ({sql}) counted", params, [], planned
        found = compiler.get_converters([column[0] for column in compiler.select])
        converters = [(place, _chosen(each, expression, connection)) for place, (each, expression) in found.items()]
        return sql, params, converters, planned


def _keeper(connection: Any) -> Any:
    """The module that keeps plans, where the database does not keep them by itself; None elsewhere."""
    if connection.vendor != "postgresql":
        return None
    from rightday.db.postgresql import planned

    return planned if planned.keeps_plans(connection) else None


Convert = Callable[[Any], Any]
# What SQLite's own converters do, by their names, without their wrapping: a call sheet has 800 such values.
# The driver has converted plain columns already; texts are left of expressions.
_QUICK: dict[str, Convert] = {
    "convert_datefield_value": lambda value: date.fromisoformat(value) if isinstance(value, str) else value,
    "convert_timefield_value": lambda value: time.fromisoformat(value) if isinstance(value, str) else value,
    "convert_booleanfield_value": bool,
}


# What an expression's own converter does with a number.
_NUMBERS: dict[type[models.Field[Any, Any]], Convert] = {models.FloatField: float, models.IntegerField: int}


def _chosen(converters: list[Any], expression: Any, connection: Any) -> Convert:
    """One function for the converters of a column; None stays None."""
    if len(converters) == 1:
        name = getattr(converters[0], "__name__", "")
        if name in _QUICK:
            return _QUICK[name]
        if converters[0] == getattr(expression, "convert_value", None) and type(expression.output_field) in _NUMBERS:
            return _NUMBERS[type(expression.output_field)]

    def convert(value: Any) -> Any:
        for one in converters:
            value = one(value, expression, connection)
        return value

    return convert


def _converted(rows: list[tuple[Any, ...]], converters: list[tuple[int, Convert]]) -> list[tuple[Any, ...]]:
    made = []
    for row in rows:
        values = list(row)
        for place, convert in converters:
            if values[place] is not None:
                values[place] = convert(values[place])
        made.append(tuple(values))
    return made
