"""The next call about an order."""

from __future__ import annotations

from datetime import date

from rightday.joborders import planning
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Point, Stage

DAY = date(2026, 11, 24)


def test_the_call_asks_for_what_is_missing_and_then_for_a_commitment():
    order = JobOrder(title="Tester", stage=Stage.SUBMITTED)
    values = planning.next_for(order, missing=(Point.GOAL, Point.MONEY), due=DAY, today=DAY)
    assert values["why"] == "Submitted. 9 of 11 points are known."
    assert values["objective"] == "Answers to what is missing: project, goal, rate or salary"
    values = planning.next_for(order, missing=(), due=DAY, today=DAY)
    assert values["why"] == "Submitted. All eleven points are known."
    assert values["objective"] == "Their next commitment, with a day"
