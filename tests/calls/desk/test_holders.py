"""Each step is found with the record that holds it, and its job order."""

from __future__ import annotations

import pytest

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.calls.desk.holders import HOLDERS, order_of, record_of, steps_without_record
from rightday.db.row_security import enter
from tests import desk


def test_every_kind_of_record_is_known():
    assert HOLDERS.keys() == set(Of)
    for of, (model, _path) in HOLDERS.items():
        assert of is Of.LEAD or of == model.STEP_OF
        assert model._meta.get_field("next_step").related_model is NextStep


def test_a_record_and_its_order(inside):
    job = desk.order(inside.jo, inside.martin)
    sent = desk.submittal(job, desk.candidate(inside.priya))
    assert record_of(job.next_step) == job and order_of(job) == job
    assert record_of(sent.next_step) == sent and order_of(record_of(sent.next_step)) == job
    assert order_of(sent.candidate) is None


def test_a_step_that_nobody_holds_is_found(inside, theirs):
    job = desk.order(inside.jo, inside.martin)
    assert steps_without_record(limit=5) == ()
    lost = [desk.step(inside.jo, inside.martin, Of.ORDER).pk for _ in range(3)]
    assert record_of(NextStep.objects.get(pk=lost[0])) is None
    assert steps_without_record(limit=5) == tuple(lost)
    assert steps_without_record(limit=2) == tuple(lost[:2])
    assert record_of(job.next_step) == job
    with enter(theirs.agency):
        assert steps_without_record(limit=5) == ()


@pytest.mark.parametrize("of", Of)
def test_each_path_leads_to_an_order(of):
    model, path = HOLDERS[of]
    for name in (path or "").split("__"):
        model = model._meta.get_field(name).related_model if name else model
    assert path is None or model.__name__ == "JobOrder"
