"""What a person is to candidates: one themselves, or somebody who speaks for one. Two statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import IntegerField

from rightday.db.prepared import Prepared, Slot
from rightday.talent.models import Candidate
from rightday.talent.models_shown import Reference

MANY = 20


@dataclass(frozen=True, slots=True)
class OfTalent:
    """`candidate` is the id of their own candidacy, if any; `speaks_for` candidates by id and name."""

    candidate: int | None
    headline: str
    resting: bool
    speaks_for: tuple[tuple[int, str], ...]


_ID: Final[IntegerField[int, int]] = IntegerField()
# On every person's page: compiled once.
_OWN: Final = Prepared(
    lambda: Candidate.objects.filter(person_id=Slot("id", _ID)).values_list("id", "headline", "resting_since")[:1]
)
_SPEAKS_FOR: Final = Prepared(
    lambda: (
        Reference.objects.filter(referee_id=Slot("id", _ID))
        .order_by("id")
        .values_list("candidate_id", "candidate__person__name")[:MANY]
    )
)


def of_person(person_id: int) -> OfTalent:
    own = _OWN(id=person_id)
    pk, headline, resting = own[0] if own else (None, "", None)
    return OfTalent(pk, headline, resting is not None, tuple(_SPEAKS_FOR(id=person_id)))
