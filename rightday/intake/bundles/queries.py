"""The page of files that came together: each with where it stands, and all of them in sum."""

from __future__ import annotations

from dataclasses import dataclass

from rightday.intake.bundles.actions import TO_GO_ON, TO_PAUSE, TO_START, TO_UNDO
from rightday.intake.models import Import
from rightday.intake.running.moves import State
from rightday.intake.showing.rows_shown import Bar, bars
from rightday.intake.showing.words import BROUGHT, STATE_WORDS, Became
from rightday.team.models import Member
from rightday.team.rules import Permission

MOVING = (State.TRYING, State.WAITING, State.RUNNING, State.UNDOING)


@dataclass(frozen=True, slots=True)
class FileLine:
    """One of the files. `problem` is why nobody can read it, or what stopped it."""

    id: int
    name: str
    state: str
    tone: str
    rows: int
    done: int
    came_in: int
    refused: int
    problem: str
    readable: bool


@dataclass(frozen=True, slots=True)
class BundlePage:
    """All of them. `bars`: what the rows became so far; `to_start`, `to_pause`, `to_go_on`: how many files could."""

    word: str
    files: tuple[FileLine, ...]
    rows: int
    done: int
    bars: tuple[Bar, ...]
    moving: bool
    began: bool
    to_start: int
    to_pause: int
    to_go_on: int
    may_import: bool
    may_undo: bool


def bundle_page(member: Member, word: str) -> BundlePage:
    """Raises Import.DoesNotExist where no file of this agency came under that word. One statement."""
    found = list(Import.objects.filter(bundle=word).order_by("pk"))
    if not found:
        raise Import.DoesNotExist
    states = [State(one.state) for one in found]
    counts: dict[str, int] = {}
    for one in found:
        for name, count in (one.counts or {}).items() if one.state != State.UNDONE else ():
            counts[name] = counts.get(name, 0) + count
    began = [one for one in found if one.done_row]
    return BundlePage(
        word=word,
        files=tuple(map(_line, found)),
        rows=sum(one.total for one in found),
        done=sum(one.done_row for one in found),
        bars=bars(counts, {grade: counts.get(grade, 0) for grade in ("hot", "warm", "cold")}) if began else (),
        moving=any(state in MOVING for state in states),
        began=bool(began),
        to_start=sum(state in TO_START for state in states),
        to_pause=sum(state in TO_PAUSE for state in states),
        to_go_on=sum(state in TO_GO_ON for state in states),
        may_import=member.may(Permission.IMPORT),
        may_undo=any(state in TO_UNDO for state in states)
        and all(member.may(Permission.IMPORT_UNDO, own=one.by_id == member.pk) for one in found),
    )


def _line(batch: Import) -> FileLine:
    counts, state = batch.counts or {}, State(batch.state)
    undone = state == State.UNDONE
    return FileLine(
        id=batch.pk,
        name=batch.name,
        state=str(STATE_WORDS[state]),
        tone="soft" if state == State.DONE else "muted" if undone else "gap" if state == State.REFUSED else "warm",
        rows=batch.total,
        done=batch.done_row,
        came_in=0 if undone else sum(counts.get(became, 0) for became in BROUGHT) if batch.done_row else 0,
        refused=counts.get(Became.REFUSED, 0) if batch.done_row else 0,
        problem=batch.problem,
        readable=state != State.REFUSED,
    )
