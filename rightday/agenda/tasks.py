"""Putting a large book in its new order, a batch at a time: ids in, the agency entered, one action called."""

from __future__ import annotations

import time

from django_tasks import task

from rightday.agencies import queries as agencies
from rightday.agencies.models import Agency
from rightday.agenda import actions
from rightday.db.row_security import enter
from rightday.team.models import Member
from rightday.work.queue import enqueue

SLICE = 30.0
"""Seconds after which other tasks go first."""


@task()
def rescore(agency_id: int, member_id: int, after: int) -> None:
    """Goes on after a step's id until all are in order, or the time is up. Harmless when run twice."""
    agency = Agency.objects.get(pk=agency_id)
    until = time.monotonic() + SLICE
    last: int | None = after
    while last is not None:
        with enter(agency), agencies.at_hand(agency):
            last = actions.rescore(by=Member.objects.get(pk=member_id), after=last)
        if last is not None and time.monotonic() > until:
            enqueue("rightday.agenda.tasks.rescore", agency_id, member_id, last)
            return
