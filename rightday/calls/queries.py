"""Reads about calls: what was done and achieved on a day, who is on the phone, and the call at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import Count, DateTimeField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Achievement as Kinds
from rightday.agenda.rules import Kind, Place, Reason
from rightday.calls.at_hand import lead_of_step, phones_of
from rightday.calls.briefing import TO_CONFIRM, EvidenceRow, brief_of, evidence_of
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.calls.plan_parts import Plan
from rightday.calls.plans import call_plan as plan_of
from rightday.calls.rules import RESULT_WORDS, Result, Situation
from rightday.db.prepared import Prepared, Slot
from rightday.leads.models import Lead
from rightday.leads.planning import default_step, pieces_of
from rightday.leads.process.queries import process_of
from rightday.leads.rules import Dates, Grade, Shows, grade, grade_until
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.queries import place_of
from rightday.people.rules import NumberState
from rightday.team import queries as team
from rightday.team.models import Member

DONE_FIRST: Final = 11
"""One more than a page shows at first, so that it knows of further ones."""
DONE_MOST: Final = 200
HUNG_UP_AFTER: Final = timedelta(hours=2)
UNDO_FOR: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A call made today. `next_said` is the step it left, "" when the lead ended with it."""

    id: int
    person_id: int
    person: str
    result: Result
    note: str
    next_said: str
    next_due: date | None
    next_at: time | None
    at: datetime

    @property
    def met(self) -> bool:
        return self.result in (Result.MET, Result.PROGRESSED)

    @property
    def words(self) -> str:
        return RESULT_WORDS[self.result]


@dataclass(frozen=True, slots=True)
class NumberRow:
    id: int
    number: str
    label: str
    state: NumberState
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class LastCall:
    day: date
    result: str
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Focus:
    """One call with its plan: everything to have at hand. `numbers`: the one to dial first."""

    step: NextStep
    lead: Lead
    grade: Grade
    until: date | None
    plan: Plan
    numbers: tuple[NumberRow, ...]
    evidence: tuple[EvidenceRow, ...]
    missing: tuple[Shows, ...]
    last: LastCall | None
    introduced_by: str
    situation: Situation

    @property
    def person(self) -> Person:
        return self.lead.person

    @property
    def company(self) -> Company | None:
        return self.lead.company or self.lead.person.company


def _done_to(limit: int) -> Prepared:
    return Prepared(
        lambda: (
            Call.objects.filter(member_id=Slot("member"), day=Slot("day"), undone_at=None)
            .order_by("-id")
            .values_list(
                "id", "person_id", "person__name", "result", "note", "next_said", "next_due", "next_at", "at"
            )[:limit]
        )
    )  # fmt: skip


_DONE_FIRST, _DONE_ALL = _done_to(DONE_FIRST), _done_to(DONE_MOST)
_ACHIEVED = Prepared(
    lambda: (
        Achievement.objects.filter(member_id=Slot("member"), day=Slot("day"))
        .order_by()
        .values("kind")
        .annotate(times=Count("id"))
        .values_list("kind", "times")
    )
)
_ON_THE_PHONE = Prepared(
    lambda: OnThePhone.objects.filter(since__gt=Slot("since", DateTimeField())).values_list(
        "person_id", "member__name", "member_id"
    )
)


def done_on(member: Member, day: date, *, everything: bool = False) -> tuple[DoneRow, ...]:
    """The member's calls of a day that were not taken back, the latest first: DONE_FIRST of them, or all."""
    rows = (_DONE_ALL if everything else _DONE_FIRST)(member=member.pk, day=day)
    return tuple(DoneRow(row[0], row[1], row[2], Result(row[3]), *row[4:]) for row in rows)


def achieved_on(member: Member, day: date) -> dict[Kinds, int]:
    """What came of the member's calls of a day, by kind."""
    return {Kinds(kind): times for kind, times in _ACHIEVED(member=member.pk, day=day)}


def on_the_phone(*, now: datetime, besides: Member | None = None) -> dict[int, str]:
    """Person → the colleague who has them on the phone now; whoever forgot to hang up counts as hung up."""
    own = besides.pk if besides else None
    return {person: name for person, name, member in _ON_THE_PHONE(since=now - HUNG_UP_AFTER) if member != own}


def situation_of(lead: Lead, *, by: Member, now: datetime, phones: Sequence[PhoneNumber]) -> Situation:
    """What the rule of the next step knows about a call to this lead at this moment.

    No statement where nothing is known of its hiring process.
    """
    step, today = _step(lead), team.today(by)
    process = process_of(lead)
    hours = agencies.numbers(CallHours, "hours")
    usable = [row for row in phones if row.state != NumberState.WRONG.value]
    return Situation(
        today=today,
        local=clock.local(now, step.zone).time(),
        place=place_of(lead.person),
        first_name=lead.person.given or lead.person.name,
        kind=Kind(step.kind),
        reason=Reason(step.reason),
        why=step.why,
        objective=step.objective,
        dates=Dates(lead.identified_on, lead.hot_until, lead.warm_until, lead.cold_until),
        tries=step.tries,
        tried_today=step.tries > 0 and clock.day_in(team.zone_of(by), step.made_at) == today,
        live_order=step.place == Place.LIVE_ORDER.value,
        other_number=len(usable) > 1,
        opens=hours.earliest,
        closes=hours.latest,
        process=process,
        evidence=default_step(lead.dates, pieces_of(lead), lead.person, today, spoken=True) if process else None,
        talked_at=now,
        uncalled_on=lead.uncalled_on,
    )


def focus(step_id: int, *, by: Member, now: datetime) -> Focus | None:
    """The call at hand, in four statements; None when the step is no longer the lead's."""
    lead = lead_of_step(step_id)
    if lead is None:
        return None
    phones = phones_of(lead.person)
    situation = situation_of(lead, by=by, now=now, phones=phones)
    evidence = evidence_of(lead)
    shown = {row.shows for row in evidence}
    dates = situation.dates
    return Focus(
        step=_step(lead),
        lead=lead,
        grade=grade(dates, situation.today),
        until=grade_until(dates, situation.today),
        plan=plan_of(brief_of(lead, by, situation, evidence)),
        numbers=tuple(
            NumberRow(row.pk, written(row), row.label, NumberState(row.state), row.reached_on) for row in phones
        ),
        evidence=evidence,
        missing=tuple(one for one in TO_CONFIRM if one not in shown),
        last=last_call(lead.person_id),
        introduced_by=lead.introduced_by.name if lead.introduced_by else "",
        situation=situation,
    )


def call_plan(step_id: int, *, by: Member, now: datetime) -> Plan | None:
    """The plan of one call alone."""
    found = focus(step_id, by=by, now=now)
    return found.plan if found else None


def logged_by(step_id: int) -> Call | None:
    """The call that has fulfilled this step, if one has."""
    found: Call | None = Call.objects.filter(step=step_id).select_related("member").first()
    return found


def _step(lead: Lead) -> NextStep:
    step = lead.next_step
    if step is None:
        raise NextStep.DoesNotExist("This lead has ended.")
    return step


def written(row: PhoneNumber) -> str:
    number = row.e164 or row.typed
    return f"{number} x{row.ext}" if row.ext else number


def last_call(person_id: int) -> LastCall | None:
    """The last call with a person, whatever it was about."""
    row = (
        Call.objects.filter(person_id=person_id, undone_at=None)
        .order_by("-id")
        .values_list("day", "result", "note", "member__name")
        .first()
    )
    return LastCall(row[0], RESULT_WORDS[Result(row[1])], row[2], row[3]) if row else None
