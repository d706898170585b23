"""The pages of imports: where each state stands, what its sentences say, in a fixed number of statements."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.intake import actions
from rightday.intake.models import Import
from rightday.intake.showing import queries as queries_import
from tests.conftest import Cast
from tests.intake.made_imports import HEADER, csv, done, received

State = Import.State


@pytest.fixture(autouse=True)
def desk(settings: Any, tmp_path: Path) -> Any:
    settings.UPLOADS = tmp_path / "uploads"
    with time_machine.travel(datetime(2026, 11, 25, 10, 12), tick=False):
        yield


def page(cast: Cast, batch: Import, **asked: Any) -> queries_import.ImportPage:
    return queries_import.import_page(cast.sam, batch.pk, **asked)


@pytest.mark.parametrize(
    ("state", "row", "step", "sentence"),
    [
        (State.READ, 0, "understood", "desk.csv. It reads cleanly."),
        (State.TRYING, 0, "trial", "Trying every row. Nothing is kept yet."),
        (State.TRIED, 0, "trial", "All seven rows were read. Nothing is kept yet."),
        (State.WAITING, 0, "run", "You can close this page or start calling. It goes on by itself."),
        (State.RUNNING, 3, "run", "You can close this page or start calling. It goes on by itself."),
        (State.PAUSED, 3, "run", "Paused at row 3. The rest waits, for as long as you like."),
        (State.FAILED, 3, "run", "Stopped at row 3. What is in stays; nothing is half done."),
        (State.FAILED, 0, "understood", "desk.csv. It reads cleanly."),
        (State.UNDOING, 3, "run", "Taking out what these rows made."),
        (State.DONE, 7, "result", "Brought in today at 10:12 by you. Every row was used. None was lost."),
        (State.UNDONE, 7, "result", "Undone by Rightday, today 10:12. The rows as you wrote them are still here."),
    ],
)
def test_each_state_stands_at_its_step(
    inside: Cast, tmp_path: Path, state: str, row: int, step: str, sentence: str
) -> None:
    batch = received(inside, tmp_path)
    Import.objects.update(state=state, done_row=row)
    shown = page(inside, batch)
    assert (shown.step, shown.sentence) == (step, sentence)
    assert queries_import.imports_page(inside.sam).past[0].id == batch.pk


def test_a_finished_step_is_opened_again_only_before_the_run(inside: Cast, tmp_path: Path) -> None:
    batch = actions.try_now(received(inside, tmp_path), by=inside.sam)
    assert page(inside, batch, step="understood").step == "understood"
    actions.run_now(batch, by=inside.sam)
    assert page(inside, batch, step="understood").step == "result"


def test_two_things_that_want_an_eye_are_counted(inside: Cast, tmp_path: Path) -> None:
    data = csv([("Irene Castell", "Sable", "London", "hot")], ("Name", "Company", "Locaton", "Statsu"))
    shown = page(inside, received(inside, tmp_path, data))
    assert shown.sentence == "desk.csv. Two things want your eye; the rest reads cleanly."
    assert [column.sure for column in shown.understood.sheets[0].columns] == ["ok", "ok", "ask", "ask"]
    assert shown.understood.line == "4 columns, 4 used. Day first where unclear. +44"


def test_lines_that_are_no_records_are_named(inside: Cast, tmp_path: Path) -> None:
    rows = (
        [("A Person", "Firm", "", "", "", "", "")] * 2 + [HEADER] * 6 + [("B Person", "Firm", "", "", "", "", "")] * 2
    )
    shown = page(inside, received(inside, tmp_path, csv(rows)))
    aside = shown.understood.sheets[0].aside
    assert aside.startswith("Header in row 1. No records: row 4 (a header again), row 5 (a header again)")
    assert aside.endswith("and 2 more")


def test_past_imports_say_what_waits_and_who_took_out(inside: Cast, tmp_path: Path) -> None:
    done(inside, tmp_path, by=inside.priya)
    undone = done(inside, tmp_path, name="other.csv")
    actions.undo(undone, by=inside.sam)
    waiting = received(inside, tmp_path, name="third.csv")
    Import.objects.filter(pk=undone.pk - 1).update(counts={"decide": 2, "lead": 3, "refused": 1})
    third, second, first = queries_import.imports_page(inside.jo).past
    assert (first.state, first.tone, first.came_in, first.refused, first.may_undo) == (
        "2 duplicates to decide", "warm", 5, 1, False,
    )  # fmt: skip
    assert (second.state, second.came_in, second.may_undo) == ("Undone by Sam Whitlock, today 10:12", 0, False)
    assert (third.id, third.state, third.rows, third.day) == (waiting.pk, "Read, not brought in", 7, "today")
    assert "by Priya Nair" in page(inside, Import.objects.get(pk=undone.pk - 1)).sentence


def test_more_than_a_page_of_imports_has_a_key(inside: Cast, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(queries_import, "PAST", 2)
    made = [received(inside, tmp_path).pk for _each in range(3)]
    shown = queries_import.imports_page(inside.sam)
    assert ([one.id for one in shown.past], shown.earlier) == ([made[2], made[1]], made[1])
    later = queries_import.imports_page(inside.sam, before=shown.earlier)
    assert ([one.id for one in later.past], later.earlier) == ([made[0]], 0)


@pytest.mark.parametrize("asked", [{}, {"tab": "lead"}, {"tab": "refused"}])
def test_the_result_takes_as_many_statements_for_many_rows_as_for_one(inside: Cast, tmp_path: Path, asked: Any) -> None:
    said = []
    for many in (1, 3):
        rows = [
            (f"Irene Castell{n}{many}", f"Sable {n}{many}", f"0117 496 01{n}{many}", "", "23/11/2026", "", "Interviewing two people.")
            for n in range(many)
        ]  # fmt: skip
        batch = done(inside, tmp_path, data=csv([*rows, *[("", "", "", "", "", "", "gone")] * many]))
        with CaptureQueriesContext(connection) as statements:
            shown = page(inside, batch, **asked)
        said.append(len(statements))
        assert shown.result is not None
        assert shown.result.calls == many
    assert said[0] == said[1]


def test_undoing_names_who_stays(inside: Cast, tmp_path: Path) -> None:
    from rightday.leads import actions as leads
    from rightday.leads.models import Lead

    batch = done(inside, tmp_path)
    leads.note(Lead.objects.get(person__family="Castell"), words="Rang her", by=inside.sam)
    shown = queries_import.undo_page(inside.sam, batch.pk)
    assert (shown.stay, [name for name, _why in shown.stays]) == (1, ["Irene Castell"])
    assert dict(shown.goes)["people"] >= 3
