"""An import is taken out as a whole; what somebody has worked with since stays, and says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.intake import actions, tasks
from rightday.intake.models import Import, ImportRow
from rightday.intake.running import actions_undo, moves, unmaking
from rightday.leads.models import Evidence, Intelligence, Lead, Outcome
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
    monkeypatch.setattr(moves, "CHUNK", 2)
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


def test_a_task_too_many_takes_out_nothing_and_says_nothing(bring, inside: Cast, today: date):
    batch = bring(*many(2, today))
    actions.undo(batch, by=inside.sam)
    told = Event.objects.filter(verb="import.undone").count()
    again = bring(*many(2, today))
    tasks.undo_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, Lead.objects.count(), again.counts["lead"]) == (Import.State.UNDONE, 2, 2)
    assert Event.objects.filter(verb="import.undone").count() == told == 1


def test_a_small_one_is_taken_out_to_its_end_however_slow(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(actions_undo, "CHUNK", 2)
    monkeypatch.setattr(actions_undo, "SLICE", 0.0)
    batch = bring(*many(5, today))
    actions.undo(batch, by=inside.sam)
    assert (batch.state, Lead.objects.count()) == (Import.State.UNDONE, 0)
