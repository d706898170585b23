"""Kinds of call that have a page of their own: `/today/<step>/` leads there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind

DOORS: Final[dict[Kind, Callable[[NextStep, Any], str | None]]] = {}
"""From a step and the record that holds it to the address of its page; None where the plain plan serves better."""


def door_of(step: NextStep, record: Any) -> str | None:
    door = DOORS.get(Kind(step.kind))
    return door(step, record) if door else None
