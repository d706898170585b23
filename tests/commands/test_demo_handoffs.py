"""The sample agency has a hand-off of each state."""

from __future__ import annotations

from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.leads.handoffs.queries import handoffs_page
from rightday.leads.models import Lead
from rightday.team.models import Member


def test_two_wait_one_came_back_one_waits_elsewhere_and_one_was_accepted(db):
    agency = demo.make()
    with enter(agency):
        sam, jo = (Member.objects.get(name__startswith=name) for name in ("Sam", "Jo"))
        page = handoffs_page(sam)
        counts = [len(rows) for rows in (page.to_answer, page.came_back, page.given, page.became)]
        assert counts == [2, 1, 1, 1]
        assert {row.verdict.grade for row in page.to_answer} == {"hot", "warm"}
        assert all(row.words for row in (*page.to_answer, *page.came_back, *page.given))
        assert Lead.objects.get(title="water engineer").owner == jo
