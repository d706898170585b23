"""SQLite's statistics, its log, and whether somebody else has written."""

from __future__ import annotations

from django.db import connection

from rightday.db import bulk, upkeep
from rightday.people.models import Company


def test_sqlite_learns_how_many_rows_there_are(inside):
    bulk.insert([Company(name=f"Firm {n}", key=f"firm {n}") for n in range(200)])
    assert not Company.objects.filter(key__among=["nobody"]).exists()  # planned without knowing
    upkeep.look_again()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'rightday_company'")
            assert cursor.fetchone()[0] > 0


def test_the_rows_of_every_table_are_counted(inside):
    upkeep.count_rows()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(DISTINCT tbl) FROM sqlite_stat1 WHERE tbl IN ('rightday_person', 'rightday_member')"
            )
            assert cursor.fetchone()[0] == 2


def test_the_log_is_brought_in_as_before_afterwards(db: None):
    if connection.vendor != "sqlite":
        with upkeep.long_writing():
            assert upkeep.data_version() == 0
        return

    def pages() -> int:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_autocheckpoint")
            return cursor.fetchone()[0]

    before = pages()
    with upkeep.long_writing():
        assert pages() > before
    assert pages() == before
    assert upkeep.data_version() == upkeep.data_version()
