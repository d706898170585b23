"""The client's hiring process of a lead: what is expected, what was reached, how it failed, who fills the place.

Every verb takes the version of the lead that was shown (`seen`) and raises Stale when it is another one by now, or
the lead has ended; OutOfOrder for days that cannot be. Each leaves the next step that the rule makes of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from rightday.leads import process_rows, track
from rightday.leads.actions_fall import another_vacancy, fall_back, found_out, may_call, name_filler
from rightday.leads.models import Lead
from rightday.leads.process import Answer, MarkKind, Stage
from rightday.leads.process_rows import Course
from rightday.leads.queries_process import template_of_lead
from rightday.leads.rules import say_date
from rightday.leads.track import Fact, OutOfOrder
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
    if day is not None:
        track.may_expect(course.template, course.known, place, day, course.today)
    _slip(course, place, fact.expected, day)
    course.put(place, replace(fact, expected=day, told=day is not None, call_on=call_on, note=_note(note, fact)))
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
        why = template_of_lead(lead).mark(place).fails_as
        return fall_back(lead, place=place, why=why, on=on, seen=seen, by=by, words=note or "")
    course = process_rows.begin(lead, seen=seen, by=by)
    _reach(course, place, on, note)
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
    if course.template.stage_of(course.here) == stage:
        return lead
    place = _first_of(course, stage)
    if place > course.here:
        _reach(course, place - 1, course.today, None)
    else:
        _go_back(course, place)
    process_rows.settle(course)
    timeline.record("lead.moved", by=by, lead=lead, milestone=course.mark(place).name)
    return lead


def _reach(course: Course, place: int, on: date, note: str | None) -> None:
    mark, fact = course.mark(place), course.fact(place)
    track.may_reach(course.template, course.known, place, on, course.today)
    _slip(course, place, fact.expected, on)
    answer = Answer.YES.value if mark.kind is MarkKind.DECISION else ""
    course.put(place, replace(fact, done_on=on, answer=answer, note=_note(note, fact)))


def _slip(course: Course, place: int, was: date | None, day: date | None) -> None:
    if day is None:
        return
    for other, to in track.slipped(course.known, place, was, day, add=course.add).items():
        course.put(other, replace(course.fact(other), expected=to, told=False, call_on=None))


def _first_of(course: Course, stage: Stage) -> int:
    """Where a column begins for this lead: ahead of where it stands, else behind it."""
    marks, here = course.template.marks, course.here
    places = [place for place, mark in enumerate(marks, 1) if mark.stage == stage]
    ahead = [place for place in places if place > here]
    if ahead:
        return ahead[0]
    if not places:
        raise OutOfOrder("The process of this lead has no milestone in that column.")
    place = places[-1]
    while place - 1 in places:
        place -= 1
    return place


def _go_back(course: Course, place: int) -> None:
    """What is done from `place` on is undone; the one before it is then the last one done."""
    days: list[date] = [course.today]
    for other, fact in sorted(course.known.items()):
        if other >= place and fact.done_on is not None:
            days.append(fact.done_on)
            course.put(other, replace(fact, done_on=None, answer=""))
    if course.here < place:
        _reach(course, place - 1, min(days), None)


def _note(note: str | None, fact: Fact) -> str:
    return fact.note if note is None else note.strip()[:500]
