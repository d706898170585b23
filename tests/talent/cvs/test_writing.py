"""What a confirmed proposal becomes."""

from __future__ import annotations

from collections.abc import Callable

from rightday.people.models import Person
from rightday.talent.cvs.stored import proposals
from rightday.talent.cvs.writing import write
from rightday.talent.models_files import CV
from rightday.talent.models_shown import SkillEvidence
from tests.conftest import Cast


def test_a_skill_is_evidence_from_the_cv(bring: Callable[..., CV], inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    kafka = next(one for one in proposals(cv) if one.values.get("text") == "Kafka")
    row = write(kafka, cv=cv, person=tomas, of=None, by=inside.sam)
    made = SkillEvidence.objects.get(pk=row)
    assert (made.source, made.shows, made.words, made.cv) == ("cv", "partly", "CV: Norwood Dental", cv)
