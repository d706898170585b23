"""Where a lead stands in its client's hiring process: for the track on its page, and for what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel import days
from rightday.leads.models import Lead
from rightday.leads.process.models import FallBack, Milestone, ProcessTemplate
from rightday.leads.process.rules import DEFAULT_TEMPLATE, FAILURE_WORDS, Failure, Stage, Template, template_of
from rightday.leads.process.steps import Fall, Process
from rightday.leads.process.track import Fact, Known, Point, call_day
from rightday.leads.step_rules import AddDays
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


_LEAD = Prepared(
    lambda: Lead.objects.filter(pk=Slot("lead", BigIntegerField())).values_list(
        "round", "heard_on", "filler", "filler_who", "rival_id", "rival__name", "uncalled_on", "version",
        "next_step_id", "person__company__country", "person__company__subdivision", "template__number",
        "template__milestones",
    )
)  # fmt: skip
_FALLS = Prepared(
    lambda: (
        FallBack.objects.filter(lead__pk=Slot("lead", BigIntegerField()))
        .order_by("round")
        .values_list("round", "place", "why", "on", "restarts_at", "filled_by", "who", "words")
    )
)


def track_of(lead_id: int, *, today: date | None = None) -> Track:
    """The track of a lead in three statements. Raises Lead.DoesNotExist. `today`: the agency's day unless said."""
    rows = _LEAD(lead=lead_id)
    if not rows:
        raise Lead.DoesNotExist
    (turn, heard_on, filler, who, rival_id, rival, uncalled_on, version, step, country, part, number, marks) = rows[0]
    template = DEFAULT_TEMPLATE if number is None else template_of(number, marks)
    agency = agencies.here()
    place = days.Place(country, part) if country else days.Place(agency.country, agency.subdivision)
    on, add = today or clock.today_in(agency.zone), _adding(place)
    process = Process(template, _known(lead_id, turn), heard_on)
    points, here = process.track(add), process.here
    return Track(
        template, points, here, template.stage_of(here), turn,
        tuple(_fall_row(row, template) for row in _FALLS(lead=lead_id)), filler, who, rival_id, rival or "",
        _call_on(points, here, on, add), uncalled_on, version, step is None,
    )  # fmt: skip


def _call_on(points: tuple[Point, ...], here: int, on: date, add: AddDays) -> date | None:
    """The day to call about what is awaited."""
    if here > len(points):
        return None
    point, before = points[here - 1], points[here - 2] if here > 1 else None
    if point.call_on is not None:
        return point.call_on
    return None if point.expected is None else call_day(point, before, on, add=add)


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
    return _known(lead.pk, lead.round)


def _known(lead_id: int, turn: int) -> Known:
    return {row[1]: Fact(*row[2:]) for row in _FACTS(lead=lead_id) if row[0] == turn}


def newest_template() -> int | None:
    """The id of the version that new leads follow; None for the default of the product."""
    rows = _NEWEST()
    return rows[0][0] if rows else None


def working_days_of(person: Person) -> AddDays:
    """Reckons in working days of the person's place."""
    return _adding(place_of(person))


def _adding(place: days.Place) -> AddDays:
    return lambda day, n: days.add_working_days(day, n, place)


def _last_fall(lead: Lead, template: Template) -> Fall | None:
    row = FallBack.objects.filter(lead=lead, round=lead.round - 1).first()
    if row is None:
        return None
    mark = template.mark(row.place)
    return Fall(mark.name, Failure(row.why), row.on, row.at, row.restarts_at, mark.weight, row.filled_by, row.who)


def _fall_row(row: tuple[Any, ...], template: Template) -> FallRow:
    turn, place, why, on, restarts_at, filled_by, who, words = row
    return FallRow(turn, place, template.mark(place).name, Failure(why), on, restarts_at, filled_by, who, words)
