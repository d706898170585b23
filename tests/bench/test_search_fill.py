"""What the filled index finds stands in test_fill; here: that it holds nothing twice."""

from __future__ import annotations

from django.db import connection

from rightday.bench import search_fill
from rightday.people import search_postgresql, search_sqlite


def test_the_writer_is_that_of_the_database(filled):
    kind = search_fill.PostgreSQL if connection.vendor == "postgresql" else search_fill.SQLite
    index = search_postgresql if connection.vendor == "postgresql" else search_sqlite
    for name in search_fill.KINDS:
        tokens = index.tokens_of(connection, name, 1, 1)
        assert len(tokens) == len(set(tokens))
    assert issubclass(kind, object)


def test_a_row_stands_once_in_each_index(filled):
    with connection.cursor() as cursor:
        for name, count in (("person", filled["Person"]), ("company", filled["Company"]), ("said", filled["Lead"])):
            table = f"search_{name}_words" if connection.vendor == "postgresql" else f"search_{name}"
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (count,)
