"""Counting the statements that a page or an action runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# What opening a door costs on PostgreSQL alone: a transaction of its own, and the setting that row security reads.
_AROUND = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET LOCAL")


class Counted:
    """The real statements that ran, once the block is over."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __len__(self) -> int:
        return len(self.statements)


@contextmanager
def counted() -> Iterator[Counted]:
    """Collects what is asked of the database in the block, without what only opens and closes doors."""
    found = Counted()
    with CaptureQueriesContext(connection) as asked:
        yield found
    found.statements = [one["sql"] for one in asked.captured_queries if _is_real(one["sql"])]


def of_page(browser: Client, path: str) -> Counted:
    """The statements of a page that was shown once before, so that what is compiled once, is."""
    browser.get(path)
    with counted() as found:
        answer = browser.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return found


def _is_real(sql: str) -> bool:
    return not sql.upper().startswith(_AROUND) and "set_config(" not in sql
