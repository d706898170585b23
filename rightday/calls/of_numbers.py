"""Which call reached somebody by a number: shown beside it."""

from __future__ import annotations

from django.db.models import IntegerField

from rightday.agencies import clock
from rightday.calls.models import Call
from rightday.calls.rules import REACHED
from rightday.db.prepared import Prepared, Slot
from rightday.team import queries as team
from rightday.team.models import Member

_LAST = 50
_OF_PERSON = Prepared(
    lambda: (
        Call.objects.filter(
            person_id=Slot("id", IntegerField()),
            result__in=sorted(result.value for result in REACHED),
            undone_at=None,
            number__isnull=False,
        )
        .order_by("-id")
        .values_list("number_id", "at", "member__name")[:_LAST]
    )
)


def reached_by(person_id: int, *, reader: Member) -> dict[int, str]:
    """Number → "15:10, by Priya": the last call by it that reached this person. One statement."""
    found: dict[int, str] = {}
    zone = team.zone_of(reader)
    for number_id, at, name in _OF_PERSON(id=person_id):
        who = "you" if name == reader.name else name.split(" ")[0]
        found.setdefault(number_id, f"{clock.local(at, zone):%H:%M}, by {who}")
    return found
