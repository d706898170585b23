"""The base model's own promises; the attacks on the wall stand in tests/db."""

from __future__ import annotations

import pytest

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency
from rightday.people.models import Company
from rightday.team.models import Identity


def test_no_query_starts_at_an_agency_or_an_identity_and_walks_around_the_wall():
    for model in (Agency, Identity):
        behind = [link.related_model.__name__ for link in model._meta.related_objects if link.get_accessor_name()]
        assert [name for name in behind if name not in {"EmailAddress", "LogEntry"}] == []


def test_a_row_never_changes_its_agency(ours, theirs):
    with enter(ours.agency), pytest.raises(OutsideAgency):
        Company.objects.update(agency=theirs.agency)


def test_a_row_of_another_agency_is_not_saved(ours, theirs):
    with enter(theirs.agency):
        company = Company.objects.get(pk=theirs.halden.pk)
    with enter(ours.agency), pytest.raises(OutsideAgency):
        company.save()
