"""A file comes in chunk by chunk, can be tried, paused, gone on with, and is nobody else's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.intake import actions, tasks
from rightday.intake.choices import Choices, TableChoice
from rightday.intake.models import Import, ImportRow
from rightday.intake.reading import Unreadable
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Grade, Shows
from rightday.people import search
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Permission, Person, PhoneNumber
from rightday.team.rules import NotAllowed
from tests.conftest import Cast
from tests.intake.trackers import many, row, tracker

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "synthetic"


@pytest.fixture(autouse=True)
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOADS", tmp_path / "uploads")


@pytest.fixture
def bring(inside: Cast, tmp_path: Path):
    """Writes rows into a tracker and brings them in."""
    made = iter(range(100))

    def run(*rows: tuple[str, ...], run_it: bool = True, **columns: object) -> Import:
        path = tracker(tmp_path / f"{next(made)}.csv", rows, **columns)  # type: ignore[arg-type]
        batch = actions.receive(path, name="Sam desk.csv", by=inside.sam)
        return actions.run_now(batch, by=inside.sam) if run_it else batch

    return run


def became(batch: Import) -> list[str]:
    return list(ImportRow.objects.filter(batch=batch).order_by("order").values_list("became", flat=True))


class TestWhatARowBecomes:
    def test_a_hot_lead(self, bring, inside: Cast, today: date):
        batch = bring(
            row("Priya Natarajan", "CTO", "Northwind Ltd", "London", "020 7946 0991", "priya@northwind.example",
                today - timedelta(days=1), "Two Java developers", "Interviewing two people this week")
        )  # fmt: skip
        lead = Lead.objects.get(person__name="Priya Natarajan")
        assert became(batch) == ["lead"]
        assert (lead.grade_on(today), lead.title, lead.source) == (Grade.HOT, "Two Java developers", "import")
        assert lead.next_step is not None
        number = PhoneNumber.objects.get(person=lead.person)
        assert (number.e164, number.state, number.reached_on) == ("+442079460991", "reached", today - timedelta(days=1))
        assert lead.person.company.name == "Northwind Ltd"
        assert search.find_persons("natara") == [lead.person_id]
        assert search.find_said("interviewing two") == [lead.person_id]

    def test_demand_without_a_talk_is_to_qualify(self, bring, today: date):
        batch = bring(row("Karen Whitby", company="Fenwick", phone="0161 496 0335", notes="Interviewing two people"))
        lead = Lead.objects.get()
        assert (became(batch), lead.grade_on(today)) == (["intelligence"], Grade.NONE)
        assert set(Evidence.objects.values_list("shows", flat=True)) == {Shows.RUMOUR.value, Shows.CONTEXT.value}

    def test_a_company_alone_is_intelligence_on_it(self, bring):
        batch = bring(row(company="Quarry Stone", notes="They advertise for two engineers"))
        kept = Intelligence.objects.get()
        assert (became(batch), kept.company.name, kept.shows) == (["intelligence"], "Quarry Stone", "advert")
        assert not Lead.objects.exists()

    def test_nobody_is_refused_and_listed(self, bring):
        batch = bring(row(notes="gone to Stackline??"), row("Ada King", company="Alder"))
        refused = ImportRow.objects.get(batch=batch, became="refused")
        assert refused.why == "No person and no company in this row."
        assert refused.cells == {"Notes": "gone to Stackline??"}

    def test_the_same_number_is_the_same_person(self, bring, inside: Cast):
        batch = bring(row("M. Ahlqvist", company="Halden", phone="+44 (0)20 7946 0142", notes="Asks for facts"))
        line = ImportRow.objects.get(batch=batch)
        assert (line.became, line.person_id) == ("known", inside.martin.pk)
        assert line.why == "Same number as Martin Ahlqvist. Added to their record, nothing replaced"
        assert Person.objects.get(pk=inside.martin.pk).name == "Martin Ahlqvist"

    def test_a_desk_telephone_is_no_proof(self, bring, inside: Cast):
        batch = bring(row("Dana Whitlow", company="Halden Insurance", phone="020 7946 0142"))
        assert became(batch) == ["intelligence"]
        assert ImportRow.objects.get(batch=batch).person_id != inside.martin.pk

    def test_somebody_alike_is_to_decide(self, bring, inside: Cast):
        batch = bring(row("Martin Ahlqvist", company="Halden Insurance plc", phone="020 7946 0999"))
        line = ImportRow.objects.get(batch=batch)
        assert line.became == "decide"
        suggestion = DuplicateSuggestion.objects.get()
        assert {suggestion.person_id, suggestion.other_id} == {inside.martin.pk, line.person_id}

    def test_two_rows_of_the_file_about_one_person(self, bring, today: date):
        batch = bring(
            row("Ada King", company="Alder Bank", email="ada@alder.example", notes="Runs the data team"),
            row("Ada King", company="Alder Bank", phone="020 7946 0777", email="ADA@alder.example",
                notes="Has three contractors on the team", spoke=today),
            row("A. King", company="Alder Bank plc", phone="020 7946 0778"),
        )  # fmt: skip
        assert became(batch) == ["intelligence", "known", "decide"]
        ada = Person.objects.get(name="Ada King")
        assert list(EmailAddress.objects.filter(person=ada).values_list("address", flat=True)) == ["ada@alder.example"]
        assert list(PhoneNumber.objects.filter(person=ada).values_list("e164", flat=True)) == ["+442079460777"]
        assert Lead.objects.get(person=ada).grade_on(today) is Grade.WARM
        assert DuplicateSuggestion.objects.count() == 1

    def test_do_not_contact_survives(self, bring, inside: Cast, today: date):
        batch = bring(
            row("Old Person", company="Deleted Co", phone="020 7946 0001", notes="DO NOT CONTACT"),
            row("Martin Ahlqvist", company="Halden Insurance", phone="020 7946 0142", notes="Do not contact again"),
        )
        assert became(batch) == ["person", "known"]
        assert set(Person.objects.filter(do_not_call=True).values_list("name", flat=True)) == {
            "Old Person",
            "Martin Ahlqvist",
        }
        assert Permission.objects.filter(answer="refused").count() == 2
        assert not Lead.objects.open().exists()

    def test_a_known_person_without_a_lead_gets_one_where_there_is_demand(self, bring, inside: Cast, today: date):
        batch = bring(
            row(
                "Martin Ahlqvist",
                "",
                "Halden Insurance",
                "",
                "020 7946 0142",
                "",
                today,
                "Go developer",
                "Seeing people",
            ),
            row("Martin Ahlqvist", phone="020 7946 0142", notes="Has two contractors", spoke=today),
        )
        lead = Lead.objects.get(person=inside.martin)
        assert became(batch) == ["known", "known"]
        assert (lead.title, lead.grade_on(today)) == ("Go developer", Grade.HOT)
        assert Evidence.objects.filter(lead=lead, shows="contractors").exists()
        assert PhoneNumber.objects.get(person=inside.martin).reached_on == today

    def test_the_next_day_of_a_follow_up_moves_the_step(self, bring, inside: Cast, today: date):
        header = ("Contact", "Phone", "Next call", "Notes")
        bring(("Martin Ahlqvist", "020 7946 0142", "", "May be interviewing"), header=header)
        later = today + timedelta(days=20)
        bring(("Martin Ahlqvist", "020 7946 0142", f"{later:%d/%m/%Y}", "Call again"), header=header)
        assert Lead.objects.get().next_step.due >= later

    def test_a_row_goes_to_the_colleague_it_names(self, bring, inside: Cast):
        bring(("Ada King", "Alder", "Priya Nair"), header=("Contact", "Company", "Owner"))
        assert Lead.objects.get().owner == inside.priya

    def test_where_they_are_follows_place_and_number(self, bring):
        bring(
            row("Grace Lindholm", company="Meridian", city="New York", phone="+1 212 555 0142"),
            row("Lena Brandt", company="Linden", phone="+49 30 5550 0142"),
        )
        zones = dict(Person.objects.exclude(name="Martin Ahlqvist").values_list("name", "zone"))
        assert zones == {"Grace Lindholm": "America/New_York", "Lena Brandt": "Europe/Berlin"}
        assert Company.objects.get(name="Meridian").zone == "America/New_York"

    def test_problems_are_kept_with_the_row(self, bring):
        batch = bring(row("Ada King", company="Alder", phone="12"))
        assert ImportRow.objects.get(batch=batch).problems
        assert PhoneNumber.objects.get(person__name="Ada King").typed == "12"


class TestTrial:
    def test_a_trial_keeps_nothing_and_says_what_would_be(self, bring, inside: Cast, today: date):
        batch = bring(
            row("Priya Natarajan", company="Northwind", phone="020 7946 0991", spoke=today, notes="Seeing two people"),
            row(notes="??"),
            run_it=False,
        )
        before = Person.objects.count()
        actions.try_out(batch, by=inside.sam)
        shown = batch.understood["trial"]
        assert (batch.state, Person.objects.count()) == (Import.State.TRIED, before)
        assert (shown["counts"]["lead"], shown["counts"]["refused"], shown["grades"]) == (1, 1, {"hot": 1})
        assert shown["rows"]["lead"][0]["name"] == "Priya Natarajan"

    def test_trial_and_real_run_agree(self, bring, inside: Cast, today: date):
        rows = [*many(30, today), row("Person1 Family1", company="Firm1", phone="020 7946 0001"), row(notes="x")]
        batch = bring(*rows, run_it=False)
        tried = dict(actions.try_out(batch, by=inside.sam).counts)
        done = actions.run_now(batch, by=inside.sam).counts
        assert {kind: done[kind] for kind in tried} == tried

    def test_a_large_file_is_tried_by_the_worker(self, bring, inside: Cast, today: date, monkeypatch):
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

    def test_a_file_that_has_gone_fails_in_words(self, bring, inside: Cast, today: date, monkeypatch):
        monkeypatch.setattr(actions, "TRIED_AT_ONCE", 1)
        batch = bring(*many(3, today), run_it=False)
        actions.try_out(batch, by=inside.sam)
        (Path(settings.UPLOADS) / "imports" / batch.stored).unlink()
        tasks.try_import.call(inside.agency.pk, batch.pk)
        batch.refresh_from_db()
        assert (batch.state, bool(batch.problem)) == (Import.State.FAILED, True)


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
    def test_the_worker_brings_it_in_slice_by_slice(self, bring, inside: Cast, today: date, monkeypatch):
        monkeypatch.setattr(actions, "CHUNK", 4)
        monkeypatch.setattr(actions, "SLICE", 0.0)
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

    def test_a_chunk_is_in_or_it_is_not(self, bring, inside: Cast, today: date, monkeypatch):
        """As a worker killed in the middle: the second chunk fails, the first stays, going on loses nothing."""
        monkeypatch.setattr(actions, "CHUNK", 4)
        batch = bring(*many(10, today), run_it=False)
        written, fail_at = actions.write_chunk, [2]

        def breaking(*args: object, **options: object) -> object:
            fail_at[0] -= 1
            made = written(*args, **options)
            if fail_at[0] == 0:
                raise RuntimeError("killed")
            return made

        monkeypatch.setattr(actions, "write_chunk", breaking)
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
        from rightday.intake.import_lines import lines

        assert not actions._write(batch, list(lines(batch, today)), owners={}, by=inside.sam)
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

    def test_starting_twice_is_refused(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today), run_it=False)
        actions.start(batch, by=inside.sam)
        with pytest.raises(Stale, match="waiting"):
            actions.start(batch, by=inside.sam)

    def test_a_paused_import_that_ends_is_not_done(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today))
        Import.objects.filter(pk=batch.pk).update(state=Import.State.PAUSED)
        actions._finish(batch, by=inside.sam)
        batch.refresh_from_db()
        assert batch.state == Import.State.PAUSED

    def test_a_file_that_has_gone_fails_in_words(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today), run_it=False)
        actions.start(batch, by=inside.sam)
        (Path(settings.UPLOADS) / "imports" / batch.stored).unlink()
        tasks.run_import.call(inside.agency.pk, batch.pk)
        batch.refresh_from_db()
        assert (batch.state, bool(batch.problem)) == (Import.State.FAILED, True)

    def test_silent_imports_are_woken(self, bring, inside: Cast, today: date):
        batch = bring(*many(2, today), run_it=False)
        Import.objects.filter(pk=batch.pk).update(
            state=Import.State.RUNNING, state_at=timezone.now() - timedelta(minutes=10)
        )
        tasks.wake_imports.call()
        woken = DBTaskResult.objects.get(task_path="rightday.intake.tasks.run_import")
        assert woken.args_kwargs["args"] == [inside.agency.pk, batch.pk]


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


@pytest.mark.skipif(not SHARED.exists(), reason="the shared files are not there")
def test_the_tracker_comes_out_as_its_truth_says(inside: Cast):
    batch = actions.receive(SHARED / "lead_tracker_uk.xlsx", name="lead_tracker_uk.xlsx", by=inside.sam)
    actions.run_now(batch, by=inside.sam)
    assert batch.counts["refused"] == 0
    assert sum(batch.counts[kind] for kind in ("lead", "intelligence", "person", "known", "decide")) == 18
    assert Person.objects.get(name="Old Person").do_not_call
    numbers = set(PhoneNumber.objects.values_list("e164", "ext"))
    assert {("+442079460958", "12"), ("+447700900123", ""), ("+4722955555", ""), ("+97235550100", "")} <= numbers
    assert {("+441614960000", ""), ("+447700900456", "")} <= numbers
    assert len({c.key for c in Company.objects.filter(name__icontains="smith")}) == 1
    assert Person.objects.filter(family="Martinez", given="José Luis").count() == 1


def test_statements_do_not_grow_with_the_rows(bring, inside: Cast, today: date):
    from django.test.utils import CaptureQueriesContext

    def statements(count: int, offset: int) -> int:
        rows = [
            row(f"New{n} Name{n}", company=f"Own{n}", phone=f"020 7111 {n:04d}") for n in range(offset, offset + count)
        ]
        batch = bring(*rows, run_it=False)
        with CaptureQueriesContext(connection) as seen:
            actions.run_now(batch, by=inside.sam)
        return len(seen)

    assert statements(40, 0) == statements(90, 100)


def test_a_company_with_a_country_keeps_its_holidays(bring):
    bring(("Ada King", "Alder", "FR"), header=("Contact", "Company", "Country"))
    assert Company.objects.get(name="Alder").country == "FR"


def test_a_day_set_for_the_next_call_is_the_step(bring, today: date):
    later = today + timedelta(days=30)
    bring(("Ada King", "Alder", f"{later:%d/%m/%Y}"), header=("Contact", "Company", "Next call"))
    assert Lead.objects.get().next_step.due >= later


def test_demand_that_has_run_out_asks_again(bring, today: date):
    long_ago = today - timedelta(days=40)
    batch = bring(row("Ada King", company="Alder", phone="020 7946 0777", spoke=long_ago, notes="Interviewing two people"))
    line = ImportRow.objects.get(batch=batch)
    assert (line.became, "has run out" in line.why) == ("intelligence", True)
    assert Lead.objects.get().next_step.reason == "ran_out"


def test_a_talk_without_a_number_confirms_names_only(bring, today: date):
    bring(row("Ada King", company="Alder", spoke=today, notes="Interviewing two"), row("Bo Lee", spoke=today))
    shows = Evidence.objects.filter(lead__person__name="Ada King").values_list("shows", flat=True)
    assert {"name_confirmed", "company_confirmed"} <= set(shows)
    assert "phone_tested" not in shows
    assert "company_confirmed" not in Evidence.objects.filter(lead__person__name="Bo Lee").values_list("shows", flat=True)


def test_only_some_rows_of_a_kind_are_shown(bring, inside: Cast, today: date):
    batch = bring(*many(60, today), run_it=False)
    actions.try_out(batch, by=inside.sam)
    assert (batch.counts["lead"], len(batch.understood["trial"]["rows"]["lead"])) == (60, 50)


def test_the_whole_import_at_once_takes_as_many_slices_as_it_needs(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(actions, "CHUNK", 3)
    monkeypatch.setattr(actions, "SLICE", 0.0)
    batch = bring(*many(8, today))
    assert (batch.state, batch.done_row) == (Import.State.DONE, 8)
