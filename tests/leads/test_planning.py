"""Evidence as the grade sees it, with the agency's days; the rule's step with the place's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agenda.models import NextStep
from rightday.leads import actions
from rightday.leads.actions import NewLead
from rightday.leads.models import Evidence, Lead
from rightday.leads.planning import default_step, next_for, pieces_of, plan_values
from rightday.leads.process import actions as process
from rightday.leads.rules import Dates, HeardEvidence, Piece, Shows
from rightday.people import actions as people
from rightday.team import queries as team

FRIDAY = date(2026, 12, 25)


def test_recorded_on_the_agencys_day(inside):
    lead = actions.create(inside.martin, heard=[HeardEvidence(Shows.PLAN, "", FRIDAY)], title="", by=inside.sam)
    inside.agency.zone = "Pacific/Auckland"
    inside.agency.save()
    Evidence.objects.update(recorded_at=datetime(2026, 12, 25, 20, 0, tzinfo=UTC))
    assert pieces_of(lead) == [Piece(Shows.PLAN, FRIDAY, date(2026, 12, 26))]


def test_holidays_of_the_place_are_no_days_to_call(inside):
    inside.martin.company.country = "GB"
    found = default_step(Dates(), [Piece(Shows.ADVERT, FRIDAY, FRIDAY)], inside.martin, FRIDAY)
    assert found.due == date(2026, 12, 29)
    assert plan_values(found, "Java", introduced=True)["subject"] == "Java"


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)
    heard = [HeardEvidence(one, "", today) for one in shows]
    return actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)


def test_without_a_process_the_evidence_says_what_comes_next(inside, lead, today):
    with CaptureQueriesContext(connection) as seen:
        found = next_for(lead, today, pieces=[Piece(Shows.RUMOUR, today, today)])
    assert not [one for one in seen if "milestone" in one["sql"]]
    assert (found.kind, found.reason) == ("lead", "rumour")
    assert next_for(lead, today).reason == "hot"


def test_a_hot_lead_is_confirmed_before_a_later_milestone(inside, lead, today):
    day = today + timedelta(days=20)
    process.expect(lead, place=9, day=day, seen=lead.version, by=inside.sam)
    assert next_for(lead, today).kind == "lead"
    lead.last_talk_on = today
    confirm = next_for(lead, today)
    assert (confirm.kind, confirm.reason) == ("confirm", "hot") and today < confirm.due < day
    denied = HeardEvidence(Shows.NOT_INTERVIEWING, "", today)
    actions.add_evidence(lead, heard=denied, by=inside.sam)
    lead = Lead.objects.select_related("person__company").get(pk=lead.pk)
    lead.last_talk_on = today
    assert next_for(lead, today).kind == "milestone"


def test_nobody_has_reached_them_so_the_first_call_does_not_wait(inside, today):
    heard = [HeardEvidence(Shows.RUMOUR, "", today)]
    lead = actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)
    process.expect(lead, place=12, day=today + timedelta(days=40), seen=lead.version, by=inside.sam)
    process.reach(lead, place=11, on=today, seen=lead.version, by=inside.sam)
    assert next_for(lead, today).kind == "qualify"
    assert next_for(lead, today, spoken=True).kind == "milestone"


def test_who_wants_no_call_is_asked_about(inside, lead, today):
    lead.uncalled_on = today
    assert next_for(lead, today).kind == "find_out"


@pytest.mark.parametrize("with_agencies", [None, True])
def test_equal_strangers_are_planned_once_and_as_anybody_else(inside, today, with_agencies):
    """A lead of an import has the step that the same lead made by hand has, whatever was reckoned for others before."""
    zones = ("America/New_York", "")
    companies = people.add_companies(
        ["Firm A", "Firm B"], by=inside.sam, country="US", works_with_agencies=with_agencies
    )
    new = [people.NewPerson(f"P{n}", "Q", company=list(companies.values())[n % 2], zone=zones[n % 2]) for n in range(6)]
    persons = people.add_people(new, by=inside.sam)
    said = [
        HeardEvidence(Shows.INTERVIEWING, "Sees two on Monday", today - timedelta(days=1)),
        HeardEvidence(Shows.NAME_CONFIRMED, "", today - timedelta(days=1)),
        HeardEvidence(Shows.PHONE_TESTED, "", today - timedelta(days=1)),
    ]
    wanted = [
        NewLead(person, said[: n // 2 + 1], title=f"Role {n}", stranger=stranger)
        for stranger in (True, False)
        for n, person in enumerate(persons)
    ]
    made = actions.create_many(wanted, by=inside.sam)
    columns = [field.attname for field in NextStep._meta.concrete_fields if field.name not in {"id", "made_at"}]
    steps = {step.pk: [getattr(step, name) for name in columns] for step in NextStep.objects.all()}
    dates = {lead.pk: (lead.dates, lead.last_heard_on, steps[lead.next_step_id]) for lead in made}
    ours, others = [dates[lead.pk] for lead in made[:6]], [dates[lead.pk] for lead in made[6:]]
    assert ours == others
    assert len({str(one[2]) for one in ours}) == 6
