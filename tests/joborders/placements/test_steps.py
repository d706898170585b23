"""The next call of a placement by rule."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from rightday.agenda.rules import Kind
from rightday.joborders.placements.rules import Side
from rightday.joborders.placements.steps import Running, next_step, settled_on
from rightday.joborders.rules import Kind as Contract
from rightday.joborders.submittals.steps import Names

TODAY, DAY = date(2026, 11, 25), timedelta(days=1)
BOTH = {Side.CONSULTANT: True, Side.CLIENT: True}


def step(**said):
    it = Running(**({"kind": Contract.CONTRACT, "starts_on": TODAY} | said))
    return next_step(it, Names("Martin", "Sanna"), today=TODAY, add=lambda day, n: day + n * DAY)


@pytest.mark.parametrize(
    ("said", "side", "kind", "due"),
    [
        ({"starts_on": TODAY + 30 * DAY}, Side.CONSULTANT, Kind.CANDIDATE, TODAY + 16 * DAY),
        ({"starts_on": TODAY + 5 * DAY}, Side.CONSULTANT, Kind.START_CHECK, TODAY + 5 * DAY),
        ({"checks": {Side.CONSULTANT: True}}, Side.CLIENT, Kind.START_CHECK, TODAY),
        ({"checks": {Side.CLIENT: False}}, Side.CONSULTANT, Kind.START_CHECK, TODAY),
        ({"checks": {Side.CONSULTANT: False}}, Side.CLIENT, Kind.START_CHECK, TODAY),
        ({"checks": dict.fromkeys(Side, False)}, Side.CONSULTANT, Kind.START_CHECK, TODAY),
        ({"checks": BOTH}, Side.CONSULTANT, Kind.CHECK_IN, TODAY + 7 * DAY),
        ({"checks": BOTH, "check_in_day": 4}, Side.CONSULTANT, Kind.CHECK_IN, TODAY + DAY),
        ({"checks": BOTH, "check_in_day": 3}, Side.CONSULTANT, Kind.CHECK_IN, TODAY + 7 * DAY),
        ({"checks": BOTH, "talked_on": TODAY - 9 * DAY}, Side.CONSULTANT, Kind.CHECK_IN, TODAY + 7 * DAY),
        ({"checks": BOTH, "ends_on": TODAY + 20 * DAY}, Side.CLIENT, Kind.PROGRESS, TODAY),
        ({"checks": BOTH, "ends_on": TODAY - DAY, "asked_on": TODAY - 2 * DAY}, Side.CLIENT, Kind.PROGRESS, TODAY),
        (
            {"checks": BOTH, "ends_on": TODAY + 20 * DAY, "asked_on": TODAY},
            Side.CONSULTANT,
            Kind.CHECK_IN,
            TODAY + 7 * DAY,
        ),
    ],
)
def test_who_is_called_when(said, side, kind, due):
    found = step(**said)
    assert (found.side, found.kind, found.due) == (side, kind, due)


def test_before_a_probation_ends_the_client_is_asked():
    said = {"kind": Contract.PERMANENT, "checks": BOTH, "probation_until": TODAY + 6 * DAY}
    assert step(**said).side is Side.CLIENT
    assert step(**said, asked_on=TODAY).kind is Kind.CHECK_IN
    assert step(**(said | {"probation_until": TODAY + 60 * DAY})).kind is Kind.CHECK_IN
    assert "ended" in step(**(said | {"probation_until": TODAY - DAY})).why


def test_a_check_in_keeps_its_hour():
    assert step(checks=BOTH, check_in_at=time(16, 30)).earliest == time(16, 30)


def test_a_permanent_start_is_settled_after_guarantee_and_probation():
    it = Running(Contract.PERMANENT, TODAY, probation_until=TODAY + 90 * DAY, guaranteed_until=TODAY + 83 * DAY)
    assert settled_on(it) == TODAY + 91 * DAY
    assert settled_on(Running(Contract.CONTRACT, TODAY)) is None
