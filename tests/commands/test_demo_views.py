"""The sample agency has saved views and labels."""

from __future__ import annotations

from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.leads.lists.models import BulkAct, LeadLabel
from rightday.team import queries_views
from rightday.team.models import Member


def test_two_views_are_sams_one_is_shared_and_the_hottest_leads_are_labelled(db):
    agency = demo.make()
    with enter(agency):
        sam = Member.objects.get(name__startswith="Sam")
        page = queries_views.views_page(sam)
        assert [row.name for row in page.yours] == ["Platform and data", "Quiet for a week"]
        assert [row.whose for row in page.theirs] == ["Priya, everybody"]
        assert LeadLabel.objects.count() == 3
        assert BulkAct.objects.get().finished_at is not None
