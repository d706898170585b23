"""The client's hiring process of a lead: what is expected, what was reached, how it failed, who fills the place.

Every verb takes the version of the lead that was shown (`seen`) and raises Stale when it is another one by now, or
the lead has ended; OutOfOrder for days that cannot be. Each leaves the next step that the rule makes of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from rightday.leads.models import Lead
from rightday.leads.process import moves as process_moves
from rightday.leads.process import rows as process_rows
from rightday.leads.process import track
from rightday.leads.process.actions_fall import another_vacancy, fall_back, found_out, may_call, name_filler
from rightday.leads.process.rules import Answer, MarkKind, Stage
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import say_date
from rightday.team.models import Member
from rightday.timeline import actions as timeline

__all__ = [
    "another_vacancy", "expect", "fall_back", "found_out", "may_call", "move", "name_filler", "note_milestone",
    "reach", "unreach",
]  # fmt: skip


@transaction.atomic
def expect(
    lead: Lead,
    *,
    place: int,
    day: date | None,
    seen: int,
    by: Member,
    note: str | None = None,
    call_on: date | None = None,
) -> Lead:
    """The day a milestone is expected; None: no day is known any more. Later, what follows slips as far.

    `call_on`: the day on which they said we may call about it, which is then the next step's.
    """
    course = process_rows.begin(lead, seen=seen, by=by)
    mark, fact = course.mark(place), course.fact(place)
    process_rows.expect(course, place, day, call_on=call_on, note=note)
    process_rows.settle(course)
    if day != fact.expected:
        timeline.record(
            "lead.expected" if day else "lead.unexpected", by=by, lead=lead, words=note or "", milestone=mark.name,
            day=say_date(day) if day else "", was=say_date(fact.expected) if fact.expected else "",
        )  # fmt: skip
    return lead


@transaction.atomic
def reach(
    lead: Lead, *, place: int, on: date, seen: int, by: Member, answer: str = "", note: str | None = None
) -> Lead:
    """A milestone is done; what lies before it is passed. Done late, what follows slips as far.

    A decision is reached by its yes (also with `answer` ""); its no is a `fall_back`.
    """
    if answer == Answer.NO:
        return fall_back(lead, place=place, why=None, on=on, seen=seen, by=by, words=note or "")
    course = process_rows.begin(lead, seen=seen, by=by)
    process_rows.reach(course, place, on, note=note)
    process_rows.settle(course)
    timeline.record(
        "lead.reached", by=by, lead=lead, words=note or "", milestone=course.mark(place).name, day=say_date(on),
        answer="Yes" if course.mark(place).kind is MarkKind.DECISION else "",
    )  # fmt: skip
    return lead


@transaction.atomic
def unreach(lead: Lead, *, place: int, seen: int, by: Member) -> Lead:
    """A milestone was not done after all. Raises OutOfOrder where it was not said to be."""
    course = process_rows.begin(lead, seen=seen, by=by)
    mark, fact = course.mark(place), course.fact(place)
    if not track.reached(fact, mark):
        raise OutOfOrder(f"“{mark.name}” is not done.")
    course.put(place, replace(fact, done_on=None, answer=""))
    process_rows.settle(course)
    timeline.record("lead.unreached", by=by, lead=lead, milestone=mark.name)
    return lead


@transaction.atomic
def note_milestone(lead: Lead, *, place: int, words: str, seen: int, by: Member) -> Lead:
    """What is worth knowing of a milestone; "" takes it away. The next step stays."""
    course = process_rows.begin(lead, seen=seen, by=by)
    course.put(place, replace(course.fact(place), note=words.strip()[:500]))
    process_rows.write(course)
    timeline.record("lead.milestone_noted", by=by, lead=lead, words=words.strip(), milestone=course.mark(place).name)
    return lead


@transaction.atomic
def move(lead: Lead, *, stage: Stage, seen: int, by: Member) -> Lead:
    """To another column of the board. Ahead: its first milestone is awaited next, what lies before it is passed.

    Back: its milestones are not done after all. Raises OutOfOrder where the lead's process has no such column.
    """
    course = process_rows.begin(lead, seen=seen, by=by)
    place = process_moves.move(course, stage)
    if place is None:
        return lead
    process_rows.settle(course)
    timeline.record("lead.moved", by=by, lead=lead, milestone=course.mark(place).name)
    return lead
