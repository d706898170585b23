"""The page of a lead: everything it says, in a fixed number of statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.record import grade_then, lead_page
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(shows, "", today) for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED)]
    heard += [HeardEvidence(Shows.PHONE_TESTED, "She picked up", today)]
    heard += [HeardEvidence(Shows.INTERVIEWING, "two", today - timedelta(days=4), said_by=inside.martin)]
    return actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)


def test_what_it_says(inside, lead):
    page = lead_page(inside.sam, lead.pk)
    assert (page.heading, page.person, page.given, page.role, page.number, page.dial) == (
        "Java", "Martin Ahlqvist", "Martin", "Head of platform at Halden Insurance, London", "+44 20 7946 0142",
        "+442079460142",
    )  # fmt: skip
    assert (page.verdict.sentence, page.known, page.missing.title) == (
        "Hot until tomorrow.", "four of four", "Hot until tomorrow",
    )  # fmt: skip
    assert page.step.words == "Call Martin today."
    assert page.step.why == "Goes stale tomorrow. Confirm they are still interviewing."
    assert [event.title for event in page.events] == ["You brought in this lead with Martin Ahlqvist"]
    assert lead_page(inside.jo, lead.pk).events[0].title == "Sam brought in this lead with Martin Ahlqvist"
    assert (page.outcome, page.earlier, page.source) == (None, "", "Heard by Sam Whitlock, today. Typed in")
    assert [one.name for one in page.people] == ["Martin Ahlqvist", "Who else decides?"]


def statements(cast, lead):
    with at_hand(cast.agency), CaptureQueriesContext(connection) as asked:
        lead_page(cast.sam, lead.pk)
    return len(asked.captured_queries)


def test_as_many_statements_with_three_of_everything(inside, lead, today):
    one = statements(inside, lead)
    for name in ("Ife Adebayo", "Dana Roe"):
        Person.objects.create(name=name, key=name.casefold(), company=inside.halden)
        actions.note(lead, words=name, by=inside.sam)
        actions.add_evidence(lead, heard=HeardEvidence(Shows.CONTEXT, name, today), by=inside.sam)
    assert one == statements(inside, lead) == 7


def test_an_ended_lead(inside, lead, today):
    actions.end(lead, kind=Ending.FILLED_BY_COMPETITOR, on=today, who="Harrow & Pike", words="Quicker", by=inside.sam)
    page = lead_page(inside.sam, lead.pk)
    assert (page.step, page.missing) == (None, None)
    assert (page.outcome.words, page.outcome.who, page.outcome.said, page.outcome.by) == (
        "Filled by a competitor, today", "Harrow & Pike", "Quicker", "Sam Whitlock",
    )  # fmt: skip


def test_a_person_with_hardly_anything(inside):
    ann = Person.objects.create(name="Ann", key="ann")
    page = lead_page(inside.sam, actions.create(ann, heard=[], title="", by=inside.sam).pk)
    assert (page.heading, page.role, page.number, page.dial, page.company, page.place) == (
        "Ann",
        "",
        "",
        "",
        "",
        "London",
    )
    assert page.criteria[3].source == "We do not know."
    assert page.history == ()


def test_a_number_as_typed_and_one_with_an_extension(inside, lead):
    PhoneNumber.objects.filter(pk=inside.number.pk).update(e164="", typed="ask at reception")
    assert (lead_page(inside.sam, lead.pk).number, lead_page(inside.sam, lead.pk).dial) == ("ask at reception", "")
    PhoneNumber.objects.filter(pk=inside.number.pk).update(e164="+442079460142", ext="12")
    page = lead_page(inside.sam, lead.pk)
    assert (page.number, page.dial) == ("+44 20 7946 0142 x12", "+442079460142;ext=12")


def test_the_timeline_reads_on_only_where_there_is_more(inside, lead):
    for number in range(19):
        actions.note(lead, words=str(number), by=inside.sam)
    page = lead_page(inside.sam, lead.pk)
    assert len(page.events) == 20 and page.earlier
    rest = lead_page(inside.sam, lead.pk, before=page.earlier)
    assert (rest.events, rest.earlier) == ((), "")


def test_there_is_no_such_lead(inside):
    with pytest.raises(Lead.DoesNotExist):
        lead_page(inside.sam, 0)


def test_the_grade_of_a_past_day(inside, lead, today):
    assert grade_then(lead.pk, today) is Grade.HOT
    assert grade_then(lead.pk, today - timedelta(days=1)) is Grade.NONE
