"""Bringing a file in: received, understood, tried, written chunk by chunk, and taken out again as a whole.

Each chunk is one transaction that first moves `done_row` on by compare-and-set: a row is in, or
it is not, and two workers cannot write the same rows.
"""

from __future__ import annotations

import gc
import hashlib
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.crypto import get_random_string

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.intake.actions_undo import stop_and_undo, undo, undo_slice
from rightday.intake.choices import Choices, chosen
from rightday.intake.import_lines import Line, lines, stored
from rightday.intake.judged_lines import JudgedLine, judge_lines
from rightday.intake.judging import Became
from rightday.intake.models import Import
from rightday.intake.reading import Unreadable, open_file
from rightday.intake.seen import Seen
from rightday.intake.summary import summary, with_guesses
from rightday.intake.trial import Trial
from rightday.intake.writing import write_chunk
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.work.queue import enqueue

__all__ = [
    "Choices",
    "choose",
    "go_on",
    "keep",
    "pause",
    "receive",
    "run_now",
    "run_slice",
    "start",
    "stop_and_undo",
    "try_now",
    "try_out",
    "understand",
    "undo",
    "undo_slice",
]

CHUNK: Final = 500
SLICE: Final = 60.0
"""Seconds after which a running import lets other tasks go first."""
TRIED_AT_ONCE: Final = 5_000
"""So many rows are tried while somebody waits; more are tried by the worker."""
State = Import.State


def receive(path: Path, *, name: str, by: Member) -> Import:
    """Keeps a copy of the file and understands it. Raises Unreadable, with what is wrong in plain words.

    `name` is what its owner calls it; it is never used as a path.
    """
    return keep(understand(path, name=name, by=by), by=by)


def understand(path: Path, *, name: str, by: Member) -> Import:
    """An import not yet stored, its file copied and read: reading for long must hold no lock of the database."""
    by.must(Permission.IMPORT)
    if path.stat().st_size > settings.UPLOAD_LIMIT:
        raise Unreadable(f"This file is larger than {settings.UPLOAD_LIMIT // 1_048_576} MB. Split it in two.")
    book = open_file(path, name)
    batch = Import(name=name[-255:], stored=f"{get_random_string(24)}.bin", size=path.stat().st_size, by=by)
    place = stored(batch)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, place)
    batch.sha256 = _sha256(place)
    batch.understood = with_guesses(book, team.today(by), size=batch.size)
    batch.total = summary(batch.understood)
    return batch


@transaction.atomic
def keep(batch: Import, *, by: Member) -> Import:
    """Stores an import that was understood."""
    by.must(Permission.IMPORT)
    batch.save()
    timeline.record("import.received", by=by, file=batch.name, rows=batch.total)
    return batch


@transaction.atomic
def choose(batch: Import, *, choices: Choices, seen: int, by: Member) -> Import:
    """Other sheets, columns, order of days or region than understood. Raises Stale; nothing is in yet."""
    by.must(Permission.IMPORT)
    understood = chosen(batch.understood, choices)
    _move(
        batch, {State.READ, State.TRIED, State.FAILED}, State.READ, seen=seen, understood=understood,
        total=summary(understood), counts={},
    )  # fmt: skip
    timeline.record("import.chosen", by=by, file=batch.name, rows=batch.total)
    return batch


def try_out(batch: Import, *, by: Member) -> Import:
    """What each row would become; nothing is kept. Large files are tried by the worker (state TRYING)."""
    by.must(Permission.IMPORT)
    if batch.total <= TRIED_AT_ONCE:
        return try_now(batch, by=by)
    with transaction.atomic():
        _move(batch, {State.READ, State.TRIED, State.FAILED}, State.TRYING)
        _enqueue("try_import", batch)
    return batch


def try_now(batch: Import, *, by: Member) -> Import:
    """The trial itself, in this process. Its result stands in `understood["trial"]`."""
    by.must(Permission.IMPORT)
    trial, seen, today = Trial(), Seen(), team.today(by)
    index = 0
    with agencies.at_hand(agencies.here()):
        for some in _chunks(lines(batch, today)):
            for one in judge_lines(some, seen, today, first_index=index):
                trial.add(one)
            index += len(some)
    with transaction.atomic():
        understood = batch.understood | {"trial": trial.shown()}
        _move(
            batch, {State.READ, State.TRIED, State.TRYING, State.FAILED}, State.TRIED, understood=understood,
            counts=trial.counts, total=index, done_row=0,
        )  # fmt: skip
    return batch


@transaction.atomic
def start(batch: Import, *, by: Member) -> Import:
    """Brings it in, by the worker. Raises Stale when it is running already."""
    by.must(Permission.IMPORT)
    _move(batch, {State.READ, State.TRIED}, State.WAITING, counts={}, started_at=clock.now(), done_row=0)
    timeline.record("import.started", by=by, file=batch.name, rows=batch.total)
    _enqueue("run_import", batch)
    return batch


