"""The SQL twins of what became of a lead: the day that orders a group."""

from __future__ import annotations

from datetime import date

from rightday.insight import standing
from rightday.insight.periods import month_of
from rightday.insight.rules import ORDER, Became, Leaks
from rightday.leads import actions
from rightday.leads.rules import Ending
from tests.insight.conftest import TODAY, made

OCTOBER = month_of(date(2026, 10, 1))


def test_the_day_it_ended_else_was_called_else_heard(inside):
    actions.end(made(inside, date(2026, 10, 1)), kind=Ending.CANCELLED, on=date(2026, 11, 3), by=inside.sam)
    made(inside, date(2026, 10, 2), last_call_on=date(2026, 10, 9))
    made(inside, date(2026, 10, 3))
    made(inside, date(2026, 10, 4), last_heard_on=None)
    rows = standing.generated(OCTOBER, whose=None).annotate(place=standing.place(TODAY, Leaks()), day=standing.day())
    assert [(ORDER[place], day) for place, day in rows.order_by("id").values_list("place", "day")] == [
        (Became.CANCELLED, date(2026, 11, 3)), (Became.UNKNOWN, date(2026, 10, 9)),
        (Became.UNKNOWN, date(2026, 10, 3)), (Became.UNKNOWN, date(2026, 10, 4)),
    ]  # fmt: skip
