"""Deletes and updates that are built from bare ids carry the agency, once."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models.sql import DeleteQuery, UpdateQuery

from rightday.db.row_security import enter
from rightday.people.models import Company


def sql_of(query: object) -> str:
    return query.get_compiler("default").as_sql()[0]


def test_a_delete_by_ids_carries_the_agency(ours, theirs):
    query = DeleteQuery(Company)
    query.add_filter("pk__in", [ours.company.pk, theirs.company.pk])
    with enter(ours.agency):
        assert sql_of(query).count("agency_id") == 1


def test_an_update_by_ids_carries_the_agency(ours, theirs):
    query = UpdateQuery(Company)
    query.add_update_values({"city": "London"})
    query.add_filter("pk__in", [ours.company.pk, theirs.company.pk])
    with enter(ours.agency):
        assert sql_of(query).count("agency_id") == 1
        with connection.cursor() as cursor:
            cursor.execute(*query.get_compiler("default").as_sql())
            assert cursor.rowcount == 1


def test_a_wall_that_is_there_is_not_built_twice(ours):
    with enter(ours.agency):
        assert str(Company.objects.filter(pk=1).query).count('"agency_id" = ') == 1
        query = Company.objects.filter(city="London").query.chain(DeleteQuery)
        assert sql_of(query).count("agency_id") == 1


def test_a_table_outside_the_wall_has_none(db: None):
    query = DeleteQuery(Session)
    query.add_filter("pk", "x")
    assert "agency_id" not in sql_of(query)