@transaction.atomic
def pause(batch: Import, *, by: Member) -> Import:
    """Stops after the chunk under way; what is in stays."""
    by.must(Permission.IMPORT)
    _move(batch, {State.WAITING, State.RUNNING}, State.PAUSED)
    timeline.record("import.paused", by=by, file=batch.name, row=batch.done_row)
    return batch


@transaction.atomic
def go_on(batch: Import, *, by: Member) -> Import:
    """Goes on with the row after the last one that is in; also after a failure."""
    by.must(Permission.IMPORT)
    _move(batch, {State.PAUSED, State.FAILED}, State.WAITING, problem="")
    timeline.record("import.resumed", by=by, file=batch.name, row=batch.done_row)
    _enqueue("run_import", batch)
    return batch


def run_slice(batch: Import, *, by: Member, seconds: float | None = None) -> bool:
    """Writes chunks until the file ends, somebody pauses it, or the time is up. True when more is to do.

    Safe to run again at any time: it goes on after `done_row`.
    """
    until = time.monotonic() + (SLICE if seconds is None else seconds)
    batch.refresh_from_db()
    if batch.state not in {State.WAITING, State.RUNNING}:
        return False
    with agencies.at_hand(agencies.here()), _no_cycles():
        return _chunk_by_chunk(batch, until, by)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """The rows of a chunk hold no cycles: looking for some took a quarter of an import's time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _chunk_by_chunk(batch: Import, until: float, by: Member) -> bool:
    today = team.today(by)
    owners = {member.name.casefold(): member for member in Member.objects.here()}
    for some in _chunks(lines(batch, today, after=batch.done_row)):
        if not _write(batch, some, owners=owners, by=by):
            return False
        if time.monotonic() > until:
            return True
    _finish(batch, by=by)
    return False


def run_now(batch: Import, *, by: Member) -> Import:
    """The whole import in this process, as the command line does it."""
    with transaction.atomic():
        by.must(Permission.IMPORT)
        _move(
            batch,
            {State.READ, State.TRIED, State.WAITING},
            State.RUNNING,
            counts={},
            started_at=clock.now(),
            done_row=0,
        )
        timeline.record("import.started", by=by, file=batch.name, rows=batch.total)
    while run_slice(batch, by=by):
        pass
    batch.refresh_from_db()
    return batch


@transaction.atomic
def fail(batch: Import, *, problem: str, by: Member) -> Import:
    """Says why it cannot go on. What is in stays, and it can go on or be undone."""
    Import.objects.filter(pk=batch.pk).update(state=State.FAILED, problem=problem[:2_000], state_at=clock.now())
    timeline.record("import.failed", by=by, file=batch.name, words=problem[:2_000])
    batch.refresh_from_db()
    return batch


@transaction.atomic
def _write(batch: Import, some: Sequence[Line], *, owners: dict[str, Member], by: Member) -> bool:
    """One chunk. False when another worker was first, or somebody has paused it."""
    done = some[-1].order
    claimed = Import.objects.filter(
        pk=batch.pk, done_row=batch.done_row, state__in=[State.WAITING, State.RUNNING]
    ).update(done_row=done, state=State.RUNNING, state_at=clock.now())
    if not claimed:
        return False
    judged = judge_lines(some, Seen(), team.today(by))
    write_chunk(batch, judged, owners=owners, by=by)
    batch.done_row, batch.state = done, State.RUNNING
    batch.counts = _counted(batch.counts, judged)
    Import.objects.filter(pk=batch.pk).update(counts=batch.counts)
    return True


def _counted(counts: dict[str, int], judged: Sequence[JudgedLine]) -> dict[str, int]:
    counts = dict.fromkeys((kind.value for kind in Became), 0) | counts
    for one in judged:
        counts[one.judged.became.value] += 1
        if one.judged.became is Became.LEAD:
            counts[one.judged.grade.value] = counts.get(one.judged.grade.value, 0) + 1
    return counts


@transaction.atomic
def _finish(batch: Import, *, by: Member) -> None:
    done = Import.objects.filter(pk=batch.pk, state__in=[State.WAITING, State.RUNNING])
    if done.update(state=State.DONE, finished_at=clock.now(), state_at=clock.now(), total=F("done_row")):
        batch.state = State.DONE
        timeline.record("import.done", by=by, file=batch.name, rows=batch.done_row, counts=batch.counts)


def _move(batch: Import, before: set[State], after: State, *, seen: int | None = None, **values: Any) -> None:
    """From one of some states to another. Raises Stale when somebody was first."""
    rows = Import.objects.filter(pk=batch.pk, state__in=before)
    if seen is not None:
        rows = rows.filter(version=seen)
    if not rows.update(state=after, state_at=clock.now(), version=F("version") + 1, **values):
        batch.refresh_from_db()
        raise Stale(f"This import is {batch.get_state_display().lower()} by now. Look at it again.")
    batch.refresh_from_db()


def _enqueue(task: str, batch: Import) -> None:
    enqueue(f"rightday.intake.tasks.{task}", batch.agency_id, batch.pk)


def _chunks(every: Any) -> Any:
    iterator = iter(every)
    while some := list(islice(iterator, CHUNK)):
        yield some


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
