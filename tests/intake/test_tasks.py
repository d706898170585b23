"""Imports in the background: ids in, one action called; a task too many is harmless."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rightday.db.row_security import enter
from rightday.intake import actions, tasks
from rightday.intake.models import Import, ImportRow
from rightday.intake.running import actions as actions_run
from rightday.intake.running import moves
from tests.conftest import Cast
from tests.intake.trackers import many, tracker


def test_a_large_file_is_tried_by_the_worker(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(actions, "TRIED_AT_ONCE", 1)
    batch = bring(*many(3, today), run_it=False)
    actions.try_out(batch, by=inside.sam)
    assert batch.state == Import.State.TRYING
    tasks.try_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.counts["lead"]) == (Import.State.TRIED, 3)
    tasks.try_import.call(inside.agency.pk, batch.pk)  # again: nothing to do
    batch.refresh_from_db()
    assert batch.state == Import.State.TRIED


def test_the_worker_brings_it_in_slice_by_slice(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(moves, "CHUNK", 4)
    monkeypatch.setattr(actions_run, "SLICE", 0.0)
    batch = bring(*many(10, today), run_it=False)
    actions.start(batch, by=inside.sam)
    tasks.run_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done_row) == (Import.State.RUNNING, 4)
    for _ in range(3):
        tasks.run_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done_row, batch.counts["lead"]) == (Import.State.DONE, 10, 10)
    assert ImportRow.objects.filter(batch=batch).count() == 10
    tasks.run_import.call(inside.agency.pk, batch.pk)  # a task too many does nothing
    assert ImportRow.objects.filter(batch=batch).count() == 10


def test_the_worker_enters_the_agency_by_itself(ours: Cast, today: date, tmp_path: Path):
    with enter(ours.agency):
        batch = actions.receive(tracker(tmp_path / "a.csv", many(3, today)), name="a.csv", by=ours.sam)
        actions.start(batch, by=ours.sam)
    tasks.run_import.call(ours.agency.pk, batch.pk)
    with enter(ours.agency):
        batch.refresh_from_db()
        assert (batch.state, ImportRow.objects.count()) == (Import.State.DONE, 3)


def test_silent_imports_are_woken(bring, inside: Cast, today: date):
    batch = bring(*many(2, today), run_it=False)
    Import.objects.filter(pk=batch.pk).update(
        state=Import.State.RUNNING, state_at=timezone.now() - timedelta(minutes=10)
    )
    tasks.wake_imports.call()
    woken = DBTaskResult.objects.get(task_path="rightday.intake.tasks.run_import")
    assert woken.args_kwargs["args"] == [inside.agency.pk, batch.pk]


def test_a_trial_whose_file_has_gone_fails_in_words(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(actions, "TRIED_AT_ONCE", 1)
    batch = bring(*many(3, today), run_it=False)
    actions.try_out(batch, by=inside.sam)
    (Path(settings.UPLOADS) / "imports" / batch.stored).unlink()
    tasks.try_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, bool(batch.problem)) == (Import.State.FAILED, True)


def test_an_import_whose_file_has_gone_fails_in_words(bring, inside: Cast, today: date):
    batch = bring(*many(2, today), run_it=False)
    actions.start(batch, by=inside.sam)
    (Path(settings.UPLOADS) / "imports" / batch.stored).unlink()
    tasks.run_import.call(inside.agency.pk, batch.pk)
    batch.refresh_from_db()
    assert (batch.state, bool(batch.problem)) == (Import.State.FAILED, True)
