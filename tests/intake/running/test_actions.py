"""A long file comes in by two processes, each row once, whatever is killed meanwhile."""

from __future__ import annotations

import os
import signal
from contextlib import nullcontext
from datetime import date

import pytest

from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.intake.running import actions as actions_run
from rightday.intake.running import ahead, moves
from rightday.kernel import phones
from rightday.leads.models import Lead
from rightday.people import actions as people
from rightday.people.models import Person
from tests.conftest import Cast
from tests.intake.trackers import many, row


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "AT_LEAST", 1)
    monkeypatch.setattr(ahead, "_cores", lambda: 2)
    monkeypatch.setattr(moves, "CHUNK", 100)


def test_the_same_book_as_one_process_writes(bring, inside: Cast, today: date, two_processes, monkeypatch):
    rows = [*many(300, today), *many(20, today)]
    batch = bring(*rows)
    assert (batch.state, batch.done_row, batch.total) == (Import.State.DONE, 320, 320)
    there = _book(batch)
    actions.undo(batch, by=inside.sam)
    monkeypatch.setattr(ahead, "AT_LEAST", 10**9)
    assert _book(bring(*rows)) == there


def test_a_reader_killed_in_the_middle_costs_no_row(bring, inside: Cast, today: date, two_processes, monkeypatch):
    batch = bring(*many(300, today), run_it=False)
    written, started = actions_run.write_chunk, []

    class Kept(ahead._Reader):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            started.append(self.process.pid)

    def then_kill(*args: object, **options: object) -> object:
        made = written(*args, **options)
        os.kill(started[0], signal.SIGKILL)
        return made

    monkeypatch.setattr(ahead, "_Reader", Kept)
    monkeypatch.setattr(actions_run, "write_chunk", then_kill)
    actions.run_now(batch, by=inside.sam)
    assert (batch.state, Lead.objects.count()) == (Import.State.DONE, 300)
    assert list(ImportRow.objects.order_by("order").values_list("order", flat=True)) == list(range(1, 301))


def test_somebody_added_while_a_chunk_was_judged_is_found(bring, inside: Cast, today: date, monkeypatch):
    """Rows are judged before their transaction begins: what others write in between is seen all the same."""
    batch = bring(row("Ada King", phone="020 7946 0777", company="Alder"), run_it=False)
    judge, versions = actions_run.judge_lines, iter(range(100))
    added: list[Person] = []

    def and_somebody_adds_her(*given: object, **options: object) -> object:
        judged = judge(*given, **options)  # type: ignore[arg-type]
        if not added:
            numbers = phones.read("020 7946 0777")
            added.append(people.add_person(given="Ada", family="King", phones=numbers, by=inside.priya))
        return judged

    monkeypatch.setattr(actions_run, "judge_lines", and_somebody_adds_her)
    monkeypatch.setattr(actions_run.upkeep, "data_version", lambda: next(versions))  # as from another connection
    actions.run_now(batch, by=inside.sam)
    assert ImportRow.objects.values_list("became", "person")[0] == ("known", added[0].pk)


def test_each_transaction_enters_by_itself(bring, inside: Cast, today: date, monkeypatch):
    monkeypatch.setattr(moves, "CHUNK", 4)
    entered: list[None] = []
    batch = bring(*many(10, today), run_it=False)

    def entering():
        entered.append(None)
        return nullcontext()

    actions.run_now(batch, by=inside.sam, entering=entering)
    assert batch.state == Import.State.DONE
    assert len(entered) == 1 + 1 + 3 + 1 + 1  # begun, looked at, three chunks, done, read again


def _book(batch: Import) -> tuple[object, ...]:
    rows = ImportRow.objects.filter(batch=batch).order_by("order")
    return (
        batch.counts,
        list(rows.values_list("order", "sheet", "number", "cells", "became", "why", "problems", "person__name")),
        list(Person.objects.order_by("name", "key").values_list("name", "key", "zone", "company__key", "title")),
        list(Lead.objects.order_by("person__name").values_list("person__name", "hot_until", "next_step__why")),
    )
