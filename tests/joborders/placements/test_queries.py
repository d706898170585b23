"""The page of a placement in a fixed number of statements."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rightday.agencies.queries import at_hand
from rightday.joborders.placements.actions import extend
from rightday.joborders.placements.queries import placement_page
from tests import desk


def test_what_is_on_the_page(inside, django_assert_num_queries):
    sent = desk.submittal(desk.order(inside.sam, inside.martin), desk.candidate(inside.priya))
    row = desk.placement(sent, ends_on=timezone.localdate() + timedelta(days=30))
    extend(row, until=timezone.localdate() + timedelta(days=90), by=inside.sam)
    with at_hand(inside.agency), django_assert_num_queries(3):
        found = placement_page(row.pk, member=inside.sam)
    assert dict(found.facts)["Paid"] == "£560 per day" and found.ended == "" and found.step
    assert len(found.extensions) == 1 and found.checks == ()
