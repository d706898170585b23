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
