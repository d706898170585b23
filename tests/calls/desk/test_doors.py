"""A kind with a page of its own leads there."""

from __future__ import annotations

from rightday.agenda.rules import Kind, Of
from rightday.calls.desk.doors import DOORS, door_of
from tests import desk


def test_only_kinds_that_are_registered_have_one(inside, monkeypatch):
    step = desk.step(inside.jo, inside.martin, Of.ORDER, Kind.SUPPORT)
    assert door_of(step, None) is None
    monkeypatch.setitem(DOORS, Kind.SUPPORT, lambda step, record: f"/there/{step.pk}/")
    assert door_of(step, None) == f"/there/{step.pk}/"


def test_feedback_has_its_plan_where_somebody_met(inside):
    submittal = desk.submittal(desk.order(inside.sam, inside.martin), desk.candidate(inside.sam))
    step = desk.step(inside.sam, inside.martin, Of.SUBMITTAL, Kind.FEEDBACK)
    assert door_of(step, submittal) is None
    assert door_of(step, submittal.order) is None
    interview = desk.interview(submittal)
    desk.interview(submittal, round=2, held="cancelled")
    assert door_of(step, submittal) == f"/interviews/{interview.pk}/feedback/"
