"""Reads of imports, shaped like their pages: the list with its past imports, and the one page of four steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.agencies import clock
from rightday.intake.models import Import
from rightday.intake.running import unmaking
from rightday.intake.showing import rows_shown
from rightday.intake.showing import shown as import_shown
from rightday.intake.showing.pairs import waiting_of
from rightday.intake.showing.rows import MOST_CALLS, RESULT_ROWS, rows_of, stayed, to_call, worth_a_look
from rightday.intake.showing.rows_shown import Bar, RowShown, Trial
from rightday.intake.showing.sentences import file_line, sentence, time_left, title, undone_words
from rightday.intake.showing.shown import Understanding
from rightday.intake.showing.words import BROUGHT, STATE_WORDS, Became, State, size_words
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission

PAST: Final = 20
GOING: Final = (State.WAITING, State.RUNNING)
MOVING: Final = (State.TRYING, State.WAITING, State.RUNNING, State.UNDOING)
"""States that change by themselves: the page looks again every second."""
UNDONE_BY_HAND: Final = (State.DONE, State.PAUSED, State.FAILED)


@dataclass(frozen=True, slots=True)
class PastImport:
    """A line of past imports; `tone` is that of its state."""

    id: int
    name: str
    day: str
    who: str
    rows: int
    came_in: int
    refused: int
    state: str
    tone: str
    may_undo: bool


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """The file's step, and what was brought before. `earlier` is the key of the next page, 0 for none."""

    past: tuple[PastImport, ...]
    earlier: int
    limit: str
    may_import: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the rows are in; `tally` counts what they became so far. `moving`: it changes by itself."""

    id: int
    state: str
    moving: bool
    done: int
    of: int
    aside: str
    tally: tuple[tuple[str, int], ...]

    @property
    def left(self) -> int:
        return max(0, self.of - self.done)

    @property
    def share(self) -> str:
        """For the tab's title: "268 of 393"."""
        return _("%(done)s of %(of)s") % {"done": f"{self.done:,}", "of": f"{self.of:,}"}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an import. `tab` chooses the rows shown; `after` is the key of the next ones, 0 for none.

    `pairs`: duplicates it suggested that still wait to be decided.
    """

    bars: tuple[Bar, ...]
    grades: str
    refused: int
    tab: str
    rows: tuple[RowShown, ...]
    after: int
    refused_rows: tuple[RowShown, ...]
    stayed: tuple[RowShown, ...]
    look: tuple[RowShown, ...]
    calls: int
    several: bool
    pairs: int = 0


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One import at the step where it stands: understood, trial, run or result."""

    id: int
    name: str
    version: int
    bundle: str
    state: str
    step: str
    title: str
    sentence: str
    file_line: str
    problem: str
    understood: Understanding
    trial: Trial
    progress: Progress
    result: Result | None
    waiting: tuple[RowShown, ...]
    may_import: bool
    may_undo: bool


def the_import(import_id: int) -> Import:
    """One import with whose it is. Raises Import.DoesNotExist."""
    found: Import = Import.objects.select_related("by", "undone_by").get(pk=import_id)
    return found


def is_in(batch: Import) -> bool:
    """Whether rows have been brought in, be it only some, or taken out again."""
    return batch.state not in (State.READ, State.TRYING, State.TRIED)


def imports_page(member: Member, *, before: int | None = None) -> ImportsPage:
    """The newest imports first; one statement."""
    found = Import.objects.select_related("by", "undone_by").order_by("-pk")
    rows = list((found.filter(pk__lt=before) if before else found)[: PAST + 1])
    today, zone = team.today(member), team.zone_of(member)
    past = tuple(_past(batch, member, today, zone) for batch in rows[:PAST])
    return ImportsPage(
        past,
        rows[PAST - 1].pk if len(rows) > PAST else 0,
        size_words(settings.UPLOAD_LIMIT),
        member.may(Permission.IMPORT),
    )


def import_page(member: Member, import_id: int, *, step: str = "", tab: str = "", after: int = 0) -> ImportPage:
    """The page of one import. `step` "understood" goes back to the second step while nothing has been brought in."""
    batch, today, zone = the_import(import_id), team.today(member), team.zone_of(member)
    understood = import_shown.understanding(batch.understood)
    at = _step(batch, step)
    progress = progress_of(batch, clock.local(clock.now(), zone))
    result = _result(batch, member, today, tab, after) if at == "result" else None
    shown = rows_shown.trial(batch.understood, tab, today)
    return ImportPage(
        id=batch.pk,
        name=batch.name,
        version=batch.version,
        bundle=batch.bundle,
        state=batch.state,
        step=at,
        title=title(batch, at),
        sentence=sentence(batch, at, understood, member, today, zone),
        file_line=file_line(batch, understood),
        problem=batch.problem,
        understood=understood,
        trial=shown,
        progress=progress,
        result=result,
        waiting=to_call(batch, member, today) if at == "run" else (),
        may_import=member.may(Permission.IMPORT),
        may_undo=batch.state in UNDONE_BY_HAND and _may_undo(batch, member),
    )


