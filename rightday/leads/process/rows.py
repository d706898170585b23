"""The rows of a hiring process while they change: begun at the version seen, written at once, the next step settled."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import F

from rightday.agencies import clock
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import DoNotCall, Kind, Reason
from rightday.leads.models import Lead
from rightday.leads.planning import next_for, plan_values
from rightday.leads.process import track
from rightday.leads.process.models import Milestone
from rightday.leads.process.queries import known_of, template_of_lead, working_days_of
from rightday.leads.process.rules import Answer, Mark, MarkKind, Template
from rightday.leads.process.steps import Process
from rightday.leads.process.track import Fact
from rightday.leads.rules import Piece
from rightday.leads.stale import stale
from rightday.leads.step_rules import AddDays
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
    promised: frozenset[date]
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

    @property
    def agreed_days(self) -> frozenset[date]:
        """The days on which they said that we may call about what is still to come."""
        here = self.here
        return frozenset(fact.call_on for place, fact in self.known.items() if place >= here and fact.call_on)

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
    step = lead.next_step  # read already, mostly: not once more for a refresh
    lead.refresh_from_db(fields=_READ)
    if step is not None and step.pk == lead.next_step_id:
        lead.next_step = step
    template, known = template_of_lead(lead), dict(known_of(lead))
    course = Course(lead, by, team.today(by), template, known, working_days_of(lead.person), frozenset())
    course.promised = course.agreed_days
    return course


def process(course: Course) -> Process:
    """The process as it stands with what was put."""
    return Process(course.template, course.known, course.lead.heard_on)


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
    lead = course.lead
    stands = stand(course) | columns
    Lead.objects.filter(pk=lead.pk).update(**stands)
    for name, value in columns.items():
        setattr(lead, name, value)
    if replan:
        plan(course)


def stand(course: Course) -> dict[str, Any]:
    """Where the lead stands by what was put, set on the row in hand; returns the columns to write."""
    template = course.template
    known = any(fact.expected or fact.done_on for fact in course.known.values())
    here = course.here if known else 1
    points = process(course).track(course.add)
    expected = points[here - 1].expected if known and here <= template.last else None
    stands = {"milestone": here, "stage": template.stage_of(here).value, "milestone_on": expected}
    for name, value in stands.items():
        setattr(course.lead, name, value)
    return stands


def plan(course: Course) -> None:
    """The next step as the rule has it by now, where it stands: a call in progress can still be logged."""
    lead = course.lead
    step = NextStep.objects.select_related("person__company", "company", "owner").get(pk=lead.next_step_id or 0)
    values = planned(course, step)
    # Of somebody who said no the step waits for nobody: the sheet leaves such a person out.
    with suppress(DoNotCall):
        if values is not None:
            lead.next_step = agenda.replan(step, by=course.by, **values)


def planned(course: Course, step: NextStep, *, pieces: Iterable[Piece] | None = None) -> PlanValues | None:
    """What the rule plans by now, None where the step stays. `pieces`: the lead's evidence, where it is read already.

    A day that somebody promised stays, unless it was about the milestone that has changed, or all fell through.
    """
    lead, today = course.lead, course.today
    rule = next_for(lead, today, pieces=pieces)
    values = plan_values(rule, lead.title, introduced=step.introduced)
    values["tries"] = step.tries if rule.reason.value == step.reason else 0
    moot = step.due in course.promised and step.due not in course.agreed_days
    promised = step.agreed and step.due >= today and not moot
    if promised and rule.reason is not Reason.FALL_THROUGH and rule.kind is not Kind.FIND_OUT:
        if step.due in course.agreed_days or step.kind != Kind.MILESTONE or rule.kind is not Kind.MILESTONE:
            return None
        values["due"], values["agreed"] = step.due, True
        values["earliest"], values["latest"] = step.earliest, step.latest
    return values


def expect(
    course: Course, place: int, day: date | None, *, call_on: date | None = None, note: str | None = None
) -> None:
    """The day a milestone is expected; what follows slips with it. A call agreed stays while the day does.

    Raises OutOfOrder.
    """
    course.mark(place)
    fact = course.fact(place)
    if day is not None:
        track.may_expect(course.template, course.known, place, day, course.today)
        _slip(course, place, fact.expected, day)
    if call_on is None and day == fact.expected:
        call_on = fact.call_on
    course.put(place, replace(fact, expected=day, told=day is not None, call_on=call_on, note=noted(note, fact)))


def reach(course: Course, place: int, on: date, *, note: str | None = None) -> None:
    """A milestone is done; what follows slips when that was late. Raises OutOfOrder."""
    mark, fact = course.mark(place), course.fact(place)
    track.may_reach(course.template, course.known, place, on, course.today)
    _slip(course, place, fact.expected, on)
    answer = Answer.YES.value if mark.kind is MarkKind.DECISION else ""
    course.put(place, replace(fact, done_on=on, answer=answer, note=noted(note, fact)))


def noted(note: str | None, fact: Fact) -> str:
    """A milestone's note: the new one, else what it was."""
    return fact.note if note is None else note.strip()[:500]


def _slip(course: Course, place: int, was: date | None, day: date) -> None:
    for other, to in track.slipped(course.known, place, was, day, add=course.add).items():
        course.put(other, replace(course.fact(other), expected=to, told=False, call_on=None))
