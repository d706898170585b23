"""The page of one lead: seven statements, all in values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import FilteredRelation, IntegerField, Q

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel import phones
from rightday.kernel.places import zone_city
from rightday.leads import record_words as words
from rightday.leads import rules
from rightday.leads.handoffs.of_lead import HandView, hand_off_of
from rightday.leads.lists.models import LeadLabel
from rightday.leads.models import Evidence, Lead
from rightday.leads.record_words import PEOPLE, EventView, EvidenceLine, Heard, OutcomeView, PersonView, StepView
from rightday.leads.rules import Dates, Grade, Holds, Missing, Piece, Shows, Verdict
from rightday.leads.watching.queries_sightings import Seen, against_us
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.timeline import queries as timeline

EVIDENCE = 500
"""Pieces read of one lead, the latest; more than anybody hears of one hire."""


@dataclass(frozen=True, slots=True)
class LeadPage:
    """Everything the page of a lead shows."""

    id: int
    version: int
    heading: str
    title: str
    person_id: int
    person: str
    given: str
    role: str
    company_id: int | None
    company: str
    do_not_call: bool
    number: str
    dial: str
    number_words: str
    local: str
    place: str
    verdict: Verdict
    known: str
    criteria: tuple[EvidenceLine, ...]
    further: tuple[EvidenceLine, ...]
    missing: Missing | None
    step: StepView | None
    outcome: OutcomeView | None
    events: tuple[EventView, ...]
    earlier: str
    people: tuple[PersonView, ...]
    history: tuple[tuple[str, str], ...]
    source: str
    owner: str
    owner_id: int
    introduced_by: str
    introduced_by_id: int | None
    against: tuple[Seen, ...]
    hand: HandView | None
    labels: tuple[tuple[int, str], ...]


_COLUMNS = (
    "id", "version", "title", "person_id", "person__name", "person__given", "person__title", "person__zone",
    "person__do_not_call", "company_id", "company__name", "company__city", "company__zone", "identified_on",
    "hot_until", "warm_until", "cold_until", "first__typed", "first__e164", "first__ext", "first__state",
    "first__reached_on", "next_step_id", "next_step__kind", "next_step__reason", "next_step__why",
    "next_step__objective", "next_step__due", "next_step__earliest", "next_step__agreed", "next_step__tries",
    "outcome__kind", "outcome__on", "outcome__who", "outcome__words", "outcome__by__name", "outcome__rival_id",
    "outcome__rival__name", "outcome__known_by", "source", "source_words",
    "heard_by__name", "heard_from__name", "heard_on", "owner__name", "owner_id", "introduced_by__name",
    "introduced_by_id",
)  # fmt: skip
_LABELS = Prepared(
    lambda: (
        LeadLabel.objects.filter(lead__pk=Slot("lead", IntegerField()))
        .order_by("label__key")
        .values_list("label_id", "label__name")
    )
)
_LEAD = Prepared(
    lambda: (
        Lead.objects.filter(id=Slot("id", IntegerField()))
        .annotate(first=FilteredRelation("person__numbers", condition=Q(person__numbers__first=True)))
        .values_list(*_COLUMNS)
    )
)
_EVIDENCE = Prepared(
    lambda: (
        Evidence.objects.filter(lead_id=Slot("id", IntegerField()))
        .order_by("-id")
        .values_list(
            "shows", "words", "said_by_id", "said_by__name", "said_by_words", "second_hand", "true_on", "recorded_at",
            "recorded_by__name",
        )[:EVIDENCE]
    )
)  # fmt: skip
_PEOPLE = Prepared(
    lambda: (
        Person.objects.filter(company_id=Slot("company", IntegerField()))
        .order_by("id")
        .values_list("id", "name", "title", "do_not_call")[: PEOPLE + 1]
    )
)


def lead_page(member: Member, lead_id: int, *, before: str | None = None) -> LeadPage:
    """The page of a lead, as this member reads it. `before` reads on in its timeline. Raises Lead.DoesNotExist."""
    rows = _LEAD(id=lead_id)
    if not rows:
        raise Lead.DoesNotExist
    row = dict(zip(_COLUMNS, rows[0], strict=True))
    today, zone, holds = team.today(member), team.zone_of(member), agencies.numbers(Holds, "grades")
    heard = _heard(lead_id)
    pieces = [Piece(each.shows, each.true_on, each.recorded_on) for each in heard]
    found = Dates(row["identified_on"], row["hot_until"], row["warm_until"], row["cold_until"])
    criteria = rules.criteria(pieces, today, holds)
    given = row["person__given"] or row["person__name"]
    events = timeline.of_lead(lead_id, before=before, reader=member.pk)
    step = words.step(row, given, today) if row["next_step_id"] else None
    return LeadPage(
        **_as_stored(row),
        **_reached(row, today),
        given=given,
        verdict=rules.verdict(found, today, holds),
        known=words.known(criteria),
        criteria=tuple(words.criterion(each, heard, row, today) for each in criteria),
        further=words.further(heard, criteria, today),
        missing=rules.missing_for_next(pieces, found, today, who=given, holds=holds) if step else None,
        step=step,
        outcome=words.outcome(row, today) if row["outcome__kind"] else None,
        events=tuple(words.event(event, zone, today) for event in events),
        earlier=events[-1].key if len(events) == timeline.LIMIT else "",
        people=words.people(row, _PEOPLE(company=row["company_id"] or 0)),
        history=words.history(pieces, today, holds),
        source=words.source(row, today),
        hand=hand_off_of(lead_id, member),
        labels=tuple(_LABELS(lead=lead_id)),
        against=against_us(lead_id, on=today),
    )


def _as_stored(row: dict[str, Any]) -> dict[str, Any]:
    """The values that the page shows as they are, under its own names."""
    return {
        "id": row["id"],
        "version": row["version"],
        "heading": row["title"] or row["company__name"] or row["person__name"],
        "title": row["title"],
        "person_id": row["person_id"],
        "person": row["person__name"],
        "role": words.role(row),
        "company_id": row["company_id"],
        "company": row["company__name"] or "",
        "do_not_call": row["person__do_not_call"],
        "owner": row["owner__name"],
        "owner_id": row["owner_id"],
        "introduced_by": row["introduced_by__name"] or "",
        "introduced_by_id": row["introduced_by_id"],
    }


def _reached(row: dict[str, Any], today: date) -> dict[str, Any]:
    """The number, what it is worth, and what time it is where they are."""
    zone = row["person__zone"] or row["company__zone"] or agencies.here().zone
    e164 = row["first__e164"]
    return {
        "number": words.number(row),
        "dial": phones.href(e164, row["first__ext"]).removeprefix("tel:") if e164 else "",
        "number_words": words.number_words(row, today),
        "local": f"{clock.local(clock.now(), zone):%H:%M}",
        "place": zone_city(zone),
    }


def grade_then(lead_id: int, on: date) -> Grade:
    """The grade a lead had on a past day, from what had been recorded by then; one statement."""
    pieces = [Piece(each.shows, each.true_on, each.recorded_on) for each in _heard(lead_id)]
    return rules.grade_then(pieces, on, agencies.numbers(Holds, "grades"))


def _heard(lead_id: int) -> list[Heard]:
    """Evidence, the latest recorded first, with the agency's days of recording."""
    zone = agencies.here().zone
    return [
        Heard(Shows(shows), said, said_id, by_name or by_words, second, on, clock.day_in(zone, at), by or "")
        for shows, said, said_id, by_name, by_words, second, on, at, by in _EVIDENCE(id=lead_id)
    ]
