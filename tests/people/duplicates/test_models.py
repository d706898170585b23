"""What the database refuses of pairs and merges."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from rightday.people import actions
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch, Merge
from tests.conftest import Cast


def merged(inside: Cast, **values) -> Merge:
    given = {"kind": "person", "person": inside.martin, "gone": 7, "gone_name": "M", "gone_key": "m"}
    return Merge.objects.create(**{**given, "at": timezone.now(), "by": inside.sam, **values})


def test_a_record_is_merged_away_once_until_it_is_taken_apart(inside: Cast):
    first = merged(inside)
    with pytest.raises(IntegrityError), transaction.atomic():
        merged(inside)
    Merge.objects.filter(pk=first.pk).update(undone_at=timezone.now())
    assert str(merged(inside)) == "person 7"


def test_a_merge_names_a_record_of_its_own_kind(inside: Cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        merged(inside, kind="company")


def test_a_pair_of_companies_is_kept_in_one_order_and_once(inside: Cast):
    other = actions.add_company("Halden Group", by=inside.sam)
    pair = CompanySuggestion.objects.create(company=inside.halden, other=other, likeness=0.9)
    assert str(pair) == f"{inside.halden.pk} ~ {other.pk}"
    with pytest.raises(IntegrityError), transaction.atomic():
        CompanySuggestion.objects.create(company=other, other=inside.halden, likeness=0.9)


def test_an_agency_has_one_search(inside: Cast):
    values = {"state": "running", "part": "numbers", "started_at": timezone.now(), "by": inside.sam}
    assert str(DuplicateSearch.objects.create(**values)) == "numbers "
    with pytest.raises(IntegrityError), transaction.atomic():
        DuplicateSearch.objects.create(**values)
