"""A large book is put in its new order by the worker, a batch at a time."""

from __future__ import annotations

from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult

from rightday.agencies.models import Agency
from rightday.agenda import actions, tasks
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Reason
from rightday.db.row_security import enter
from tests.conftest import Cast

NAME = "rightday.agenda.tasks.rescore"


@pytest.fixture
def steps(ours: Cast) -> list[NextStep]:
    day = date(2026, 11, 25)
    with enter(ours.agency):
        made = [
            actions.plan(
                owner=ours.sam, person=ours.martin, company=ours.halden, by=ours.sam, kind=Kind.LEAD,
                reason=Reason.WARM, why="Contractors", objective="When they end", fact_on=day, due=day,
            )
            for _ in range(5)
        ]  # fmt: skip
    Agency.objects.filter(pk=ours.agency.pk).update(settings={"score": {"worth": {"warm": [2, 90]}}}, version=7)
    return made


def changed(ours: Cast, steps: list[NextStep]) -> int:
    with enter(ours.agency):
        now = dict(NextStep.objects.values_list("pk", "rank"))
    return sum(now[step.pk] != step.rank for step in steps)


def test_small_books_are_in_order_at_once(ours: Cast, steps: list[NextStep], django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), enter(ours.agency):
        actions.rescore_all(by=ours.sam)
    assert changed(ours, steps) == 5
    assert not DBTaskResult.objects.filter(task_path=NAME).exists()


def test_the_rest_is_handed_to_the_worker(
    ours: Cast, steps: list[NextStep], monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setitem(actions.rescore.__wrapped__.__kwdefaults__, "batch", 2)
    with django_capture_on_commit_callbacks(execute=True), enter(ours.agency):
        actions.rescore_all(by=ours.sam)
    assert changed(ours, steps) == 2
    waiting = DBTaskResult.objects.get(task_path=NAME)
    assert waiting.args_kwargs["args"] == [ours.agency.pk, ours.sam.pk, steps[1].pk]
    tasks.rescore.call(*waiting.args_kwargs["args"])
    assert changed(ours, steps) == 5


def test_a_slice_ends_and_goes_on(ours: Cast, steps: list[NextStep], monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setitem(actions.rescore.__wrapped__.__kwdefaults__, "batch", 2)
    monkeypatch.setattr(tasks, "SLICE", 0.0)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.rescore.call(ours.agency.pk, ours.sam.pk, 0)
    assert changed(ours, steps) == 2
    assert DBTaskResult.objects.filter(task_path=NAME).count() == 1
