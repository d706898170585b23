"""Another day for the next steps of many leads, and back: what `actions.change_step` does for one."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Final

from rightday.agencies import queries as agencies
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import STEP, PlanValues, columns
from rightday.agenda.rules import DoNotCall, Kind, Numbers
from rightday.db import bulk
from rightday.leads import rules
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Before, Part, count_on, plain_of, plan_of, steps_of
from rightday.leads.models import Lead

_COLUMNS: Final = ("owner_id", "person_id", "company_id", *STEP)
_values = itemgetter(*STEP)


def do(part: Part) -> None:
    """Each open lead's step on the day of `values`, moved to a working day of the place.

    With "sheet" it is put on today's sheet: what is due already, and what is no call, stays. A day that was agreed
    with somebody stays in either case, and nobody who said no gets another day.
    """
    day, sheet = date.fromisoformat(part.values["due"]), bool(part.values.get("sheet"))
    score = agencies.numbers(Numbers, "score")
    made = []
    for lead, step in [(lead, step) for lead in part.leads if (step := steps_of([lead])[lead.pk])]:
        try:
            said = columns(lead.person, lead.company, score, **_on(step, day))
        except DoNotCall:
            part.skip(lead, bulk_acts.NO_CALLS)
            continue
        reason = _why_not(step, said["due"], part.today, sheet=sheet)
        if reason:
            part.skip(lead, reason)
            continue
        part.keep(lead, step=plain_of(step))
        part.told("lead.step_moved", lead, was=_said(step), due=rules.say_date(said["due"]))
        made.append((lead, step, said))
    _write(made)


def undo(part: Part, before: dict[int, Before]) -> None:
    """The steps as they were, where they stand."""
    steps = steps_of(part.leads)
    agenda.replan_many([(steps[lead.pk], plan_of(before[lead.pk]["step"])) for lead in part.leads], by=part.by)
    count_on(part.leads)
    for lead in part.leads:
        was = plan_of(before[lead.pk]["step"])
        part.told("lead.step_moved", lead, was=_said(steps[lead.pk]), due=rules.say_date(was["due"]))


def _on(step: NextStep, day: date) -> PlanValues:
    """The same step on another day: no hour, nothing agreed."""
    values = plan_of(plain_of(step))
    values["due"], values["agreed"], values["earliest"], values["latest"] = day, False, None, None
    return values


def _why_not(step: NextStep, due: date, today: date, *, sheet: bool) -> str:
    if step.agreed and step.due >= today:
        return f"a call is agreed for {rules.say_date(step.due)}"
    if sheet and step.kind == Kind.FIND_OUT:
        return bulk_acts.ASK_OTHERS
    if step.due == due or (sheet and step.due <= today):
        return bulk_acts.DUE_ALREADY
    return ""


def _write(made: list[tuple[Lead, NextStep, dict[str, object]]]) -> None:
    """A new row for each step, as one that is changed by itself gets: who looks at the old one is told."""
    rows = [(step.owner_id, lead.person_id, lead.company_id, *_values(said)) for lead, step, said in made]
    ids = bulk.insert_values(NextStep, _COLUMNS, rows)
    bulk.update_values(
        Lead, ("next_step_id",), [(lead.pk, [pk]) for (lead, _, _), pk in zip(made, ids, strict=True)], version=True
    )
    NextStep.objects.filter(pk__among=[step.pk for _, step, _ in made]).delete()


def _said(step: NextStep) -> str:
    """ "Thu 26 Nov, 10:30" """
    return rules.say_date(step.due) + (f", {step.earliest:%H:%M}" if step.earliest else "")
