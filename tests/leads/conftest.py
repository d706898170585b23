"""A database that several threads can use at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

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
