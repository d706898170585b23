"""A trial keeps nothing, and says what the real run will do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.people.models import Person
from tests.conftest import Cast
from tests.intake.trackers import many, row, tracker


def test_a_trial_keeps_nothing_and_says_what_would_be(bring, inside: Cast, today: date):
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


def test_trial_and_real_run_agree(bring, inside: Cast, today: date):
    rows = [*many(30, today), row("Person1 Family1", company="Firm1", phone="020 7946 0001"), row(notes="x")]
    batch = bring(*rows, run_it=False)
    tried = dict(actions.try_out(batch, by=inside.sam).counts)
    done = actions.run_now(batch, by=inside.sam).counts
    assert {kind: done[kind] for kind in tried} == tried


def test_only_some_rows_of_a_kind_are_shown(bring, inside: Cast, today: date):
    batch = bring(*many(60, today), run_it=False)
    actions.try_out(batch, by=inside.sam)
    assert (batch.counts["lead"], len(batch.understood["trial"]["rows"]["lead"])) == (60, 50)


_MEETING = st.builds(
    row,
    name=st.sampled_from(["", "Ada King", "KING, Ada", "A. King", "Bo Lee", "Martin Ahlqvist"]),
    company=st.sampled_from(["", "Alder Bank", "Alder Bank plc", "Halden Insurance"]),
    phone=st.sampled_from(["", "", "020 7946 0142", "020 7946 0777", "020 7946 0778 / 07700 900123", "07700 900123"]),
    email=st.sampled_from(["", "", "ada@alder.example", "ADA@alder.example", "info@alder.example"]),
    spoke=st.sampled_from([None, date(2026, 11, 20), date(2025, 1, 7)]),
    notes=st.sampled_from(["", "Interviewing two people", "May be hiring", "Do not contact"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MEETING, min_size=1, max_size=9))
def test_the_trial_says_of_each_row_what_the_run_makes_of_it(inside: Cast, tmp_path: Path, rows: list[tuple[str, ...]]):
    with transaction.atomic():
        batch = actions.receive(tracker(tmp_path / "a.csv", rows), name="a.csv", by=inside.sam)
        tried = actions.try_now(batch, by=inside.sam).understood["trial"]["rows"]
        said = {one["order"]: (kind, one["why"], one["name"]) for kind, some in tried.items() for one in some}
        actions.run_now(batch, by=inside.sam)
        made = {one.order: (one.became, one.why) for one in ImportRow.objects.filter(batch=batch)}
        assert {order: (kind, why[:300]) for order, (kind, why, _) in said.items()} == made
        transaction.set_rollback(True)
