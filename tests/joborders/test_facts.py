"""What is known of an order."""

from __future__ import annotations

from datetime import date

from rightday.joborders import actions, facts
from rightday.joborders.rules import POINT_QUESTIONS, STAGE_ASKS, Point, Stage
from tests import desk


def test_each_point_has_a_question_and_each_stage_something_to_ask_for():
    assert set(POINT_QUESTIONS) == set(Point)
    assert set(STAGE_ASKS) == set(Stage)


def test_the_latest_of_each_point_stands(inside):
    order = desk.order(inside.sam, inside.martin)
    for words in ("first", "second"):
        actions.know(order, point=Point.GOAL, words=words, true_on=date(2026, 11, 24), by=inside.sam)
    assert facts.latest(order)[Point.GOAL].words == "second"
    assert facts.missing(order) == tuple(point for point in Point if point not in (Point.GOAL, Point.MONEY))
