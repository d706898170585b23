"""A call of the desk as it begins."""

from __future__ import annotations

import pytest

from rightday.agenda.models import NextStep
from rightday.calls.desk.actions import begin
from tests import desk


def test_it_knows_its_record_and_its_order(inside):
    job = desk.order(inside.jo, inside.martin)
    talk = begin(job.next_step_id, by=inside.jo)
    assert (talk.record, talk.order, talk.person) == (job, job, inside.martin)
    assert talk.before["record"] == ["order", job.pk]
    assert [row.pk for row in talk.phones] == [inside.number.pk]


def test_a_step_that_never_was(inside):
    with pytest.raises(NextStep.DoesNotExist):
        begin(999, by=inside.jo)
