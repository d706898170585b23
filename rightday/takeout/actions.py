"""Asking for an archive, making it, taking it away; saying that a list has left."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.db import transaction
from django.utils.crypto import get_random_string

from rightday.agencies import clock
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.takeout import files, rules
from rightday.takeout.archive import writing
from rightday.takeout.models import Takeout
from rightday.takeout.rules import State
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.work.queue import enqueue


@transaction.atomic
def ask(agency: Agency, *, by: Member) -> Takeout:
    """The whole agency as a file, made by the worker. One at a time: one that is under way is given back."""
    by.must(Permission.AGENCY_ARCHIVE)
    going = Takeout.objects.filter(state__in=rules.UNDER_WAY).first()
    if going is not None:
        found: Takeout = going
        return found
    made: Takeout = Takeout.objects.create(stored=f"{get_random_string(24)}.zip", by=by)
    timeline.record("agency.archive_asked", by=by)
    enqueue("rightday.takeout.tasks.make_archive", agency.pk, made.pk)
    return made


def make(takeout: Takeout, *, agency: Agency, by: Member) -> None:
    """Writes the file of one that waits. The agency is not entered: reading for long is one look of its own."""
    with enter(agency):
        fresh = Takeout.objects.filter(pk=takeout.pk, state__in=rules.UNDER_WAY)
        if not fresh.update(state=State.MAKING.value, state_at=clock.now()):
            return
    files.remove(takeout.stored)  # of a worker that was ended in the middle
    part = files.part(takeout.stored)
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        rows = writing.write(part, agency, files.Meter(takeout.stored)).rows
        digest, size = _sha256(part), part.stat().st_size
        part.rename(files.place(takeout.stored))
    except OSError as problem:
        files.remove(takeout.stored)
        with enter(agency):
            _failed(takeout, f"The file could not be written: {problem.strerror or problem}.", by=by)
        return
    with enter(agency), transaction.atomic():
        now = clock.now()
        done = {"rows": rows, "size": size, "sha256": digest, "finished_at": now, "expires_at": rules.expires_at(now)}
        Takeout.objects.filter(pk=takeout.pk).update(state=State.DONE.value, state_at=now, **done)
        timeline.record("agency.archived", by=by, rows=rows, size=size)


@transaction.atomic
def delete(takeout: Takeout, *, by: Member) -> None:
    """Takes the file away before its days are over."""
    by.must(Permission.AGENCY_ARCHIVE)
    _take_away(takeout)
    timeline.record("agency.archive_deleted", by=by)


@transaction.atomic
def expire() -> int:
    """Takes away what has waited long enough, and says of what lost its worker that it stopped. How many."""
    now, count = clock.now(), 0
    for takeout in Takeout.objects.filter(state=State.DONE.value, expires_at__lte=now):
        _take_away(takeout)
        count += 1
    for takeout in Takeout.objects.filter(state__in=rules.UNDER_WAY, state_at__lt=now - rules.SILENT):
        heard = files.heard_of(takeout.stored)
        if heard is None or heard < now - rules.SILENT:
            files.remove(takeout.stored)
            _failed(takeout, "It was cut off. Ask for it again.", by=takeout.by)
            count += 1
    return count


@transaction.atomic
def left(what: str, *, by: Member) -> None:
    """Says that a list, or all about a record, leaves as a file; who may not is refused."""
    by.must(Permission.EXPORT)
    timeline.record("book.exported", by=by, what=what[:200])


def _take_away(takeout: Takeout) -> None:
    files.remove(takeout.stored)
    Takeout.objects.filter(pk=takeout.pk).update(state=State.GONE.value, state_at=clock.now())


def _failed(takeout: Takeout, words: str, *, by: Member) -> None:
    Takeout.objects.filter(pk=takeout.pk).update(state=State.FAILED.value, problem=words, state_at=clock.now())
    timeline.record("agency.archive_failed", by=by, words=words)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
