"""Where a lead stands in its client's hiring process: for the track on its page, and for what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel import days
from rightday.leads.models import Lead
from rightday.leads.models_process import FallBack, Milestone, ProcessTemplate
from rightday.leads.process import DEFAULT_TEMPLATE, FAILURE_WORDS, Failure, Stage, Template, template_of
from rightday.leads.process_steps import Fall, Process
from rightday.leads.step_rules import AddDays
from rightday.leads.track import Fact, Known, Point, call_day
from rightday.people.models import Person
from rightday.people.queries import place_of


@dataclass(frozen=True, slots=True)
class FallRow:
    """A time the process failed and began again. `round` is the one that ended with it."""

    round: int
    place: int
    name: str
    why: Failure
    on: date
    restarts_at: int
    filled_by: str
    who: str
    words: str

    @property
    def why_words(self) -> str:
        return FAILURE_WORDS[self.why]


@dataclass(frozen=True, slots=True)
class Track:
    """The hiring process of a lead. `here` is the place awaited, `last + 1` when everything is reached.

    `call_on`: the day to call about what is awaited; None while nothing is known. `version` is the lead's.
    `ended`: the lead has its outcome, and its track no longer moves.
    """

    template: Template
    points: tuple[Point, ...]
    here: int
    stage: Stage
    round: int
    falls: tuple[FallRow, ...]
    filler: str
    filler_who: str
    rival_id: int | None
    rival: str
    call_on: date | None
    uncalled_on: date | None
    version: int
    ended: bool

    @property
    def awaited(self) -> Point | None:
        return self.points[self.here - 1] if self.here <= len(self.points) else None


_FACTS = Prepared(
    lambda: (
        Milestone.objects.filter(lead__pk=Slot("lead", BigIntegerField()))
        .order_by("round", "place")
        .values_list("round", "place", "expected", "done_on", "answer", "note", "told", "call_on")
    )
)
_NEWEST = Prepared(
    lambda: (
        ProcessTemplate.objects.filter(published_at__isnull=False).order_by("-number").values_list("pk", "number")[:1]
    )
)


def track_of(lead_id: int, *, today: date | None = None) -> Track:
    """The track of a lead in three statements. Raises Lead.DoesNotExist. `today`: the agency's day unless said."""
    lead = Lead.objects.select_related("person__company", "template", "rival").get(pk=lead_id)
    template = template_of_lead(lead)
    on = today or clock.today_in(agencies.here().zone)
    add = working_days_of(lead.person)
    process = Process(template, known_of(lead), lead.heard_on)
    points, here = process.track(add), process.here
    before = points[here - 2] if 1 < here <= template.last else None
    point = points[here - 1] if here <= template.last else None
    call_on = None if point is None or point.expected is None else call_day(point, before, on, add=add)
    falls = FallBack.objects.filter(lead=lead).order_by("round")
    return Track(
        template, points, here, template.stage_of(here), lead.round, tuple(_fall_row(row, template) for row in falls),
        lead.filler, lead.filler_who, lead.rival_id, lead.rival.name if lead.rival else "",
        point.call_on if point is not None and point.call_on else call_on, lead.uncalled_on, lead.version,
        lead.next_step_id is None,
    )  # fmt: skip


def process_of(lead: Lead) -> Process | None:
    """What is known of a lead's process; None, without a statement, where nothing is. Two statements at most three."""
    if not is_tracked(lead):
        return None
    template = template_of_lead(lead)
    fall = _last_fall(lead, template) if lead.round > 1 else None
    return Process(template, known_of(lead), lead.heard_on, fall)


def is_tracked(lead: Lead) -> bool:
    """Whether anything is known of its hiring process; from the row alone."""
    return lead.milestone > 1 or lead.milestone_on is not None or lead.round > 1


def template_of_lead(lead: Lead) -> Template:
    """The version that a lead follows: its own, which never changes, else the default of the product."""
    row = lead.template if lead.template_id is not None else None
    return DEFAULT_TEMPLATE if row is None else template_of(row.number, row.milestones)


def known_of(lead: Lead) -> Known:
    """What is known of each milestone in the round that is on."""
    return {row[1]: Fact(*row[2:]) for row in _FACTS(lead=lead.pk) if row[0] == lead.round}


def newest_template() -> int | None:
    """The id of the version that new leads follow; None for the default of the product."""
    rows = _NEWEST()
    return rows[0][0] if rows else None


def working_days_of(person: Person) -> AddDays:
    """Reckons in working days of the person's place."""
    place = place_of(person)
    return lambda day, n: days.add_working_days(day, n, place)


def _last_fall(lead: Lead, template: Template) -> Fall | None:
    row = FallBack.objects.filter(lead=lead, round=lead.round - 1).first()
    if row is None:
        return None
    mark = template.mark(row.place)
    return Fall(mark.name, Failure(row.why), row.on, row.at, row.restarts_at, mark.weight, row.filled_by, row.who)


def _fall_row(row: FallBack, template: Template) -> FallRow:
    name = template.mark(row.place).name
    return FallRow(
        row.round, row.place, name, Failure(row.why), row.on, row.restarts_at, row.filled_by, row.who, row.words
    )
