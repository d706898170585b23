"""What SQLite must be told now and then, and while an import writes; PostgreSQL minds all of it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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
    """For hundreds of large transactions: SQLite brings its log into the book every 64 MB instead of every 4.

    A page that many of them change is then written once; about a quarter of an import's time was spent on it.
    """
    if connections[using].vendor != "sqlite":
        yield
        return
    _log_pages(using, 16_384)
    try:
        yield
    finally:
        _log_pages(using, 1_000)


def _log_pages(using: str, pages: int) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(f"PRAGMA wal_autocheckpoint={pages:d}")


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
