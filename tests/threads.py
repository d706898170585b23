"""Several people at once: threads of one process, each with its own connection."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection


@pytest.fixture
def at_once(transactional_db, tmp_path) -> Iterator[None]:
    """On SQLite a copy in a file: the tests' own database in memory locks whole tables between threads."""
    if connection.vendor == "postgresql":
        yield
        return
    connection.ensure_connection()
    path = tmp_path / "copy.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    connection.settings_dict["NAME"], connection.connection = str(path), None
    connection.connect()
    try:
        yield
    finally:
        connection.connection.close()
        connection.settings_dict["NAME"], connection.connection = name, memory


def together(n: int, work: Callable[[int], Any]) -> list[Any]:
    """`work(i)` in n threads at once; answers and errors in no order."""
    results: list[Any] = []
    gate = threading.Barrier(n)

    def run(i: int) -> None:
        try:
            gate.wait()
            results.append(work(i))
        except Exception as error:
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(n)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    return results
