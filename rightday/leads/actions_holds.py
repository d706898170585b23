"""After an agency changed how long a grade holds: every lead's last days move by the difference."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import DateField, F, Func, IntegerField, Value

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Reason
from rightday.leads.models import Lead
from rightday.leads.rules import Holds
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

# Days near the end of the calendar stay: they stand for "for ever", and SQLite has none after them.
_FAR: Final = date(9990, 1, 1)


class Later(Func):
    """A date column so many days later; written for each database, for their dates differ."""

    output_field = DateField()
    template = "(%(expressions)s)"
    arg_joiner = " + "

    def __init__(self, column: str, days: int) -> None:
        super().__init__(F(column), Value(days, output_field=IntegerField()))
        self.days = days

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        sql, params = compiler.compile(self.source_expressions[0])
        return f"date({sql}, %s)", (*params, f"{self.days:+d} days")


@transaction.atomic
def regrade(*, was: Holds, holds: Holds, by: Member) -> None:
    """Moves the last days of all leads, and of the steps that rest on them, in a few statements.

    A lead's last day is the day of the fact plus the days its grade holds, so the difference of
    both holds is what it moves by: no evidence is read. The caller rescores afterwards.
    """
    by.must(Permission.AGENCY_SETTINGS)
    differences = (("hot", Reason.HOT), ("warm", Reason.WARM), ("cold", Reason.COLD))
    for name, reason in differences:
        days = getattr(holds, name) - getattr(was, name)
        if not days:
            continue
        column = f"{name}_until"
        Lead.objects.filter(**{f"{column}__lt": _FAR}).update(**{column: Later(column, days)})
        steps = NextStep.objects.filter(reason=reason, holds_until__lt=_FAR)
        steps.update(holds_until=Later("holds_until", days))
    timeline.record("leads.regraded", by=by, hot=holds.hot, warm=holds.warm, cold=holds.cold)
