"""A column that is read, never looked up: the same rows, and on SQLite no index for it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import BigIntegerField, CharField

from rightday.db.unindexed import Unindexed
from rightday.people.models import Company


def test_the_same_rows(inside):
    other = Company.objects.create(name="Other", key="other")
    rows = Company.objects.alias(u_key=Unindexed("key", CharField()), u_id=Unindexed("id", BigIntegerField()))
    assert list(rows.filter(u_key="other")) == [other]
    assert list(rows.filter(u_id=other.pk)) == [other]
    assert list(rows.filter(u_id__among=[other.pk])) == [other]


def test_sqlite_takes_no_index_for_it(inside):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by its statistics")
    rows = Company.objects.alias(u_key=Unindexed("key", CharField()))
    assert "company_by_key" in Company.objects.filter(key="other").explain()
    assert "company_by_key" not in rows.filter(u_key="other").explain()
