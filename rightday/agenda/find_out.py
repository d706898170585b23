"""What is found out from others, because nobody may be called about it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from rightday.agenda import rules
from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.team.models import Member

MOST: Final = 50
"""So many are listed: more than anybody asks about in a day."""


class FindOutRow(NamedTuple):
    """Something to find out from others: this person wants no call about it."""

    id: int
    person_id: int
    person: str
    company_id: int | None
    company: str
    subject: str
    objective: str
    why: str
    due: date


_TO_FIND_OUT = Prepared(
    lambda: (
        NextStep.objects.filter(owner_id=Slot("owner"), place=rules.Place.OFF_SHEET.value, due__lte=Slot("on"))
        .order_by("due", "id")
        .values_list(
            "id", "person_id", "person__name", "company_id", "company__name", "subject", "objective", "why", "due"
        )[:MOST]
    )
)  # fmt: skip


def to_find_out(member: Member, on: date) -> tuple[FindOutRow, ...]:
    """What the member is to find out from others by a day, the longest due first: MOST of it, in one statement."""
    rows = _TO_FIND_OUT(owner=member.pk, on=on)
    return tuple(FindOutRow._make((*row[:4], row[4] or "", *row[5:])) for row in rows)
