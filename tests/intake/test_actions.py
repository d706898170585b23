"""A file comes in chunk by chunk, can be tried, paused, gone on with, and is nobody else's."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.intake.reading import Unreadable
from rightday.intake.running import actions as actions_run
from rightday.intake.running import moves
from rightday.intake.understanding.choices import Choices, TableChoice
from rightday.leads.models import Lead
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast, cast
from tests.intake.trackers import many, row, tracker
from tests.threads import together


class TestChoosing:
    def test_other_columns_days_and_sheets(self, bring, inside: Cast):
        batch = bring(("Ada King", "Alder", "05/03/2026"), header=("Contact", "Company", "Spoke"), run_it=False)
        choices = Choices({0: TableChoice(True, "leads", {1: "keep_as_note"})}, False, "US", "USD")
        actions.choose(batch, choices=choices, seen=batch.version, by=inside.sam)
        column = batch.understood["tables"][0]["columns"][1]
        assert (column["field"], column["why"], batch.understood["region"]) == ("keep_as_note", "Chosen by you.", "US")
        actions.run_now(batch, by=inside.sam)
        ada = Person.objects.get(name="Ada King")
        assert (ada.company, ada.name_confirmed_on) == (None, date(2026, 5, 3))

    def test_a_sheet_left_out_is_not_read(self, bring, inside: Cast):
        batch = bring(row("Ada King", company="Alder"), run_it=False)
        choices = Choices({0: TableChoice(False, "leads", {})}, None, "GB", "GBP")
        actions.choose(batch, choices=choices, seen=batch.version, by=inside.sam)
        assert batch.total == 0
        assert actions.run_now(batch, by=inside.sam).counts == {}

    def test_two_people_choosing(self, bring, inside: Cast):
        batch = bring(row("Ada King"), run_it=False)
        choices = Choices({}, None, "GB", "GBP")
        seen = batch.version
        actions.choose(batch, choices=choices, seen=seen, by=inside.sam)
        with pytest.raises(Stale):
            actions.choose(batch, choices=choices, seen=seen, by=inside.priya)

    def test_an_unknown_field_is_refused(self, bring, inside: Cast):
        batch = bring(row("Ada King"), run_it=False)
        with pytest.raises(ValueError, match="nonsense"):
            actions.choose(
                batch,
                choices=Choices({0: TableChoice(True, "leads", {0: "nonsense"})}, None, "GB", "GBP"),
                seen=batch.version,
                by=inside.sam,
            )


class TestRunning:
    def test_a_chunk_is_in_or_it_is_not(self, bring, inside: Cast, today: date, monkeypatch):
        """As a worker killed in the middle: the second chunk fails, the first stays, going on loses nothing."""
        monkeypatch.setattr(moves, "CHUNK", 4)
        batch = bring(*many(10, today), run_it=False)
        written, fail_at = actions_run.write_chunk, [2]

        def breaking(*args: object, **options: object) -> object:
            fail_at[0] -= 1
            made = written(*args, **options)
            if fail_at[0] == 0:
                raise RuntimeError("killed")
            return made

        monkeypatch.setattr(actions_run, "write_chunk", breaking)
        with pytest.raises(RuntimeError):
            actions.run_now(batch, by=inside.sam)
        batch.refresh_from_db()
        assert (batch.done_row, ImportRow.objects.count(), Lead.objects.count()) == (4, 4, 4)
        assert not actions.run_slice(batch, by=inside.sam)
        batch.refresh_from_db()
        assert (batch.state, batch.done_row, Lead.objects.count()) == (Import.State.DONE, 10, 10)

    def test_two_workers_cannot_write_the_same_rows(self, bring, inside: Cast, today: date):
        batch = bring(*many(3, today), run_it=False)
        Import.objects.filter(pk=batch.pk).update(state=Import.State.RUNNING, done_row=0)
        batch.refresh_from_db()
        Import.objects.filter(pk=batch.pk).update(done_row=2)  # the other worker was faster
        from rightday.intake.running.lines import lines

        assert not actions_run._write(batch, list(lines(batch, today)), owners={}, by=inside.sam)
        assert not ImportRow.objects.exists()

    def test_pause_and_go_on(self, bring, inside: Cast, today: date):
        batch = bring(*many(3, today), run_it=False)
        actions.start(batch, by=inside.sam)
        actions.pause(batch, by=inside.sam)
        assert not actions.run_slice(batch, by=inside.sam)
        assert batch.state == Import.State.PAUSED
        actions.go_on(batch, by=inside.sam)
        assert not actions.run_slice(batch, by=inside.sam)
        batch.refresh_from_db()
        assert batch.state == Import.State.DONE

    def test_pausing_between_two_chunks_stops_before_the_next(self, bring, inside: Cast, today: date, monkeypatch):
        monkeypatch.setattr(moves, "CHUNK", 2)
        batch = bring(*many(6, today), run_it=False)
        actions.start(batch, by=inside.sam)
        written = actions_run.write_chunk

        def and_pause(*args: object, **options: object) -> object:
            made = written(*args, **options)
            if ImportRow.objects.count() == 4:
                actions.pause(Import.objects.get(pk=batch.pk), by=inside.priya)
            return made

        monkeypatch.setattr(actions_run, "write_chunk", and_pause)
        assert not actions.run_slice(batch, by=inside.sam)
        batch.refresh_from_db()
        assert (batch.state, batch.done_row, Lead.objects.count()) == (Import.State.PAUSED, 4, 4)

    def test_what_does_without_collecting_goes_on_without(self, bring, today: date):
        gc.disable()
        try:
            bring(*many(1, today))
            assert not gc.isenabled()
        finally:
            gc.enable()
        bring(*many(2, today))
        assert gc.isenabled()

    def test_starting_twice_is_refused(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today), run_it=False)
        actions.start(batch, by=inside.sam)
        with pytest.raises(Stale, match="waiting"):
            actions.start(batch, by=inside.sam)

    def test_a_paused_import_that_ends_is_not_done(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today))
        Import.objects.filter(pk=batch.pk).update(state=Import.State.PAUSED)
        actions_run._finish(batch, by=inside.sam)
        batch.refresh_from_db()
        assert batch.state == Import.State.PAUSED


class TestWhoMay:
    def test_who_has_left_brings_nothing_in(self, inside: Cast, tmp_path: Path):
        inside.priya.left_at = timezone.now()
        with pytest.raises(NotAllowed):
            actions.receive(tracker(tmp_path / "a.csv", [row("Ada King")]), name="a.csv", by=inside.priya)

    def test_another_agencys_import_is_not_found(self, bring, theirs: Cast, today: date):
        batch = bring(*many(1, today))
        with enter(theirs.agency), pytest.raises(Import.DoesNotExist):
            Import.objects.get(pk=batch.pk)

    def test_a_file_too_large(self, inside: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(settings, "UPLOAD_LIMIT", 10)
        with pytest.raises(Unreadable, match="larger"):
            actions.receive(tracker(tmp_path / "a.csv", [row("Ada King")]), name="a.csv", by=inside.sam)
        assert not Import.objects.exists()


def test_the_whole_import_at_once_takes_as_many_slices_as_it_needs(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(moves, "CHUNK", 3)
    monkeypatch.setattr(actions_run, "SLICE", 0.0)
    batch = bring(*many(8, today))
    assert (batch.state, batch.done_row) == (Import.State.DONE, 8)


def test_two_workers_at_once_bring_each_row_in_once(at_once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Two tasks for one import, as after a silence: each chunk is written by one of them, none twice, none not."""
    monkeypatch.setattr(moves, "CHUNK", 3)
    ours = cast("Ours")
    with enter(ours.agency):
        day = team.today(ours.sam)
        path = tracker(tmp_path / "a.csv", many(14, day))
        batch = actions.receive(path, name="a.csv", by=ours.sam)
        actions.start(batch, by=ours.sam)

    def work(_: int) -> bool:
        with enter(ours.agency):
            return actions.run_slice(Import.objects.get(pk=batch.pk), by=ours.sam)

    results = together(3, work)
    assert [one for one in results if not isinstance(one, bool)] == []
    with enter(ours.agency):
        while actions.run_slice(Import.objects.get(pk=batch.pk), by=ours.sam):
            pass  # where all but the last were beaten to a chunk
        batch.refresh_from_db()
        assert (batch.state, batch.done_row, batch.counts["lead"]) == (Import.State.DONE, 14, 14)
        assert list(ImportRow.objects.order_by("order").values_list("order", flat=True)) == list(range(1, 15))
        assert (Lead.objects.count(), Person.objects.count()) == (14, 15)
        assert Event.objects.filter(verb="import.done").count() == 1
