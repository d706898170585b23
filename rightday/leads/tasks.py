"""Recurring work of leads (its beat stands in work/recurring.py)."""

from __future__ import annotations

from django_tasks import task

from rightday.agencies.clock import now
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.leads import actions_handoff


@task()
def lapse_hand_offs() -> None:
    """Returns every agency's offers whose time is over; may run twice, and at the same time."""
    for agency_id in Agency.objects.order_by("pk").values_list("pk", flat=True):
        with enter(agency_id):
            while actions_handoff.lapse_due(now=now()) == actions_handoff.BATCH:
                pass
