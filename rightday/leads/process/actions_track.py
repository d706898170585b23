"""What is said of a milestone on the track of a lead, in one verb each, and taking it back.

The verbs of the process are in `actions`; these choose among them by what was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rightday.agencies.once import Stale
from rightday.agenda.kept import columns_from, columns_of
from rightday.agenda.models import NextStep
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process import rows as process_rows
from rightday.leads.process.kept import Kept as Process
from rightday.leads.process.kept import kept, put_back
from rightday.leads.process.queries import known_of, working_days_of
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import Fact, Point, working_days
from rightday.people.actions_competitors import competitor_named
from rightday.team.models import Member
from rightday.timeline import actions as timeline


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a milestone. `back`: it was not done after all; `done_on` wins over `expected`."""

    expected: date | None = None
    call_on: date | None = None
    done_on: date | None = None
    note: str = ""
    back: bool = False

    @property
    def field(self) -> str:
        """The field at which a day that cannot be is said."""
        return "done_on" if self.done_on else "expected"


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of it: the facts that changed, as they were; what it moved, and by how many working days."""

    before: Mapping[int, Fact]
    moved: int
    slipped: int
    version: int


@dataclass(frozen=True, slots=True)
class Fell:
    """A process that fell back: as it was, as it is now, the next step as it was; the lead's version since."""

    before: Process
    after: Process
    step: dict[str, Any]
    version: int


@transaction.atomic
def keep_milestone(lead: Lead, *, point: Point, said: Said, seen: int, by: Member) -> Kept:
    """Keeps what was said of a milestone. `point` is the one that was shown. Raises Stale, OutOfOrder."""
    before = known_of(lead)
    told = None if point.about else point.expected
    place, note = point.place, said.note.strip() if said.note.strip() != point.note else None
    if said.back:
        process.unreach(lead, place=place, seen=seen, by=by)
    elif said.done_on is not None:
        process.reach(lead, place=place, on=said.done_on, seen=seen, by=by, note=note)
    elif point.state in ("here", "ahead") and (said.expected, said.call_on) != (told, point.call_on):
        process.expect(lead, place=place, day=said.expected, call_on=said.call_on, seen=seen, by=by, note=note)
    elif note is not None:
        process.note_milestone(lead, place=place, words=note, seen=seen, by=by)
    return _kept(lead, place, before)


@transaction.atomic
def put_facts_back(lead: Lead, *, facts: Mapping[int, Fact], seen: int, by: Member) -> Lead:
    """Milestones as they were before something was kept of them. Raises Stale when the lead has changed since."""
    course = process_rows.begin(lead, seen=seen, by=by)
    for place, fact in facts.items():
        course.put(place, fact)
    process_rows.settle(course)
    names = [course.mark(place).name for place in sorted(facts)]
    timeline.record("lead.put_back", by=by, lead=lead, milestone=names)
    return lead


@transaction.atomic
def fail_milestone(
    lead: Lead,
    *,
    place: int,
    why: Failure,
    on: date,
    filler: Filler | None,
    seen: int,
    by: Member,
    rival: str = "",
    who: str = "",
    words: str = "",
) -> Fell:
    """The process failed here; who had filled the place until then is kept with it. Raises Stale, OutOfOrder."""
    lead.refresh_from_db(fields=["milestone", "stage", "milestone_on", "round", "filler", "filler_who", "rival"])
    before, step = kept(lead), NextStep.objects.filter(pk=lead.next_step_id or 0).first()
    if filler is not None or lead.filler:
        fill_place(lead, filler=filler, rival=rival, who=who, seen=seen, by=by)
        seen = lead.version
    was = columns_of(step) if step is not None else {}  # gone where it has ended meanwhile, which is refused below
    process.fall_back(lead, place=place, why=why, on=on, seen=seen, by=by, words=words)
    return Fell(before, kept(lead), was, lead.version)


@transaction.atomic
def unfail_milestone(lead: Lead, *, fell: Fell, by: Member) -> Lead:
    """It did not fall through: process, filler and next step are as before. Raises Stale when they moved on."""
    course = process_rows.begin(lead, seen=fell.version, by=by)
    put_back(lead, before=fell.before, after=fell.after)
    columns = columns_from(fell.step)
    step = NextStep.objects.filter(pk=columns.pop("id"))
    columns.pop("version")
    if not step.update(**columns, version=F("version") + 1):
        raise Stale(_("The next step has been done meanwhile, so this stays."))
    timeline.record("lead.unfell", by=by, lead=lead, milestone=course.mark(lead.milestone).name)
    return lead


@transaction.atomic
def fill_place(
    lead: Lead, *, filler: Filler | None, seen: int, by: Member, rival: str = "", who: str = ""
) -> Lead:  # fmt: skip
    """Who fills the place, the competitor by its name: found, or added. Raises Stale."""
    firm = competitor_named(rival, by=by) if rival and filler is Filler.COMPETITOR else None
    return process.name_filler(lead, filler=filler, who=who, rival=firm, seen=seen, by=by)


def _kept(lead: Lead, place: int, before: Mapping[int, Fact]) -> Kept:
    after = known_of(lead)
    changed = {other: before.get(other, Fact()) for other, fact in after.items() if before.get(other) != fact}
    moved = sum(1 for other, was in changed.items() if other != place and was.expected != after[other].expected)
    was, now = before.get(place, Fact()).expected, after.get(place, Fact())
    to = now.done_on or now.expected
    slipped = working_days(was, to, working_days_of(lead.person)) if was and to and to > was else 0
    return Kept(changed, moved, slipped, lead.version)
