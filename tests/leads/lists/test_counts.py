"""The numbers of the tabs are the numbers of their lists."""

from __future__ import annotations

from rightday.agencies import clock
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lists import counts as list_counts
from rightday.leads.lists import listing as lists
from rightday.leads.lists.filters import Filters, View
from rightday.leads.models import Lead
from rightday.team import queries as team
from tests.leads.lists.test_reading import some


def test_each_counts_what_its_list_shows(inside):
    made = some(inside, 24)
    now = clock.now()
    HandOff.objects.create(
        lead=made[0], giver=inside.jo, receiver=inside.sam, grade="hot", offered_at=now, answer_by=now
    )
    on = team.today(inside.sam)
    Lead.objects.filter(pk__in=[made[0].pk, made[5].pk]).update(stage=4, milestone_on=on)
    counts = list_counts.tab_counts(inside.sam, on)
    for view, number in counts.items():
        shown = lists.leads_list(inside.sam, Filters.of({"view": view}))
        assert number == str(sum(len(rows) for _, _, rows in shown.groups)), view
    assert counts[View.HANDED] == "1"


def test_nobody_counts_beyond_the_most(inside, monkeypatch):
    some(inside, 6)
    monkeypatch.setattr(list_counts, "MOST", 3)
    assert list_counts.tab_counts(inside.sam, team.today(inside.sam))[View.OPEN] == "3+"
