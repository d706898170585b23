"""The tables of search on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from rightday.db.row_security import enter
from rightday.people import search_postgresql
from tests.conftest import Cast


def test_each_table_is_born_behind_the_wall():
    sql = search_postgresql.create("trial")
    assert len([line for line in sql if "ROW LEVEL SECURITY" in line]) == 2
    assert len([line for line in sql if "CREATE POLICY agency" in line]) == 2
    assert all("trial" in line for line in [*sql, *search_postgresql.drop("trial")])


@pytest.fixture
def entered(ours: Cast) -> Iterator[Cast]:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    with enter(ours.agency):
        yield ours


def test_only_what_changed_is_written(entered: Cast):
    agency = entered.agency.pk
    search_postgresql.put(connection, "said", agency, [(1, ["beta", "alpha"], ["+442079"])])
    search_postgresql.put(connection, "said", agency, [(1, ["gamma", "alpha"], [])])
    assert search_postgresql.tokens_of(connection, "said", agency, 1) == ["gamma", "alpha"]
    assert search_postgresql.find(connection, "said", agency, "bet", 5) == []
    assert search_postgresql.find(connection, "said", agency, "gam", 5) == [1]
    assert search_postgresql.tokens_of(connection, "said", agency, 2) == []


def test_new_rows_are_written_without_reading(entered: Cast):
    agency = entered.agency.pk
    search_postgresql.put(connection, "said", agency, [(1, ["beta"], ["+442079"]), (2, [], [])], new=True)
    assert search_postgresql.tokens_of_many(connection, "said", agency, [1, 2]) == {
        1: ["beta", "442079", "42079", "2079", "079"], 2: [],
    }  # fmt: skip
    assert search_postgresql.find(connection, "said", agency, "2079", 5) == [1]
    search_postgresql.put(connection, "said", agency, [], new=True)


def test_two_common_words_that_seldom_meet(entered: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search_postgresql, "FEW", 2)
    agency = entered.agency.pk
    documents = [(n, ["mara", "bell"] if n == 9 else ["mara"] if n < 9 else ["bell"], []) for n in range(1, 20)]
    search_postgresql.put(connection, "said", agency, documents)
    assert search_postgresql.find(connection, "said", agency, "mar bel", 5) == [9]


def test_the_policy_hides_another_agencys_words(entered: Cast, theirs: Cast):
    with enter(entered.agency):
        search_postgresql.put(connection, "said", entered.agency.pk, [(1, ["alpha"], [])])
    with enter(theirs.agency):
        assert search_postgresql.find(connection, "said", entered.agency.pk, "alp", 5) == []
