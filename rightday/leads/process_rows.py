"""The rows of a hiring process while they change: begun at the version seen, written at once, the next step settled."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F

from rightday.agencies import clock
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind, Reason
from rightday.leads import track
from rightday.leads.actions_outcome import stale
from rightday.leads.models import Lead
from rightday.leads.models_process import Milestone
from rightday.leads.planning import next_for, plan_values
from rightday.leads.process import Mark, Template
from rightday.leads.process_steps import Process
from rightday.leads.queries_process import known_of, template_of_lead, working_days_of
from rightday.leads.step_rules import AddDays
from rightday.leads.track import Fact
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission

_STANDS = ("milestone", "stage", "milestone_on")
_READ = [
    *_STANDS, "round", "filler", "filler_who", "rival", "template", "next_step", "identified_on", "hot_until",
    "warm_until", "cold_until", "uncalled_on", "last_talk_on", "version",
]  # fmt: skip


@dataclass(slots=True)
class Course:
    """A lead's process while a verb changes it: facts are put here first, then written together."""

    lead: Lead
    by: Member
    today: date
    template: Template
    known: dict[int, Fact]
    add: AddDays
    was_call_on: date | None
    changed: set[int] = field(default_factory=set)

    @property
    def here(self) -> int:
        return track.awaited(self.template, self.known)

    def mark(self, place: int) -> Mark:
        """Raises OutOfOrder for a place that the template does not have."""
        if not 1 <= place <= self.template.last:
            raise track.OutOfOrder(f"The process of this lead has no milestone {place}.")
        return self.template.mark(place)

    def fact(self, place: int) -> Fact:
        return self.known.get(place, Fact())

    def put(self, place: int, fact: Fact) -> None:
        self.mark(place)
        self.known[place] = fact
        self.changed.add(place)


def begin(lead: Lead, *, seen: int, by: Member) -> Course:
    """Takes the lead's version, so that of two people at once one is told. Raises Stale, NotAllowed."""
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    taken = Lead.objects.filter(pk=lead.pk, version=seen, next_step__isnull=False)
    if not taken.update(version=F("version") + 1):
        raise stale(lead)
    lead.refresh_from_db(fields=_READ)
    template, known = template_of_lead(lead), dict(known_of(lead))
    here = track.awaited(template, known)
    return Course(
        lead, by, team.today(by), template, known, working_days_of(lead.person), known.get(here, Fact()).call_on
    )


def write(course: Course) -> None:
    """The milestones that were changed, in two statements however many."""
    lead = course.lead
    rows = {
        row.place: row
        for row in Milestone.objects.filter(lead=lead, round=lead.round, place__in=sorted(course.changed))
    }
    fresh = []
    for place in sorted(course.changed):
        fact = course.known[place]
        row = rows.get(place)
        if row is None:
            row = Milestone(lead=lead, round=lead.round, place=place)
            fresh.append(row)
        row.expected, row.done_on, row.answer, row.note = fact.expected, fact.done_on, fact.answer, fact.note
        row.told, row.call_on, row.by, row.at = fact.told, fact.call_on, course.by, clock.now()
    Milestone.objects.bulk_create(fresh)
    old = list(rows.values())
    if old:
        Milestone.objects.bulk_update(old, ["expected", "done_on", "answer", "note", "told", "call_on", "by", "at"])
    course.changed.clear()


def settle(course: Course, *, replan: bool = True, **columns: Any) -> None:
    """Writes what was changed, where the lead stands by it (and these `columns`), and the next step of that.

    With `replan` False the step stays: a call that is being logged plans its own.
    """
    write(course)
    lead, template = course.lead, course.template
    known = any(fact.expected or fact.done_on for fact in course.known.values())
    here = course.here if known else 1
    points = Process(template, course.known, lead.heard_on).track(course.add)
    expected = points[here - 1].expected if known and here <= template.last else None
    stands = {"milestone": here, "stage": template.stage_of(here).value, "milestone_on": expected, **columns}
    Lead.objects.filter(pk=lead.pk).update(**stands)
    for name, value in stands.items():
        setattr(lead, name, value)
    if replan:
        plan(course)


def plan(course: Course) -> None:
    """The next step as the rule has it by now, where it stands: a call in progress can still be logged.

    A day that somebody promised stays, unless it was about the milestone that has changed, or all fell through.
    """
    lead, today = course.lead, course.today
    step = NextStep.objects.select_related("person__company", "company", "owner").get(pk=lead.next_step_id or 0)
    rule = next_for(lead, today)
    values = plan_values(rule, lead.title, introduced=step.introduced)
    values["tries"] = step.tries if rule.reason.value == step.reason else 0
    promised = step.agreed and step.due >= today and step.due != course.was_call_on
    if promised and rule.reason is not Reason.FALL_THROUGH and rule.kind is not Kind.FIND_OUT:
        if step.kind != Kind.MILESTONE or rule.kind is not Kind.MILESTONE:
            return
        values["due"], values["agreed"] = step.due, True
        values["earliest"], values["latest"] = step.earliest, step.latest
    # Of somebody who said no the step waits for nobody: the sheet leaves such a person out.
    with suppress(DoNotCall):
        lead.next_step = agenda.replan(step, by=course.by, **values)
