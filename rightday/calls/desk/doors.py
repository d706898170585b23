"""Kinds of call that have a page of their own: `/today/<step>/` leads there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import Held


def feedback(step: NextStep, record: Any) -> str | None:
    """The plan of the call after the submittal's last round that was held; None for a call about anything else."""
    if not isinstance(record, Submittal):
        return None
    last = record.interviews.exclude(held__in=(Held.CANCELLED.value, Held.NO_SHOW.value)).order_by("-round").first()
    return f"/interviews/{last.pk}/feedback/" if last else None


DOORS: Final[dict[Kind, Callable[[NextStep, Any], str | None]]] = {Kind.FEEDBACK: feedback}
"""From a step and the record that holds it to the address of its page; None where the plain plan serves better."""


def door_of(step: NextStep, record: Any) -> str | None:
    door = DOORS.get(Kind(step.kind))
    return door(step, record) if door else None
