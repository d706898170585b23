"""An import is taken out as a whole; what somebody has worked with since stays, and says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.intake import actions, actions_undo, tasks, unmaking
from rightday.intake.models import Import, ImportRow
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Intelligence, Lead, Outcome
from rightday.leads.rules import Grade
from rightday.people import search
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast
from tests.intake.trackers import many, row, tracker

COUNTED = (Person, Company, PhoneNumber, EmailAddress, Lead, NextStep, Outcome, Evidence, Intelligence)


def everything() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in COUNTED}


def test_all_of_it_goes(bring, inside: Cast, today: date):
    before = everything()
    batch = bring(
        *many(5, today),
        row(company="Quarry Stone", notes="They advertise"),
        row("Old Person", phone="020 7946 9999", notes="do not contact"),
        row(notes="nobody"),
    )
    assert everything() != before
    goes, stays = unmaking.preview(batch.pk)
    assert (goes["leads"], goes["stay"], stays) == (5, 0, [])
    actions.undo(batch, by=inside.sam)
    assert (everything(), batch.state) == (before, Import.State.UNDONE)
    assert search.find_persons("family1") == [] == search.find_companies("firm1")
    assert ImportRow.objects.filter(batch=batch).count() == 8  # the rows stay as they came
    assert not Event.objects.filter(verb__in=unmaking.IMPORTED).exists()


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


def test_large_ones_are_taken_out_by_the_worker(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(actions_undo, "AT_ONCE", 1)
    monkeypatch.setattr(actions_undo, "CHUNK", 2)
    monkeypatch.setattr(actions_undo, "SLICE", 0.0)
    batch = bring(*many(5, today))
    actions.undo(batch, by=inside.sam)
    assert batch.state == Import.State.UNDOING
    monkeypatch.setattr(actions, "undo_slice", lambda batch, by: actions_undo.undo_slice(batch, by=by, seconds=0.0))
    for _ in range(4):
        tasks.undo_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, Lead.objects.count()) == (Import.State.UNDONE, 0)


def test_twice_is_refused(bring, inside: Cast, today: date):
    batch = bring(*many(1, today))
    actions.undo(batch, by=inside.sam)
    with pytest.raises(Stale, match="undone"):
        actions.undo(batch, by=inside.sam)


def test_stopping_takes_out_what_is_in(inside: Cast, today: date, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(actions, "CHUNK", 2)
    path = tracker(tmp_path / "a.csv", many(6, today))
    batch = actions.receive(path, name="a.csv", by=inside.sam)
    actions.start(batch, by=inside.sam)
    actions.run_slice(batch, by=inside.sam, seconds=0.0)
    assert Lead.objects.count() == 2
    actions.stop_and_undo(batch, by=inside.sam)
    assert (batch.state, Lead.objects.count()) == (Import.State.UNDONE, 0)


def test_somebody_elses_import_needs_a_manager(bring, inside: Cast, today: date):
    batch = bring(*many(1, today))
    with pytest.raises(NotAllowed):
        actions.undo(batch, by=inside.priya)
    with pytest.raises(NotAllowed):
        actions.stop_and_undo(batch, by=inside.priya)
    assert Lead.objects.exists()


def test_after_undoing_the_file_can_come_in_again(bring, inside: Cast, today: date):
    first = bring(*many(3, today))
    actions.undo(first, by=inside.sam)
    second = bring(*many(3, today))
    assert second.counts["lead"] == 3


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