def phase(batch: Import) -> str:
    """What the page of a moving import was drawn for: waiting and running look alike."""
    return "going" if batch.state in GOING else str(batch.state)


def progress_of(batch: Import, now: datetime) -> Progress:
    """How far an import is, without a further statement."""
    counts = batch.counts or {}
    shown = rows_shown.bars(counts, {})
    return Progress(
        id=batch.pk,
        state=phase(batch),
        moving=batch.state in MOVING,
        done=batch.done_row,
        of=batch.total,
        aside=time_left(batch, now),
        tally=tuple((bar.tab, bar.count) for bar in shown),
    )


def _step(batch: Import, asked: str) -> str:
    if batch.state in (State.READ, State.TRIED) and asked == "understood":
        return "understood"
    if batch.state == State.FAILED and not batch.done_row:
        return "understood"
    return {
        State.READ: "understood",
        State.TRYING: "trial",
        State.TRIED: "trial",
        State.DONE: "result",
        State.UNDONE: "result",
    }.get(State(batch.state), "run")


def _past(batch: Import, member: Member, today: date, zone: str) -> PastImport:
    counts = batch.counts or {}
    undone = batch.state == State.UNDONE
    words, tone = str(STATE_WORDS[State(batch.state)]), "soft"
    if undone:
        words, tone = undone_words(batch, member, today, zone), "muted"
    elif batch.state == State.DONE and counts.get(Became.DECIDE):
        to_decide = counts[Became.DECIDE]
        words = ngettext("%(count)d duplicate to decide", "%(count)d duplicates to decide", to_decide)
        words, tone = words % {"count": to_decide}, "warm"
    elif batch.state != State.DONE:
        tone = "warm"
    came_in = 0 if undone else sum(counts.get(became, 0) for became in BROUGHT)
    return PastImport(
        id=batch.pk,
        name=batch.name,
        day=say_day(clock.day_in(zone, batch.at), today),
        who=batch.by.name,
        rows=batch.total or sum(table["rows"] for table in batch.understood.get("tables", []) if table["use"]),
        came_in=came_in,
        refused=counts.get(Became.REFUSED, 0),
        state=words,
        tone=tone,
        may_undo=batch.state in UNDONE_BY_HAND and _may_undo(batch, member),
    )


def _may_undo(batch: Import, member: Member) -> bool:
    return member.may(Permission.IMPORT_UNDO, own=batch.by_id == member.pk)


def _result(batch: Import, member: Member, today: date, tab: str, after: int) -> Result:
    counts = batch.counts or {}
    tab = tab if counts.get(tab) else ""
    rows, next_key = rows_of(batch, Became(tab), today, after=after) if tab else ((), 0)
    grades = {grade: counts.get(grade, 0) for grade in ("hot", "warm", "cold")}
    refused = counts.get(Became.REFUSED, 0)
    done, problems = batch.state == State.DONE, batch.understood.get("trial", {}).get("problems", 0)
    return Result(
        bars=rows_shown.bars(counts, grades),
        grades=rows_shown.grade_words(grades),
        refused=refused,
        tab=tab,
        rows=rows,
        after=next_key,
        refused_rows=rows_of(batch, Became.REFUSED, today, limit=RESULT_ROWS)[0] if refused and not tab else (),
        stayed=stayed(batch, today) if batch.state == State.UNDONE and counts.get("kept") and not tab else (),
        look=worth_a_look(batch, today) if done and problems and not tab else (),
        calls=len(to_call(batch, member, today, limit=MOST_CALLS)) if done else 0,
        several=sum(bool(table.get("use")) for table in batch.understood.get("tables", [])) > 1,
        pairs=waiting_of(batch, today) if done else 0,
    )


@dataclass(frozen=True, slots=True)
class UndoPage:
    """Before undoing: what would go, and who would stay because somebody has worked with them since."""

    id: int
    name: str
    goes: tuple[tuple[str, int], ...]
    stay: int
    stays: tuple[tuple[str, str], ...]


def undo_page(member: Member, import_id: int) -> UndoPage:
    """Raises NotAllowed where it is not the member's to undo."""
    batch = the_import(import_id)
    member.must(Permission.IMPORT_UNDO, own=batch.by_id == member.pk)
    goes, stays = unmaking.preview(batch.pk)
    words = {"leads": _("leads and notes to qualify"), "persons": _("people"), "companies": _("companies")}
    return UndoPage(
        batch.pk,
        batch.name,
        tuple((word, goes[name]) for name, word in words.items() if goes.get(name)),
        goes.get("stay", 0),
        tuple(stays),
    )
