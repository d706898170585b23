"""What rows of an import made goes; what somebody has worked with since stays, and says so."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.intake import actions
from rightday.intake.models import Captured, Import, ImportRow
from rightday.intake.running import unmaking
from rightday.leads import actions as leads
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import Grade
from rightday.leads.watching import actions as actions_watch
from rightday.people import actions as people
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.rules import Answer, Channel
from tests.conftest import Cast
from tests.intake.trackers import many, row


def test_what_was_worked_with_stays(bring, inside: Cast, today: date):
    batch = bring(*many(3, today))
    called = Lead.objects.order_by("id").first()
    calls.log_result(called.next_step_id, result=Result.PROGRESSED, note="Wants a CV", by=inside.sam)
    noted = Lead.objects.order_by("id").last()
    leads.note(noted.person, words="Prefers mornings", by=inside.sam)
    goes, stays = unmaking.preview(batch.pk)
    assert (goes["leads"], goes["stay"]) == (2, 1)
    assert stays == [(called.person.name, "worked on since")]
    actions.undo(batch, by=inside.sam)
    assert set(Lead.objects.values_list("pk", flat=True)) == {called.pk}
    assert set(Person.objects.exclude(pk=inside.martin.pk).values_list("name", flat=True)) == {
        called.person.name,
        noted.person.name,
    }
    assert batch.counts["kept"] == 2
    kept = ImportRow.objects.get(batch=batch, lead=called)
    assert kept.why.startswith("Kept: lead, person")


def test_a_known_person_gets_back_what_they_were(bring, inside: Cast, today: date):
    lead = leads.create(inside.martin, heard=[], title="Go developer", by=inside.sam)
    batch = bring(
        row(
            "Martin Ahlqvist", "", "Halden Insurance", "", "020 7946 0142", "m@halden.example", today, "", "Seeing two"
        ),
        row("Martin Ahlqvist", phone="020 7946 0142 / 07700 900123"),
    )
    lead.refresh_from_db()
    assert (lead.grade_on(today), EmailAddress.objects.count(), PhoneNumber.objects.count()) == (Grade.HOT, 1, 2)
    actions.undo(batch, by=inside.sam)
    lead.refresh_from_db()
    assert (lead.grade_on(today), EmailAddress.objects.count(), PhoneNumber.objects.count()) == (Grade.NONE, 0, 1)
    assert lead.next_step is not None
    assert Person.objects.filter(pk=inside.martin.pk).exists()


def test_a_colleague_met_since_keeps_the_company(bring, inside: Cast, today: date):
    batch = bring(*many(1, today))
    company = Company.objects.get(name="Firm0 Ltd")
    Person.objects.create(name="Somebody else", key="somebody else", company=company)
    actions.undo(batch, by=inside.sam)
    assert Company.objects.filter(pk=company.pk).exists()
    assert not Lead.objects.exists()


def test_number_called_since_stays(bring, inside: Cast, today: date):
    batch = bring(row("Martin Ahlqvist", phone="020 7946 0142 / 07700 900123"))
    PhoneNumber.objects.filter(e164="+447700900123").update(state="reached", reached_on=timezone.localdate())
    actions.undo(batch, by=inside.sam)
    assert PhoneNumber.objects.filter(e164="+447700900123").exists()


def test_what_another_import_added_to_stays(bring, inside: Cast, today: date):
    first = bring(*many(2, today))
    second = bring(row("Person0 Family0", phone="020 7946 0000 / 07700 900123", spoke=today, notes="Has contractors"))
    goes, stays = unmaking.preview(first.pk)
    assert (goes["leads"], goes["persons"], goes["stay"], stays) == (1, 1, 1, [("Person0 Family0", "worked on since")])
    actions.undo(first, by=inside.sam)
    kept = Lead.objects.get()
    assert (kept.person.name, kept.evidence.filter(shows="contractors").count()) == ("Person0 Family0", 1)
    assert PhoneNumber.objects.filter(person=kept.person).count() == 2
    assert ImportRow.objects.get(batch=first, lead=kept).why == "Kept: lead, person, company"
    actions.undo(second, by=inside.sam)
    assert not kept.evidence.filter(shows="contractors").exists()
    assert first.counts["kept"] == 1


@pytest.fixture
def brought(bring, today: date) -> Import:
    return bring(*many(1, today))


def left() -> tuple[int, int, int]:
    return Lead.objects.count(), Person.objects.filter(name="Person0 Family0").count(), Company.objects.count() - 1


def test_without_anything_since_nothing_is_left(brought: Import, inside: Cast):
    actions.undo(brought, by=inside.sam)
    assert left() == (0, 0, 0)


@pytest.mark.parametrize(
    ("since", "stays"),
    [
        (lambda c, lead, at: Captured.objects.create(text="x", by=c.sam, at=at, lead=lead), (1, 1, 1)),
        (lambda c, lead, at: Captured.objects.create(text="x", by=c.sam, at=at, person=lead.person), (0, 1, 1)),
        (lambda c, lead, at: heard_at(lead, became=lead), (1, 1, 1)),
        (lambda c, lead, at: heard_at(lead, person=lead.person), (0, 1, 1)),
        (lambda c, lead, at: heard_at(lead, company=lead.company), (0, 0, 1)),
        (lambda c, lead, at: leads.note(lead, words="x", by=c.sam), (1, 1, 1)),
        (lambda c, lead, at: leads.note(lead.person, words="x", by=c.sam), (0, 1, 1)),
        (lambda c, lead, at: leads.note(lead.company, words="x", by=c.sam), (0, 0, 1)),
        (lambda c, lead, at: calls.pick_up(lead.person, by=c.sam), (0, 1, 1)),
        (lambda c, lead, at: introduced(c, lead), (1, 1, 1)),
        (
            lambda c, lead, at: people.record_permission(
                lead.person, channel=Channel.EMAIL, answer=Answer.GIVEN, by=c.sam, on=at.date()
            ),
            (0, 1, 1),
        ),
    ],
    ids=["captured", "captured person", "became a lead", "heard of them", "heard of the company", "note", "note on them",
         "note on the company", "on the phone", "introduced somebody", "permission"],
)  # fmt: skip
def test_what_somebody_did_since_keeps_what_it_is_about(brought: Import, inside: Cast, since, stays):
    since(inside, Lead.objects.select_related("person__company", "company").get(), timezone.now())
    actions.undo(brought, by=inside.sam)
    assert left() == stays


def test_an_advertisement_that_was_asked_about_stays(bring, inside: Cast, today: date):
    bring(row(company="Quarry Stone", notes="They advertise for two engineers"))
    batch = bring(row(company="Alder Works", notes="They advertise for two testers"))
    kept = Intelligence.objects.get(company__name="Alder Works")
    actions_watch.postpone(kept, due=today, seen=0, by=inside.sam)
    for one in Import.objects.all():
        actions.undo(one, by=inside.sam)
    assert list(Intelligence.objects.values_list("company__name", flat=True)) == ["Alder Works"]
    assert ImportRow.objects.get(batch=batch).why == "Kept: advertisement, company"


def heard_at(lead: Lead, **about: object) -> None:
    Intelligence.objects.create(
        words="x", question="?", true_on=timezone.localdate(), recorded_at=timezone.now(), **about
    )


def introduced(cast: Cast, lead: Lead) -> None:
    """Another lead, of somebody we know, was heard from them; their own goes, and they stay."""
    leads.create(cast.martin, heard=[], title="", by=cast.sam, source="manager", heard_from=lead.person)


def test_what_stays_says_so_on_its_row(bring, inside: Cast, today: date):
    batch = bring(*many(2, today))
    leads.note(Company.objects.get(name="Firm1 Ltd"), words="Moves in March", by=inside.sam)
    rows = list(ImportRow.objects.filter(batch=batch).order_by("order"))
    unmaking.unmake(rows, by=inside.sam)
    told = ImportRow.objects.filter(batch=batch).order_by("order").values_list("why", "made", "lead", "person")
    assert list(told) == [("Taken out again", {}, None, None), ("Kept: company", {}, None, None)]
    assert rows[0].cells["Company"] == "Firm0 Ltd"
