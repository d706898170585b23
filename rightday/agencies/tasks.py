"""Recurring work of an agency (its beat stands in work/recurring.py)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django_tasks import task

from rightday.agencies import once
from rightday.agencies.clock import now
from rightday.agencies.models import Agency
from rightday.db import upkeep
from rightday.db.row_security import enter

# Nobody sends the same form again after a month: a result that waits in a browser is sooner there.
KEPT: Final = timedelta(days=30)


@task()
def forget_receipts() -> None:
    """Forgets every agency's receipts older than a month; may run twice."""
    for agency_id in Agency.objects.order_by("pk").values_list("pk", flat=True):
        with enter(agency_id):
            once.forget(before=now() - KEPT)


@task()
def count_rows() -> None:
    """Lets SQLite see how its tables have grown; may run twice."""
    upkeep.count_rows()
