"""Search on SQLite: one FTS5 table of tokens (3.40 is enough). Same interface as PostgreSQL's.

`detail=none` keeps no positions (no phrases are asked), `columnsize=0` no lengths (no bm25);
the prefix lengths are the namespace's five characters and one to four typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rightday.people.search_terms import asked, namespace, tokens

CREATE = """CREATE VIRTUAL TABLE search_person USING fts5(
    body, detail=none, columnsize=0, prefix='6 7 8', tokenize="unicode61 remove_diacritics 0")"""
DROP = "DROP TABLE search_person"
AGENCY = "substr(body, 1, 5)"

Document = tuple[int, Iterable[str], Iterable[str]]  # person id, texts, numbers


def put(connection: Any, agency_id: int, documents: Iterable[Document]) -> None:
    """Indexes persons anew; call it in the transaction of the action that changed them."""
    rows = [(pk, " ".join(tokens(agency_id, texts, numbers))) for pk, texts, numbers in documents]
    with connection.cursor() as cursor:
        # A rowid names a row of any agency: FTS5 has no key of two columns.
        for pk, _ in rows:
            cursor.execute(f"SELECT {AGENCY} FROM search_person WHERE rowid = %s", [pk])
            if (found := cursor.fetchone()) and found[0] != namespace(agency_id):
                raise PermissionError(f"person {pk} belongs to another agency")
        # INSERT OR REPLACE deletes the old tokens by the stored body.
        cursor.executemany("INSERT OR REPLACE INTO search_person(rowid, body) VALUES (%s, %s)", rows)


def remove(connection: Any, agency_id: int, ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            f"DELETE FROM search_person WHERE rowid = %s AND {AGENCY} = %s",
            [(pk, namespace(agency_id)) for pk in ids],
        )


def find(connection: Any, agency_id: int, text: str, limit: int = 20) -> list[int]:
    """Ids of persons that have every word typed (as a beginning), newest first."""
    wanted = asked(agency_id, text)
    if not wanted:
        return []
    match = " AND ".join(f'"{token}"*' for token in wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM search_person WHERE search_person MATCH %s ORDER BY rowid DESC LIMIT %s",
            [match, limit],
        )
        return [row[0] for row in cursor.fetchall()]
