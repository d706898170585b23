"""The sample agency has a last month, and somebody to call who was forgotten in it."""

from __future__ import annotations

from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.insight.leaks import Leak
from rightday.insight.periods import month_of
from rightday.insight.queries_history import history
from rightday.insight.queries_leaks import all_leaks
from rightday.insight.rules import Became
from rightday.team import queries as team
from rightday.team.models import Member


def test_a_month_that_can_be_read_and_leads_that_leak(db):
    agency = demo.make()
    with enter(agency):
        jo = Member.objects.get(name__startswith="Jo")
        today = team.today(jo)
        shown = history(month_of(today).before, on=today, whose=None)
        assert shown.tally.total >= 12
        assert [name for _pk, name, _number in shown.tally.rivals] == ["Harrow & Pike", "Stackline"]
        assert shown.tally.of(Became.US) == 2
        leaks = {one.leak: one.rows for one in all_leaks(on=today, whose=jo)}
        assert len(leaks[Leak.ONCE]) >= 1
