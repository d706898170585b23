"""Bringing a file in: received, understood, tried, written (`actions_run`), and taken out again as a whole."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.crypto import get_random_string

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.intake.models import Import
from rightday.intake.reading import Unreadable, open_file
from rightday.intake.running import mending, remembering
from rightday.intake.running.actions import run_now, run_slice
from rightday.intake.running.actions_undo import stop_and_undo, undo, undo_slice
from rightday.intake.running.judged_lines import judge_lines
from rightday.intake.running.lines import lines, stored
from rightday.intake.running.moves import State, chunks, move, no_cycles
from rightday.intake.running.trial import Trial
from rightday.intake.understanding.choices import Choices, chosen
from rightday.intake.understanding.seen import Seen
from rightday.intake.understanding.summary import summary, with_guesses
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

TRIED_AT_ONCE: Final = 5_000
"""So many rows are tried while somebody waits; more are tried by the worker."""


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
    guessed = remembering.remembered(with_guesses(book, team.today(by), size=batch.size))
    batch.understood = mending.recognised(guessed)
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
    move(
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
        move(batch, {State.READ, State.TRIED, State.FAILED}, State.TRYING)
        _enqueue("try_import", batch)
    return batch


def try_now(batch: Import, *, by: Member) -> Import:
    """The trial itself, in this process. Its result stands in `understood["trial"]`."""
    by.must(Permission.IMPORT)
    trial, seen, today = Trial(), Seen(), team.today(by)
    index = 0
    with agencies.at_hand(agencies.here()), no_cycles():
        for some in chunks(lines(batch, today)):
            for one in judge_lines(some, seen, today, first_index=index):
                trial.add(one)
            index += len(some)
    with transaction.atomic():
        understood = batch.understood | {"trial": trial.shown()}
        move(
            batch, {State.READ, State.TRIED, State.TRYING, State.FAILED}, State.TRIED, understood=understood,
            counts=trial.counts, total=index, done_row=0,
        )  # fmt: skip
    return batch


@transaction.atomic
def start(batch: Import, *, by: Member) -> Import:
    """Brings it in, by the worker. Raises Stale when it is running already."""
    by.must(Permission.IMPORT)
    move(batch, {State.READ, State.TRIED}, State.WAITING, counts={}, started_at=clock.now(), done_row=0)
    remembering.remember(batch)
    timeline.record("import.started", by=by, file=batch.name, rows=batch.total)
    _enqueue("run_import", batch)
    return batch


@transaction.atomic
def pause(batch: Import, *, by: Member) -> Import:
    """Stops after the chunk under way; what is in stays."""
    by.must(Permission.IMPORT)
    move(batch, {State.WAITING, State.RUNNING}, State.PAUSED)
    timeline.record("import.paused", by=by, file=batch.name, row=batch.done_row)
    return batch


@transaction.atomic
def go_on(batch: Import, *, by: Member) -> Import:
    """Goes on with the row after the last one that is in; also after a failure."""
    by.must(Permission.IMPORT)
    move(batch, {State.PAUSED, State.FAILED}, State.WAITING, problem="")
    timeline.record("import.resumed", by=by, file=batch.name, row=batch.done_row)
    _enqueue("run_import", batch)
    return batch


@transaction.atomic
def fail(batch: Import, *, problem: str, by: Member) -> Import:
    """Says why it cannot go on. What is in stays, and it can go on or be undone."""
    Import.objects.filter(pk=batch.pk).update(state=State.FAILED, problem=problem[:2_000], state_at=clock.now())
    timeline.record("import.failed", by=by, file=batch.name, words=problem[:2_000])
    batch.refresh_from_db()
    return batch


def _enqueue(task: str, batch: Import) -> None:
    enqueue(f"rightday.intake.tasks.{task}", batch.agency_id, batch.pk)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
