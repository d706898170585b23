"""A pair of records that was put off with a question: asked in the next call to either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import BigIntegerField, Q

from rightday.calls import rules
from rightday.db.prepared import Prepared, Slot
from rightday.people.models import DuplicateSuggestion

_ID: Final[BigIntegerField[int, int]] = BigIntegerField()
_ASKED: Final = Prepared(
    lambda: (
        DuplicateSuggestion.objects.filter(
            Q(person_id=Slot("id", _ID)) | Q(other_id=Slot("id", _ID)), ask=True, decided_at=None
        )
        .order_by("-likeness", "pk")
        .values_list(
            "id", "person_id", "person__name", "person__company__name", "other__name", "other__company__name"
        )[:1]
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SameAsk:
    """The pair, the record that may be theirs as well, and how one asks for it."""

    pair: int
    name: str
    at: str
    say: str


def asked_of(person_id: int) -> SameAsk | None:
    """The likeliest pair of a person that is to be asked about. One statement."""
    for pair, one_id, *named in _ASKED(id=person_id):
        one, other = (named[0], named[1] or ""), (named[2], named[3] or "")
        (_mine, here), (name, at) = (one, other) if one_id == person_id else (other, one)
        return SameAsk(pair, name, at, rules.say_same(name, at=at, here=here))
    return None
