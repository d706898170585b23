"""A hiring process as a call tells of it, and taken back with the call. The call plans the next step itself."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from django.db import transaction

from rightday.leads.models import Lead
from rightday.leads.process import falls as process_falls
from rightday.leads.process import rows as process_rows
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.kept import Kept, kept, put_back
from rightday.leads.process.rows import Course
from rightday.leads.process.rules import Answer
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import say_date
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic
def hear_milestone(
    lead: Lead, *, heard: MilestoneHeard | None, by: Member, decides: date | None = None, may_call: bool = False
) -> Kept:
    """Keeps what a call said of the process, and returns what undoing needs: as it was before, as it is now.

    `decides`: the day they named of their next decision. `may_call`: they said yes to a call on the day named, in
    `decides` or `heard`, else on the day that the next decision is known to be. Raises OutOfOrder for what is `heard`
    alone: a day that merely cannot be a decision's is the call's own.
    """
    before = kept(lead)
    course = process_rows.begin(lead, seen=lead.version, by=by)
    if heard is not None:
        _hear(course, heard, may_call=may_call and decides is None)
    known = may_call and (heard is None or heard.expected is None)
    day = decides or (_decision_day(course) if known else None)
    if day is not None and course.here <= course.template.last:
        with suppress(OutOfOrder):
            place = process_rows.process(course).decision
            process_rows.expect(course, place, day, call_on=day if may_call else None)
            if decides is not None:
                _say(course, "lead.expected", place, day=day)
    process_rows.settle(course, replan=False)
    return {"before": before, "after": kept(lead)}


@transaction.atomic
def unhear_milestone(lead: Lead, *, told: Kept, by: Member) -> None:
    """Takes back what a call said of the process (`told`, as `hear_milestone` gave it).

    Raises Stale when the process has moved on since.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    put_back(lead, before=told["before"], after=told["after"])


def _hear(course: Course, heard: MilestoneHeard, *, may_call: bool) -> None:
    place, fell = heard.place or min(course.here, course.template.last), False
    if heard.failure is not None or heard.answer == Answer.NO:
        on = heard.reached_on or course.today
        process_falls.fall(course, place=place, why=heard.failure, on=on, words=heard.note)
        fell = True
    elif heard.reached_on is not None:
        process_rows.reach(course, place, heard.reached_on, note=heard.note or None)
        _say(course, "lead.reached", place, words=heard.note, day=heard.reached_on)
    elif heard.note:
        course.put(place, replace(course.fact(place), note=heard.note.strip()[:500]))
    if heard.expected is not None:
        place = course.here if fell else max(place, course.here)
        process_rows.expect(course, place, heard.expected, call_on=heard.expected if may_call else None)
        _say(course, "lead.expected", place, day=heard.expected)


def _decision_day(course: Course) -> date | None:
    """When the next decision is expected, where that is still to come."""
    day = course.fact(process_rows.process(course).decision).expected
    return day if day is not None and day >= course.today else None


def _say(course: Course, verb: str, place: int, *, day: date, words: str = "") -> None:
    timeline.record(
        verb, by=course.by, lead=course.lead, words=words, milestone=course.mark(place).name, day=say_date(day)
    )
