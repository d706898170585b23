"""What a person is to candidates."""

from __future__ import annotations

from django.utils import timezone

from rightday.talent import of_people
from rightday.talent.models_shown import Reference
from tests import desk
from tests.conftest import Cast


def test_a_person_is_a_candidate_speaks_for_one_or_neither(inside: Cast):
    assert of_people.of_person(inside.martin.pk) == of_people.OfTalent(None, "", False, ())
    who = desk.candidate(inside.sam, headline="Engineer")
    Reference.objects.create(candidate=who, referee=inside.martin, named_on=timezone.localdate())
    assert of_people.of_person(inside.martin.pk).speaks_for == ((who.pk, "Sanna Koskinen"),)
    assert of_people.of_person(who.person_id) == of_people.OfTalent(who.pk, "Engineer", False, ())
