"""What SQLite must be told now and then, and while an import writes; PostgreSQL minds all of it by itself."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final

from django.db import connections


def data_version(using: str = "default") -> int:
    """Another number once somebody else has written: between two equal ones, what was read still holds (SQLite).

    On PostgreSQL it never changes: a chunk is read and written in one transaction there.
    """
    if connections[using].vendor != "sqlite":
        return 0
    with connections[using].cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])


@contextmanager
def long_writing(using: str = "default") -> Iterator[None]:
    """For hundreds of large transactions: another thread brings SQLite's log into the book, and more pages are at hand.

    Half of an import's pages are written while it reckons, on the other core, instead of between two chunks.
    """
    connection = connections[using]
    if connection.vendor != "sqlite":
        yield
        return
    settings = {"wal_autocheckpoint": _LOG_PAGES, "cache_size": _CACHE_KIB}
    before = {name: _set(using, name, value) for name, value in settings.items()}
    done, path = threading.Event(), _file(using)
    thread = threading.Thread(target=_bring_in, args=(path, done), name="log")
    if path:
        thread.start()
    try:
        yield
    finally:
        done.set()
        if thread.ident is not None:
            thread.join()
        for name, value in before.items():
            _set(using, name, value)


_LOG_PAGES: Final = 65_536
"""So many pages (256 MB) may stand in the log; then who writes brings them in."""
_CACHE_KIB: Final = -131_072
"""Memory for pages: those that one chunk changes, so that none is written twice, and many that the next asks for."""
_EVERY: Final = 0.2
"""Seconds between two looks at the log."""


def _bring_in(path: str, done: threading.Event) -> None:
    """Copies what is in the log into the book until it is done. Holds nobody up, and is held up by nobody."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=NORMAL")
        while not done.wait(_EVERY):
            with suppress(sqlite3.OperationalError):  # somebody else is at it
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _file(using: str) -> str:
    """Where the book stands; '' for one in memory."""
    with connections[using].cursor() as cursor:
        cursor.execute("PRAGMA database_list")
        return str(cursor.fetchone()[2])


def _set(using: str, name: str, value: int) -> int:
    """Sets a number of the connection; returns what it was."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        before = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA {name}={value:d}")
    return before


def look_again(using: str = "default") -> None:
    """Lets SQLite see how many rows its tables have by now, where it has planned without knowing.

    Without it an index that names the agency alone looks as good as one that names the row: every
    look-up would walk over all rows of the agency. PostgreSQL does this by itself.
    """
    if connections[using].vendor == "sqlite":
        with connections[using].cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=400")
            cursor.execute("PRAGMA optimize")


def count_rows(using: str = "default") -> None:
    """Takes SQLite's statistics of every table anew from a part of its rows: a second on a book of a million leads."""
    if connections[using].vendor == "sqlite":
        with connections[using].cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=400")
            cursor.execute("ANALYZE")
