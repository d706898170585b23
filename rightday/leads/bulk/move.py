"""Many leads to another column of the board, and back: what `actions_process.move` does for one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any, Final

from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.db import bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Before, Part, day_of, plain_of, plan_of, steps_of
from rightday.leads.models import Lead
from rightday.leads.planning import pieces_of_many
from rightday.leads.process import moves as process_moves
from rightday.leads.process import rows as process_rows
from rightday.leads.process.models import Milestone
from rightday.leads.process.queries import template_of_lead, working_days_of
from rightday.leads.process.rows import Course
from rightday.leads.process.rules import Stage
from rightday.leads.process.track import Fact, OutOfOrder

_FACT: Final = ("expected", "done_on", "answer", "note", "told", "call_on")
_STANDS: Final = ("milestone", "stage", "milestone_on")
_fact = attrgetter(*_FACT)
Rows = dict[int, dict[int, Milestone]]


def do(part: Part) -> None:
    """Each lead to the column of `values`; those that are there already, or have no such column, stay."""
    stage, rows = Stage(part.values["stage"]), _rows_of(part.leads)
    moved: list[Course] = []
    places: dict[int, int] = {}
    for lead in part.leads:
        course = _course(lead, rows[lead.pk], part)
        try:
            place = process_moves.move(course, stage)
        except OutOfOrder as problem:
            part.skip(lead, str(problem).rstrip("."))
            continue
        if place is None:
            part.skip(lead, bulk_acts.THERE_ALREADY)
            continue
        places[lead.pk] = place
        moved.append(course)
    _keep(part, moved, rows)
    _write(moved, rows, part)
    _plan(moved, part)
    for course in moved:
        part.told("lead.moved", course.lead, milestone=course.mark(places[course.lead.pk]).name)


def undo(part: Part, before: dict[int, Before]) -> None:
    """Milestones, column and step as they were."""
    rows, steps = _rows_of(part.leads), steps_of(part.leads)
    changed, gone = [], []
    for lead in part.leads:
        for place, fact in before[lead.pk]["facts"]:
            row = rows[lead.pk][place]
            if fact is None:
                gone.append(row.pk)
            else:
                changed.append((row.pk, [*_read(fact), part.by.pk, part.at]))
        part.told("lead.moved", lead, milestone=_name_at(lead, before[lead.pk]["stood"][0]))
    bulk.update_values(Milestone, (*_FACT, "by_id", "at"), changed)
    Milestone.objects.filter(pk__among=gone).delete()
    stands = [(lead.pk, _stood(before[lead.pk]["stood"])) for lead in part.leads]
    bulk.update_values(Lead, _STANDS, stands, version=True)
    plans = [(steps[lead.pk], plan_of(before[lead.pk]["step"])) for lead in part.leads if before[lead.pk]["step"]]
    agenda.replan_many(plans, by=part.by)


def _course(lead: Lead, rows: dict[int, Milestone], part: Part) -> Course:
    known = {place: Fact(*_fact(row)) for place, row in rows.items()}
    add = working_days_of(lead.person)
    course = Course(lead, part.by, part.today, template_of_lead(lead), known, add, frozenset())
    course.promised = course.agreed_days
    return course


def _keep(part: Part, moved: Iterable[Course], rows: Rows) -> None:
    for course in moved:
        lead, step = course.lead, course.lead.next_step
        assert step is not None
        was = rows[lead.pk]
        facts = [[place, _plain(was[place]) if place in was else None] for place in sorted(course.changed)]
        stood = [lead.milestone, lead.stage, lead.milestone_on.isoformat() if lead.milestone_on else ""]
        part.keep(lead, facts=facts, stood=stood, step=plain_of(step))


def _write(moved: list[Course], rows: Rows, part: Part) -> None:
    """Milestones and where the leads stand, in three statements."""
    fresh, changed = [], []
    for course in moved:
        lead = course.lead
        for place in sorted(course.changed):
            values = [*_fact(course.known[place]), part.by.pk, part.at]
            row = rows[lead.pk].get(place)
            if row is None:
                fresh.append((lead.pk, lead.round, place, *values))
            else:
                changed.append((row.pk, values))
    bulk.insert_values(Milestone, ("lead_id", "round", "place", *_FACT, "by_id", "at"), fresh)
    bulk.update_values(Milestone, (*_FACT, "by_id", "at"), changed)
    stands = [(course.lead.pk, list(process_rows.stand(course).values())) for course in moved]
    bulk.update_values(Lead, _STANDS, stands, version=True)


def _plan(moved: list[Course], part: Part) -> None:
    """The next steps that the rule makes of it; of somebody who said no the step stays."""
    leads = [course.lead for course in moved]
    steps, pieces = steps_of(leads), pieces_of_many([lead.pk for lead in leads])
    plans: list[tuple[NextStep, PlanValues]] = []
    for course in moved:
        step = steps[course.lead.pk]
        values = process_rows.planned(course, step, pieces=pieces[course.lead.pk])
        if values is not None:
            plans.append((step, values))
    agenda.replan_many(plans, by=part.by)


def _rows_of(leads: Iterable[Lead]) -> Rows:
    """The milestones of the round that is on, by lead and place, in one statement."""
    rounds = {lead.pk: lead.round for lead in leads}
    found: Rows = {pk: {} for pk in rounds}
    for row in Milestone.objects.filter(lead_id__among=list(rounds)):
        if row.round == rounds[row.lead_id]:
            found[row.lead_id][row.place] = row
    return found


def _plain(row: Milestone) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in _fact(row)]


def _read(plain: list[Any]) -> list[Any]:
    expected, done_on, answer, note, told, call_on = plain
    return [day_of(expected or ""), day_of(done_on or ""), answer, note, told, day_of(call_on or "")]


def _name_at(lead: Lead, place: int) -> str:
    """The milestone awaited there; of one where all is done, the last."""
    template = template_of_lead(lead)
    return template.mark(min(place, template.last)).name


def _stood(plain: list[Any]) -> list[Any]:
    milestone, stage, on = plain
    return [milestone, stage, day_of(on)]
