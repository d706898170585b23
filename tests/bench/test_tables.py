from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.db import connection

from rightday.agencies.models import Agency
from rightday.bench.tables import Table, _plain, fast_writing, without_indexes
from rightday.db.row_security import enter
from rightday.db.scope import wall_open
from rightday.people.models import Company
from tests.bench.conftest import as_owner


def test_ids_run_on_and_the_rest_comes_from_the_model(transactional_db):
    agency = Agency.objects.create(name="Brightwater")
    with as_owner(), wall_open(), fast_writing():
        table = Table(Company, "name", "key")
        assert [table.add(agency.pk, name, name.casefold()) for name in ("Halden", "Corvid")] == [1, 2]
        table.flush()
        table.flush()
    assert table.written == 2
    with enter(agency):
        first = Company.objects.order_by("pk")[0]
        assert (first.name, first.city, first.also_written, first.works_with_agencies) == ("Halden", "", [], None)
        assert first.added_at.tzinfo is not None


def test_indexes_are_gone_inside_and_back_afterwards(transactional_db):
    def there() -> set[str]:
        with connection.cursor() as cursor:
            return set(connection.introspection.get_constraints(cursor, Company._meta.db_table))

    names = {index.name for index in Company._meta.indexes}
    with as_owner():
        with without_indexes([Company]):
            assert names & there() == set()
        assert names <= there()


def test_values_are_written_as_django_writes_them():
    assert _plain(datetime(2026, 11, 24, 9, 30, tzinfo=UTC)) == "2026-11-24 09:30:00"
    assert _plain(date(2026, 11, 24)) == "2026-11-24"
    assert _plain(time(9, 30)) == "09:30:00"
    assert [_plain(value) for value in (None, True, 3, 0.5, "x")] == [None, True, 3, 0.5, "x"]
