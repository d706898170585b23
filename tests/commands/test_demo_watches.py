"""The watches of the sample agency."""

from __future__ import annotations

from rightday.commands import demo_watches
from rightday.leads.models import Intelligence
from rightday.leads.watching.queries import to_find_out
from rightday.team import queries as team


def test_one_is_asked_about_today_and_one_later(inside):
    demo_watches.fill(inside.sam)
    today = team.today(inside.sam)
    found = to_find_out(inside.sam, today)
    assert [row.name for row in found.rows] == ["Fairline Logistics"]
    assert Intelligence.objects.filter(due__gt=today).count() == 1
