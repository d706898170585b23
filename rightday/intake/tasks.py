"""Imports in the background: ids in, the agency entered, one action called."""

from __future__ import annotations

from datetime import timedelta

from django_tasks import task

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.intake import actions
from rightday.intake.models import Import
from rightday.intake.reading import Unreadable

SILENT = timedelta(minutes=2)
"""An import that should run and has not moved for so long has lost its task."""


@task()
def try_import(agency_id: int, batch_id: int) -> None:
    """The trial of a large file."""
    with enter(agency_id):
        batch = Import.objects.select_related("by").get(pk=batch_id)
        if batch.state != Import.State.TRYING:
            return
        try:
            actions.try_now(batch, by=batch.by)
        except Unreadable as problem:
            actions.fail(batch, problem=problem.reason, by=batch.by)


@task()
def run_import(agency_id: int, batch_id: int) -> None:
    """One slice of an import; enqueues the next. Idempotent: it goes on after the last row that is in."""
    more = False
    agency = Agency.objects.get(pk=agency_id)
    batch = _batch(agency, batch_id)
    try:
        more = _slices(agency, batch)
    except Unreadable as problem:
        with enter(agency):
            actions.fail(batch, problem=problem.reason, by=batch.by)
    if more:
        run_import.enqueue(agency_id, batch_id)


@task()
def undo_import(agency_id: int, batch_id: int) -> None:
    """One slice of an undoing; enqueues the next. Idempotent."""
    agency = Agency.objects.get(pk=agency_id)
    batch = _batch(agency, batch_id)
    with enter(agency):
        more = actions.undo_slice(batch, by=batch.undone_by or batch.by)
    if more:
        undo_import.enqueue(agency_id, batch_id)


@task()
def wake_imports() -> None:
    """Imports that should run and have been silent are given a task again; each wake is harmless."""
    before = clock.now() - SILENT
    for agency in Agency.objects.all():
        with enter(agency):
            waiting = Import.objects.filter(
                state__in=[Import.State.WAITING, Import.State.RUNNING, Import.State.UNDOING, Import.State.TRYING],
                state_at__lt=before,
            )
            found = list(waiting.values_list("pk", "state"))
        for batch_id, state in found:
            _WAKE[state].enqueue(agency.pk, batch_id)


_WAKE = {
    Import.State.WAITING.value: run_import,
    Import.State.RUNNING.value: run_import,
    Import.State.UNDOING.value: undo_import,
    Import.State.TRYING.value: try_import,
}


def _batch(agency: Agency, batch_id: int) -> Import:
    with enter(agency):
        return Import.objects.select_related("by", "undone_by").get(pk=batch_id)


def _slices(agency: Agency, batch: Import) -> bool:
    """Entered for each chunk by itself: on PostgreSQL entering is a transaction, and chunks are kept as they come."""
    return actions.run_slice(batch, by=batch.by, entering=lambda: enter(agency))
