"""Taking an import out again: what it made and nobody has worked with since goes, the rest stays and is named."""

from __future__ import annotations

import time
from typing import Final

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.intake.models import Import, ImportRow
from rightday.intake.running.unmaking import unmake
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.work.queue import enqueue

CHUNK: Final = 200
AT_ONCE: Final = 2_000
"""So many rows are taken out while somebody waits."""
SLICE: Final = 60.0
State = Import.State


def undo(batch: Import, *, by: Member) -> Import:
    """Takes the whole import out, large ones by the worker. Raises Stale when that runs already."""
    _begin(batch, by=by)
    if batch.done_row <= AT_ONCE:
        while undo_slice(batch, by=by):
            pass
    else:
        enqueue("rightday.intake.tasks.undo_import", batch.agency_id, batch.pk)
    return batch


def stop_and_undo(batch: Import, *, by: Member) -> Import:
    """Stops a running import and takes out what is in."""
    by.must(Permission.IMPORT_UNDO, own=batch.by_id == by.pk)
    Import.objects.filter(pk=batch.pk, state__in=[State.WAITING, State.RUNNING]).update(state=State.PAUSED)
    batch.refresh_from_db()
    return undo(batch, by=by)


def undo_slice(batch: Import, *, by: Member, seconds: float | None = None) -> bool:
    """Takes out rows, the last first, until none is left or the time is up. True when more is to do.

    One transaction for each chunk, so that others write in between.
    """
    until = time.monotonic() + (SLICE if seconds is None else seconds)
    while _unmake_some(batch, by=by):
        if time.monotonic() > until:
            return True
    _finish(batch, by=by)
    return False


@transaction.atomic
def _begin(batch: Import, *, by: Member) -> None:
    by.must(Permission.IMPORT_UNDO, own=batch.by_id == by.pk)
    moved = Import.objects.filter(pk=batch.pk, state__in=[State.DONE, State.PAUSED, State.FAILED]).update(
        state=State.UNDOING, state_at=clock.now(), undone_by=by, version=F("version") + 1
    )
    batch.refresh_from_db()
    if not moved:
        raise Stale(f"This import is {batch.get_state_display().lower()} by now. Look at it again.")
    timeline.record("import.undo_started", by=by, file=batch.name)


@transaction.atomic
def _unmake_some(batch: Import, *, by: Member) -> bool:
    rows = list(ImportRow.objects.filter(batch=batch).exclude(made={}).order_by("-order")[:CHUNK])
    if rows:
        unmake(rows, by=by)
        Import.objects.filter(pk=batch.pk).update(state_at=clock.now())
    return bool(rows)


@transaction.atomic
def _finish(batch: Import, *, by: Member) -> None:
    counts = dict(batch.counts) | {"kept": ImportRow.objects.filter(batch=batch, why__startswith="Kept").count()}
    done = Import.objects.filter(pk=batch.pk, state=State.UNDOING).update(
        state=State.UNDONE, undone_at=clock.now(), state_at=clock.now(), counts=counts
    )
    batch.refresh_from_db()
    if done:
        timeline.record("import.undone", by=by, file=batch.name, kept=counts["kept"])
