"""What is done to all files that came together: kept, brought in, paused, taken out. Each is an ordinary import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.utils.crypto import get_random_string

from rightday.agencies.once import Stale
from rightday.intake import actions
from rightday.intake.models import Import
from rightday.intake.reading import Came, Unreadable, is_bundle, unpacked
from rightday.intake.running.moves import State
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

Act = Callable[[Import], object]
_NOTHING: Final[dict[str, Any]] = {
    "format": "",
    "encoding": "",
    "delimiter": "",
    "dayfirst": None,
    "day_words": "",
    "tables": [],
}
UNPACKED: Final = 4
"""A zip may unpack to so many times what one file may have."""
TO_START: Final = frozenset({State.READ, State.TRIED})
TO_PAUSE: Final = frozenset({State.WAITING, State.RUNNING})
TO_GO_ON: Final = frozenset({State.PAUSED, State.FAILED})
TO_UNDO: Final = frozenset({State.DONE, State.PAUSED, State.FAILED, State.WAITING, State.RUNNING})


def understand_all(files: Iterable[Came], *, by: Member) -> list[Import]:
    """Imports not yet stored, zips taken apart; a file that nobody can read is one too, with its problem.

    Like `actions.understand`: holds no lock of the database however long it reads.
    """
    by.must(Permission.IMPORT)
    found: list[Import] = []
    for file in files:
        if not is_bundle(file.path):
            found.append(_understood(file, by))
            continue
        with TemporaryDirectory() as folder:
            limit = UNPACKED * settings.UPLOAD_LIMIT
            inside = [_understood(one, by) for one in unpacked(file.path, file.name, Path(folder), limit=limit)]
        found += inside or [_refused(file, "This zip is empty.", by)]
    return found


@transaction.atomic
def keep_all(batches: Sequence[Import], *, by: Member) -> str:
    """Stores imports that came together; returns the word they share."""
    by.must(Permission.IMPORT)
    word = get_random_string(20)
    for batch in batches:
        batch.bundle = word
        if batch.state == State.REFUSED:
            batch.save()
            timeline.record("import.refused", by=by, file=batch.name, words=batch.problem)
        else:
            actions.keep(batch, by=by)
    return word


@transaction.atomic
def start_all(word: str, *, by: Member) -> int:
    """Brings in every file that waits for it, in their order; how many there were."""
    return _each(word, TO_START, lambda batch: actions.start(batch, by=by))


@transaction.atomic
def pause_all(word: str, *, by: Member) -> int:
    """Pauses every file that is under way."""
    return _each(word, TO_PAUSE, lambda batch: actions.pause(batch, by=by))


@transaction.atomic
def go_on_all(word: str, *, by: Member) -> int:
    """Goes on with every file that was paused, or stopped by a problem."""
    return _each(word, TO_GO_ON, lambda batch: actions.go_on(batch, by=by))


def undo_all(word: str, *, by: Member) -> int:
    """Takes out what all of them made, the last file first: it may have added to what the first one made."""
    return _each(word, TO_UNDO, lambda batch: actions.stop_and_undo(batch, by=by), last_first=True)


def _each(word: str, states: Iterable[State], act: Act, *, last_first: bool = False) -> int:
    done = 0
    for batch in Import.objects.filter(bundle=word, state__in=states).order_by("-pk" if last_first else "pk"):
        with suppress(Stale):  # it has moved on meanwhile by itself
            act(batch)
            done += 1
    return done


def _understood(file: Came, by: Member) -> Import:
    if file.problem:
        return _refused(file, file.problem, by)
    try:
        return actions.understand(file.path, name=file.name, by=by)
    except Unreadable as problem:
        return _refused(file, problem.reason, by)


def _refused(file: Came, problem: str, by: Member) -> Import:
    size = file.path.stat().st_size if file.path.is_file() else 0
    return Import(
        name=file.name[-255:], size=size, state=State.REFUSED, problem=problem[:2_000], by=by, understood=dict(_NOTHING)
    )
