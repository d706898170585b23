"""The pairs of people that an import put on the list of duplicates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from rightday.intake.models import Import, ImportRow
from rightday.people.duplicates import shown
from rightday.people.models import DuplicateSuggestion


def pairs_of(batch: Import) -> Any:
    """What was suggested while it ran, of the people its rows made; decided or not."""
    rows = ImportRow.objects.filter(batch=batch, became=ImportRow.Became.DECIDE, person__isnull=False)
    made = rows.values("person_id")
    pairs = DuplicateSuggestion.objects.filter(Q(person__in=made) | Q(other__in=made))
    pairs = pairs.filter(at__gte=batch.started_at or batch.at)
    return pairs.filter(at__lte=batch.finished_at) if batch.finished_at else pairs


def waiting_of(batch: Import, today: date) -> int:
    """How many of them wait to be decided; of more than 1,000 it says so. One statement, none where there are none."""
    if not (batch.counts or {}).get(ImportRow.Became.DECIDE):
        return 0
    return int(shown.waiting("persons", today, pairs_of(batch)).order_by()[: shown.MANY].count())
