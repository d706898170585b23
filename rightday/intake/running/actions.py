"""Writing a file that was received, chunk by chunk.

Each chunk is one transaction that first moves `done_row` on by compare-and-set: a row is in, or
it is not, and two workers cannot write the same rows.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db import upkeep
from rightday.intake.models import Import
from rightday.intake.running import remembering
from rightday.intake.running.judged_lines import JudgedLine, judge_lines
from rightday.intake.running.judging import Became
from rightday.intake.running.lines import Line, lines
from rightday.intake.running.moves import State, chunks, move, no_cycles
from rightday.intake.running.writing import write_chunk
from rightday.intake.understanding.seen import Seen
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

Entering = Callable[[], AbstractContextManager[None]]
SLICE: Final = 60.0
"""Seconds after which a running import lets other tasks go first."""
GOING: Final = frozenset({State.WAITING, State.RUNNING})


def run_slice(batch: Import, *, by: Member, seconds: float | None = None, entering: Entering = nullcontext) -> bool:
    """Writes chunks until the file ends, somebody pauses it, or the time is up. True when more is to do.

    Safe to run again at any time: it goes on after `done_row`. `entering` enters the agency for each
    transaction; without it the caller has, and on PostgreSQL all chunks are kept together, at the end.
    """
    until = time.monotonic() + (SLICE if seconds is None else seconds)
    with entering():
        batch.refresh_from_db()
        if batch.state not in GOING:
            return False
        agency, today = agencies.here(), team.today(by)
        owners = {member.name.casefold(): member for member in Member.objects.here()}
        read = lines(batch, today, after=batch.done_row)
    with agencies.at_hand(agency), no_cycles(), upkeep.long_writing(), closing(read):
        return _chunk_by_chunk(batch, read, owners, until, entering, by)


def _chunk_by_chunk(
    batch: Import, read: Iterator[Line], owners: dict[str, Member], until: float, entering: Entering, by: Member
) -> bool:
    for number, some in enumerate(chunks(read), 1):
        with entering():
            judged = Judgement(upkeep.data_version(), judge_lines(some, Seen(), team.today(by)))
            if not _write(batch, some, owners=owners, by=by, judged=judged):
                return False
        if number & (number - 1) == 0:  # after 1, 2, 4, 8… chunks: twice as many rows may want another plan
            upkeep.look_again()
        if time.monotonic() > until:
            return True
    with entering():
        _finish(batch, by=by)
    return False


def run_now(batch: Import, *, by: Member, entering: Entering = nullcontext) -> Import:
    """The whole import in this process, as the command line does it."""
    with entering():
        _begin(batch, by=by)
    run_slice(batch, by=by, seconds=math.inf, entering=entering)
    with entering():
        batch.refresh_from_db()
    return batch


@transaction.atomic
def _begin(batch: Import, *, by: Member) -> None:
    by.must(Permission.IMPORT)
    before = {State.READ, State.TRIED, State.WAITING}
    move(batch, before, State.RUNNING, counts={}, started_at=clock.now(), done_row=0)
    remembering.remember(batch)
    timeline.record("import.started", by=by, file=batch.name, rows=batch.total)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a chunk becomes, and the state of the book that says so. Reached before the chunk's transaction, so that
    others can write meanwhile; nobody's word any more once they have."""

    version: int
    lines: list[JudgedLine]


@transaction.atomic
def _write(
    batch: Import, some: Sequence[Line], *, owners: dict[str, Member], by: Member, judged: Judgement | None = None
) -> bool:
    """One chunk. False when another worker was first, or somebody has paused it."""
    done = some[-1].order
    claimed = Import.objects.filter(pk=batch.pk, done_row=batch.done_row, state__in=GOING).update(
        done_row=done, state=State.RUNNING, state_at=clock.now()
    )
    if not claimed:
        return False
    fresh = judged is not None and judged.version == upkeep.data_version()
    found = judged.lines if judged is not None and fresh else judge_lines(some, Seen(), team.today(by))
    write_chunk(batch, found, owners=owners, by=by)
    batch.done_row, batch.state = done, State.RUNNING
    batch.counts = _counted(batch.counts, found)
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
    done = Import.objects.filter(pk=batch.pk, state__in=GOING)
    if done.update(state=State.DONE, finished_at=clock.now(), state_at=clock.now(), total=F("done_row")):
        batch.state = State.DONE
        timeline.record("import.done", by=by, file=batch.name, rows=batch.done_row, counts=batch.counts)
