"""The pairs of the sample agency."""

from __future__ import annotations

from rightday.commands import demo_duplicates
from rightday.people.duplicates.models import CompanySuggestion
from rightday.people.models import DuplicateSuggestion, Person


def test_two_people_and_one_company_are_on_record_twice(inside):
    demo_duplicates.fill(inside.sam)
    pairs = DuplicateSuggestion.objects.order_by("-likeness").values_list("person__name", "likeness")
    assert pairs[0][0] == "William Coyle" and len(pairs) == 2
    assert pairs[0][1] == 1
    assert Person.objects.filter(name="G. Lindholm").exists()  # the third pair's other half is the sample's
    assert CompanySuggestion.objects.get().company.name.startswith("Redbrook")
