"""One parameter for many values finds what `__in` finds."""

from __future__ import annotations

import pytest
from django.db.models import F

from rightday.db.among import Among
from rightday.people.models import Company, Person


@pytest.mark.parametrize("values", [[], ["one"], {"one", "no such"}, ['quoted "twice"', "é, 'and' \\"]])
def test_the_rows_that_in_finds(inside, values):
    Company.objects.create(name="One", key="one")
    Company.objects.create(name="Odd", key="é, 'and' \\")
    assert set(Company.objects.filter(key__among=values)) == set(Company.objects.filter(key__in=list(values)))


def test_ids_and_links(inside):
    ids = [inside.person.pk, 10**12]
    assert list(Person.objects.filter(pk__among=ids)) == [inside.person]
    for name in ("company__among", "company_id__among"):
        assert list(Person.objects.filter(**{name: [inside.company.pk]})) == [inside.person]


def test_another_agencys_rows_stay_hidden(inside, theirs):
    assert not Person.objects.filter(pk__among=[theirs.person.pk]).exists()


def test_a_database_it_was_not_written_for_is_named(inside):
    class Other:
        vendor = "other"

    with pytest.raises(NotImplementedError, match="other"):
        Among(F("pk"), [1]).as_sql(None, Other())
