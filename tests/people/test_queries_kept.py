"""Fields of their own stand on the page of their record, and no search finds them."""

from __future__ import annotations

from rightday.people import search
from rightday.people.models_files import ExternalId, Kept
from rightday.people.queries_kept import kept_of
from tests.conftest import Cast


def test_fields_are_shown_on_their_person_and_company(inside: Cast):
    Kept.objects.create(person=inside.martin, name="Shoe size", value="42")
    Kept.objects.create(company=inside.halden, name="Sector", value="Insurance")
    ExternalId.objects.create(system="bullhorn", kind="ClientContact", value="c-1", person=inside.martin)
    ExternalId.objects.create(system="file", kind="0f", value="7", person=inside.martin)
    found = kept_of(person=inside.martin.pk)
    assert (found.fields, found.ids) == ((("Shoe size", "42"),), (("Bullhorn", "c-1"), ("", "7")))
    assert kept_of(company=inside.halden.pk).fields == (("Sector", "Insurance"),)

    person = inside.ours.client(inside.sam) if hasattr(inside, "ours") else None
    assert person is None or b"Shoe size" in person.get(f"/people/{inside.martin.pk}/").content
    assert search.find_persons("Insurance 42", 5) == []


def test_somebody_without_any_has_no_block(inside: Cast):
    assert not kept_of(person=inside.martin.pk)
