"""What a person is to candidates: one themselves, or somebody who speaks for one. Two statements."""

from __future__ import annotations

from dataclasses import dataclass

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


def of_person(person_id: int) -> OfTalent:
    own = Candidate.objects.filter(person=person_id).values_list("pk", "headline", "resting_since").first()
    spoken = Reference.objects.filter(referee=person_id).order_by("id")
    speaks_for = tuple(spoken.values_list("candidate_id", "candidate__person__name")[:MANY])
    pk, headline, resting = own or (None, "", None)
    return OfTalent(pk, headline, resting is not None, speaks_for)
