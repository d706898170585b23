"""The tables of search on SQLite."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from rightday.people import search_sqlite


def test_tables_come_and_go(db: None):
    if connection.vendor != "sqlite":
        pytest.skip("FTS5 is SQLite's")
    with connection.cursor() as cursor:
        for sql in [*search_sqlite.create("trial"), *search_sqlite.drop("trial")]:
            cursor.execute(sql)


def test_words_keep_their_order_and_their_agency(db: None):
    if connection.vendor != "sqlite":
        pytest.skip("FTS5 is SQLite's")
    search_sqlite.put(connection, "said", 1, [(1, ["beta", "alpha"], []), (2, [], [])])
    assert search_sqlite.tokens_of(connection, "said", 1, 1) == ["beta", "alpha"]
    assert search_sqlite.tokens_of(connection, "said", 1, 2) == []
    assert search_sqlite.tokens_of(connection, "said", 2, 1) == []
    assert search_sqlite.tokens_of_many(connection, "said", 1, [1, 2, 3]) == {1: ["beta", "alpha"], 2: []}
    assert search_sqlite.tokens_of_many(connection, "said", 2, [1]) == {}


def test_new_rows_are_written_without_reading(db: None):
    if connection.vendor != "sqlite":
        pytest.skip("FTS5 is SQLite's")
    search_sqlite.put(connection, "person", 1, [(7, ["ada", "king"], ["+442079460142"]), (8, [], [])], new=True)
    assert search_sqlite.tokens_of(connection, "person", 1, 7)[:3] == ["ada", "king", "442079460142"]
    assert search_sqlite.find(connection, "person", 1, "460142", 5) == [7]
    with pytest.raises(IntegrityError), transaction.atomic():
        search_sqlite.put(connection, "person", 2, [(7, ["eve"], [])], new=True)
