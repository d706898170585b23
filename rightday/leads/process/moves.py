"""A lead's process put into another column of the board: what is passed by it, and what is not done after all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rightday.leads.process import rows as process_rows
from rightday.leads.process.rows import Course
from rightday.leads.process.rules import Stage
from rightday.leads.process.track import OutOfOrder


def move(course: Course, stage: Stage) -> int | None:
    """Puts the facts that follow; returns the place awaited then, None where it stands in that column already.

    Raises OutOfOrder where the process has no such column.
    """
    if course.template.stage_of(course.here) == stage:
        return None
    place = _first_of(course, stage)
    if place > course.here:
        process_rows.reach(course, place - 1, course.today)
    else:
        _go_back(course, place)
    return place


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
        process_rows.reach(course, place - 1, min(days))
