"""A step kept as plain values comes back as it was."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from rightday.agenda.kept import columns_from, columns_of, day_from, iso
from rightday.agenda.models import NextStep
from tests.conftest import Cast
from tests.leads.many import some_leads

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(inside: Cast) -> None:
    some_leads(inside, 1)


def test_a_step_comes_back_whole(inside: Cast, step: None) -> None:
    NextStep.objects.update(earliest=time(9, 30), agreed_until=date(2026, 11, 30))
    kept = NextStep.objects.get()
    back = columns_from(json.loads(json.dumps(columns_of(kept))))
    assert "agency_id" not in back
    assert {name: getattr(kept, name) for name in back} == back
    assert len(back) == len(NextStep._meta.concrete_fields) - 1


def test_a_column_that_is_no_more_is_left_out(inside: Cast) -> None:
    assert columns_from({"gone": 1, "tries": 2}) == {"tries": 2}


def test_days_and_nothing() -> None:
    assert (iso(date(2026, 11, 24)), iso(None)) == ("2026-11-24", None)
    assert (day_from("2026-11-24"), day_from(None)) == (date(2026, 11, 24), None)
