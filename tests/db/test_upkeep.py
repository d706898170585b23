"""SQLite's statistics, its log, and whether somebody else has written."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
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


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL minds its log by itself")
def test_meanwhile_another_thread_brings_the_log_in(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "book.sqlite3"
    monkeypatch.setattr(upkeep, "_file", lambda using: str(path))
    monkeypatch.setattr(upkeep, "_EVERY", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("CREATE TABLE t (words TEXT)")

        def brought(rows: int) -> bool:
            """Whether they stand in the book itself, the log left aside."""
            copy = tmp_path / "copy.sqlite3"
            copy.write_bytes(path.read_bytes())
            with closing(sqlite3.connect(copy)) as found:
                try:
                    return found.execute("SELECT count(*) FROM t").fetchone()[0] == rows
                except sqlite3.DatabaseError:  # not even the table yet, or copied in the middle
                    return False

        writer.executemany("INSERT INTO t VALUES (?)", [("x" * 900,)] * 50)
        assert not brought(50)
        with upkeep.long_writing():
            until = time.monotonic() + 20
            while not brought(50) and time.monotonic() < until:
                time.sleep(0.02)
        assert brought(50)
    assert "log" not in {thread.name for thread in threading.enumerate()}
