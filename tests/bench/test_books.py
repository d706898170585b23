from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from rightday.bench import books
from rightday.bench.fill import Book


def test_the_small_book_has_as_many_leads_a_member():
    assert books.small(Book()) == Book(leads=10_000, agencies=1, first=10_000, members=7)
    assert books.small(Book(first=100, members=200), leads=10).members == 10


def test_an_installation_beside_ours(settings, tmp_path: Path):
    settings.DATA = tmp_path
    given = {"RIGHTDAY_DATABASE": "postgresql://app@/rightday?host=/x", "RIGHTDAY_DATABASE_OWNER": "", "A": "b"}
    assert books.beside("small", given) == {
        "A": "b",
        "RIGHTDAY_DATA": str(tmp_path / "small"),
        "RIGHTDAY_DATABASE": "postgresql://app@/rightday_small?host=/x",
        "RIGHTDAY_DATABASE_OWNER": "",
    }


def test_a_command_that_fails_is_told(tmp_path: Path):
    with pytest.raises(RuntimeError, match="bench measure failed"):
        books.run(["measure"], {**os.environ, "RIGHTDAY_DATA": str(tmp_path), "RIGHTDAY_DATABASE": ""})


@pytest.mark.skipif(connection.vendor != "sqlite", reason="on PostgreSQL `make bench` makes a database of its own")
def test_a_book_is_made_once_and_copied(settings, tmp_path: Path, transactional_db):
    settings.DATA = tmp_path
    book = Book(leads=20, agencies=1, first=20, members=1)
    environment = books.make("small", book)
    made = Path(environment["RIGHTDAY_DATA"]) / "rightday.sqlite3"
    stamp = made.stat().st_mtime_ns
    books.make("small", book)
    assert made.stat().st_mtime_ns == stamp
    with sqlite3.connect(made) as database:
        assert database.execute("SELECT count(*) FROM rightday_lead").fetchone() == (20,)
    database.close()
    with books.copy("import") as copied:
        dump = Path(copied["RIGHTDAY_DATA"]) / "rightday.sqlite3"
        assert dump.exists()
    assert not dump.exists()
