"""The search over the whole book in the background: slices, each in its own transaction."""

from __future__ import annotations

from datetime import timedelta

from django_tasks import task

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.people.duplicates import finding
from rightday.people.duplicates.models import DuplicateSearch

SLICES = 5
"""So many before the worker may do something else."""
SILENT = timedelta(minutes=2)


@task()
def look_for_duplicates(agency_id: int) -> None:
    """A few slices; enqueues the next. Idempotent: it goes on after the last slice that is kept."""
    more = True
    for _ in range(SLICES):
        with enter(agency_id):
            search = DuplicateSearch.objects.select_related("by").first()
            more = search is not None and finding.look_on(by=search.by)
        if not more:
            return
    look_for_duplicates.enqueue(agency_id)


@task()
def wake_searches() -> None:
    """A search that should run and has been silent is given a task again; each wake is harmless."""
    before = clock.now() - SILENT
    for agency in Agency.objects.all():
        with enter(agency):
            lost = DuplicateSearch.objects.filter(state=DuplicateSearch.State.RUNNING, state_at__lt=before).exists()
        if lost:
            look_for_duplicates.enqueue(agency.pk)
