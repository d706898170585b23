"""Filling the search index of the big book, past the row-by-row writing of the actions.

The documents are those of `people.search`; a test searches the filled book through it.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

from rightday.people.search_terms import namespace, suffixes, windows, words

FLUSH = 20_000
KINDS = ("person", "company", "said")


class SQLite:
    """One body of tokens a row, as `search_sqlite.put` writes it."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[int, str]]] = {kind: [] for kind in KINDS}
        self.firms: dict[int, str] = {}

    def company(self, agency_id: int, row: int, name: str, city: str) -> None:
        self.firms[row] = name
        self._add("company", agency_id, row, words(f"{name} {city}"))

    def person(self, agency_id: int, row: int, text: str, name: str, company: int, number: str) -> None:
        self._add("person", agency_id, row, [*words(f"{name} {self.firms[company]} {text}"), *suffixes(number)])

    def said(self, agency_id: int, row: int, text: str) -> None:
        self._add("said", agency_id, row, words(text))

    def finish(self) -> None:
        for kind in KINDS:
            self._flush(kind)
            with connection.cursor() as cursor:
                cursor.execute(f"INSERT INTO search_{kind}(search_{kind}) VALUES ('optimize')")  # noqa: S608 - our kinds

    def _add(self, kind: str, agency_id: int, row: int, tokens: list[str]) -> None:
        prefix = namespace(agency_id)
        self.rows[kind].append((row, " ".join(prefix + token for token in dict.fromkeys(tokens))))
        if len(self.rows[kind]) >= FLUSH:
            self._flush(kind)

    def _flush(self, kind: str) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO search_{kind}(rowid, body) VALUES (%s, %s)", self.rows[kind])  # noqa: S608 - our kinds
        self.rows[kind] = []


class PostgreSQL:
    """Tokens and their lists, as `search_postgresql.put` writes them; keys are made at the end."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {}
        self.firms: dict[int, str] = {}
        with connection.cursor() as cursor:
            for kind in KINDS:
                for part in ("token", "words"):
                    cursor.execute(f"ALTER TABLE search_{kind}_{part} DROP CONSTRAINT search_{kind}_{part}_pkey")

    def company(self, agency_id: int, row: int, name: str, city: str) -> None:
        self.firms[row] = name
        self._add("company", agency_id, row, words(f"{name} {city}"))

    def person(self, agency_id: int, row: int, text: str, name: str, company: int, number: str) -> None:
        self._add("person", agency_id, row, [*words(f"{name} {self.firms[company]} {text}"), *windows(number)])

    def said(self, agency_id: int, row: int, text: str) -> None:
        self._add("said", agency_id, row, words(text))

    def finish(self) -> None:
        for table in list(self.rows):
            self._flush(table)
        with connection.cursor() as cursor:
            for kind in KINDS:
                cursor.execute(f"ALTER TABLE search_{kind}_token ADD PRIMARY KEY (agency_id, token, row_id)")
                cursor.execute(f"ALTER TABLE search_{kind}_words ADD PRIMARY KEY (agency_id, row_id)")

    def _add(self, kind: str, agency_id: int, row: int, tokens: list[str]) -> None:
        unique = list(dict.fromkeys(tokens))
        self._collect(f"search_{kind}_token", [(agency_id, token, row) for token in unique])
        self._collect(f"search_{kind}_words", [(agency_id, row, unique)])

    def _collect(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        kept = self.rows.setdefault(table, [])
        kept.extend(rows)
        if len(kept) >= FLUSH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in self.rows[table]:
                copy.write_row(row)
        self.rows[table] = []


def writer() -> SQLite | PostgreSQL:
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()
