"""What the filled index finds stands in test_fill; here: that it holds every row, and nothing twice."""

from __future__ import annotations

from django.db import connection

from rightday.agencies.models import Agency
from rightday.bench import search_fill
from rightday.people import search_postgresql, search_sqlite
from rightday.people.models import Company, Person
from tests.bench.conftest import as_owner


def test_the_writer_is_that_of_the_database(transactional_db):
    with as_owner():
        kind = search_fill.PostgreSQL if connection.vendor == "postgresql" else search_fill.SQLite
        writer = search_fill.writer()
        assert isinstance(writer, kind)
        writer.finish()


def test_no_token_stands_twice(filled):
    index = search_postgresql if connection.vendor == "postgresql" else search_sqlite
    agency = Agency.objects.order_by("pk")[0]
    with as_owner():
        for name in search_fill.KINDS:
            tokens = index.tokens_of(connection, name, agency.pk, 1)
            assert tokens
            assert len(tokens) == len(set(tokens))


def test_a_row_stands_once_in_each_index(filled):
    counts = {"person": filled["Person"], "company": filled["Company"], "said": filled["Lead"]}
    assert counts["person"] == filled[Person.__name__] > filled[Company.__name__]
    with as_owner(), connection.cursor() as cursor:
        for name, count in counts.items():
            table = f"search_{name}_words" if connection.vendor == "postgresql" else f"search_{name}"
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (count,)
