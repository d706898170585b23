"""New leads: born with a next step, with what was known before, one or a whole spreadsheet's."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.leads import actions
from rightday.leads.actions import NewLead
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows, StepWish
from rightday.people import search
from rightday.people.models import Company, Person, PhoneNumber
from rightday.team import queries as team
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def test_a_lead_is_born_with_its_step_and_its_event(inside, today):
    tomas = Person.objects.create(name="Tomás Rey", key="tomas rey")
    heard = [HeardEvidence(Shows.INTERVIEWING, "Two platform engineers", today, said_by=tomas, second_hand=True)]
    lead = actions.create(
        inside.martin, heard=heard, title=" 2 engineers ", by=inside.priya, source="capture", source_words="Check-in",
        heard_from=tomas, owner=inside.jo, introduced_by=tomas,
    )  # fmt: skip
    kept = Lead.objects.select_related("next_step").get()
    assert (kept.title, kept.owner, kept.heard_by, kept.heard_from, kept.heard_on, kept.company) == (
        "2 engineers", inside.jo, inside.priya, tomas, today, inside.halden,
    )  # fmt: skip
    assert (kept.next_step.owner, kept.next_step.reason, kept.next_step.introduced) == (inside.jo, "hot", True)
    assert kept.hot_until == today + timedelta(days=5) and kept.grade_on(today) is Grade.NONE
    piece = Evidence.objects.get()
    assert (piece.words, piece.said_by, piece.second_hand, piece.recorded_by) == (
        "Two platform engineers", tomas, True, inside.priya,
    )  # fmt: skip
    event = Event.objects.get()
    assert (event.verb, event.lead, event.person, event.words) == (
        "lead.created", lead, inside.martin, "Two platform engineers",
    )  # fmt: skip
    assert event.data["heard_from"] == "Tomás Rey"
    assert search.find_said("platform") == [inside.martin.pk]


def test_a_wish_goes_before_the_rule(inside, today):
    wish = StepWish(today + timedelta(days=9), Kind.CALL_BACK, "A day", "Java", "They asked", time(9), time(11), True)
    step = actions.create(inside.martin, heard=[], title="t", by=inside.sam, step=wish).next_step
    assert (step.kind, step.objective, step.subject, step.why, step.earliest, step.latest, step.agreed) == (
        "call_back", "A day", "Java", "They asked", time(9), time(11), True,
    )  # fmt: skip
    assert step.due == wish.due
    plain = actions.create(inside.martin, heard=[], title="t", by=inside.sam, step=StepWish(today)).next_step
    assert (plain.kind, plain.subject) == ("qualify", "t") and plain.why


def test_at_another_company_the_old_one_is_no_longer_confirmed(inside, today):
    confirmed = [HeardEvidence(Shows.COMPANY_CONFIRMED, "At Halden", today)]
    actions.create(inside.martin, heard=confirmed, title="t", by=inside.sam)
    actions.create(inside.martin, heard=[], title="here", by=inside.sam)
    inside.martin.company = Company.objects.create(name="Corvid", key="corvid")
    inside.martin.save()
    actions.create(inside.martin, heard=[], title="there", by=inside.sam)

    def shown(title: str) -> set[str]:
        return set(Evidence.objects.filter(lead__title=title).values_list("shows", flat=True))

    assert (shown("here") >= {"company_confirmed"}, shown("there") >= {"company_confirmed"}) == (True, False)


def test_what_is_known_of_them_comes_along_with_its_days(inside, today):
    long_ago, lately = today - timedelta(days=40), today - timedelta(days=8)
    PhoneNumber.objects.filter(pk=inside.number.pk).update(state="reached", reached_on=lately)
    Person.objects.filter(pk=inside.martin.pk).update(name_confirmed_on=long_ago)
    inside.martin.refresh_from_db()
    earlier = actions.create(inside.martin, heard=[], title="t", by=inside.sam)
    actions.add_evidence(earlier, heard=HeardEvidence(Shows.COMPANY_CONFIRMED, "", long_ago), by=inside.sam)
    lead = actions.create(inside.martin, heard=[HeardEvidence(Shows.INTERVIEWING, "", today)], title="", by=inside.sam)
    kept = {piece.shows: piece.true_on for piece in Evidence.objects.filter(lead=lead)}
    assert kept == {
        "interviewing": today, "name_confirmed": long_ago, "company_confirmed": long_ago, "phone_tested": lately,
    }  # fmt: skip
    assert lead.grade_on(today) is Grade.HOT
    assert lead.next_step.kind == "lead"


def test_another_companys_confirmation_does_not(inside, today):
    earlier = actions.create(inside.martin, heard=[], title="t", by=inside.sam)
    actions.add_evidence(earlier, heard=HeardEvidence(Shows.COMPANY_CONFIRMED, "", today), by=inside.sam)
    inside.martin.company = Company.objects.create(name="Corvid", key="corvid")
    lead = actions.create(inside.martin, heard=[], title="", by=inside.sam)
    assert Evidence.objects.filter(lead=lead).count() == 0


def test_what_is_heard_now_is_not_doubled(inside, today):
    Person.objects.filter(pk=inside.martin.pk).update(name_confirmed_on=today)
    inside.martin.refresh_from_db()
    heard = [HeardEvidence(Shows.NAME_CONFIRMED, "Spelled it", today)]
    actions.create(inside.martin, heard=heard, title="", by=inside.sam)
    assert Evidence.objects.get().words == "Spelled it"


def test_of_somebody_who_said_no_it_is_kept_as_ended(inside, today):
    inside.martin.do_not_call = True
    lead = actions.create(inside.martin, heard=[HeardEvidence(Shows.ADVERT, "Java", today)], title="", by=inside.sam)
    assert (lead.next_step, lead.outcome.kind, NextStep.objects.count()) == (None, "do_not_contact", 0)
    assert Evidence.objects.count() == 1


def test_as_many_statements_for_eighty_as_for_thirty(inside, today):
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", key=f"person {n}", company=inside.halden) for n in range(110)
    )

    def made(some):
        new = [NewLead(person, [HeardEvidence(Shows.RUMOUR, "heard", today)], title="Java") for person in some]
        with at_hand(inside.agency), CaptureQueriesContext(connection) as asked:
            leads = actions.create_many(new, by=inside.sam, record=False, index=False)
        assert [lead.person for lead in leads] == some
        return len(asked.captured_queries)

    assert made(people[:30]) == made(people[30:])
    assert (Lead.objects.open().count(), Event.objects.count()) == (110, 0)
    assert search.find_said("heard") == []
    assert actions.create_many([], by=inside.sam) == []


def test_who_has_left_brings_in_none(inside):
    inside.jo.left_at = inside.jo.joined_at
    with pytest.raises(NotAllowed):
        actions.create(inside.martin, heard=[], title="", by=inside.jo)


def test_a_file_is_no_informant(inside):
    actions.create(inside.martin, heard=[], title="Java", by=inside.sam, source="import", source_words="desk.xlsx")
    data = Event.objects.get(verb="lead.created").data
    assert (data["file"], data["heard_from"]) == ("desk.xlsx", "")
