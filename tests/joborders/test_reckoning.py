"""Chances come from the agency's own latest orders."""

from __future__ import annotations

from rightday.joborders import actions, reckoning
from rightday.joborders.rules import Closed, Kind, Stage
from rightday.joborders.worth import Case
from tests import desk


def test_how_orders_closed_and_how_far_they_came(inside):
    order = desk.order(inside.sam, inside.martin)
    desk.submittal(order, desk.candidate(inside.sam), stage=Stage.OFFER)
    actions.close(order, kind=Closed.DIRECT, on=order.taken_on, by=inside.sam)
    desk.order(inside.sam, inside.martin)
    cases = reckoning.cases()
    assert cases == [Case(Kind.CONTRACT, Stage.OFFER, Closed.DIRECT)]
    assert reckoning.all_chances(cases).by[Kind.CONTRACT, Stage.OFFER].of == 1
