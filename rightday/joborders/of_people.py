"""Where somebody is in play, and what they are to job orders: one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import IntegerField

from rightday.db.prepared import Prepared, Slot
from rightday.joborders import rules
from rightday.joborders.placements.models import Placement
from rightday.joborders.submittals.models import Submittal

MANY = 20


@dataclass(frozen=True, slots=True)
class InPlay:
    """An open submittal of a candidate: for what, at whom, how far."""

    order: int
    title: str
    company: str
    stage: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A placement of ours: now when it still runs."""

    title: str
    company: str
    now: bool


# On every person's page: compiled once.
_PLACED: Final = Prepared(
    lambda: (
        Placement.objects.filter(person_id=Slot("id", IntegerField()))
        .order_by("-starts_on", "-id")
        .values_list("title", "company__name", "next_step_id")[:MANY]
    )
)


def in_play(candidate_id: int) -> tuple[InPlay, ...]:
    rows = Submittal.objects.filter(candidate=candidate_id, next_step__isnull=False).order_by("-stage", "id")
    words = dict(rules.STAGE_CHOICES)
    found = rows.values_list("order_id", "order__title", "order__company__name", "stage")[:MANY]
    return tuple(InPlay(order, title, company, words[stage]) for order, title, company, stage in found)


def placed(person_id: int) -> tuple[Placed, ...]:
    """Their placements, the latest first."""
    return tuple(Placed(title, company, step is not None) for title, company, step in _PLACED(id=person_id))
