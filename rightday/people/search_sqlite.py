"""Search on SQLite: FTS5 tables of tokens (3.40 is enough). Same interface as PostgreSQL's.

`detail=none` keeps no positions (no phrases are asked), `columnsize=0` no lengths (no bm25);
the prefix lengths are the namespace's five characters and one to four typed.
"""

# The name of an index is one of ours, and all values are parameters.
# ruff: noqa: S608
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rightday.people.search_terms import Document, namespace, suffixes, wanted

CREATE = """CREATE VIRTUAL TABLE search_{kind} USING fts5(
    body, detail=none, columnsize=0, prefix='6 7 8',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")"""
DROP = "DROP TABLE search_{kind}"
AGENCY = "substr(body, 1, 5)"
LONGEST = 40
IN_ONE_STATEMENT = 500


def create(kind: str) -> list[str]:
    return [CREATE.format(kind=kind)]


def drop(kind: str) -> list[str]:
    return [DROP.format(kind=kind)]


def put(connection: Any, kind: str, agency_id: int, documents: Iterable[Document], *, new: bool = False) -> None:
    """Indexes rows anew; call it in the transaction of the action that changed them.

    `new`: rows that were never indexed, of which nothing needs to be read or taken out first. Raises
    PermissionError when an id is indexed for another agency, IntegrityError for a `new` one that is indexed.
    """
    prefix = namespace(agency_id)
    rows = [(pk, _body(prefix, words, numbers)) for pk, words, numbers in documents]
    with connection.cursor() as cursor:
        if new:
            cursor.executemany(f"INSERT INTO search_{kind}(rowid, body) VALUES (%s, %s)", rows)
            return
        stored = _stored(cursor, kind, [pk for pk, _ in rows])
        for pk, body in stored.items():
            # A rowid names a row of any agency: FTS5 has no key of two columns.
            if body[:5] != prefix:
                raise PermissionError(f"{kind} {pk} belongs to another agency")
        changed = [row for row in rows if stored.get(row[0]) != row[1]]
        # INSERT OR REPLACE deletes the old tokens by the stored body.
        cursor.executemany(f"INSERT OR REPLACE INTO search_{kind}(rowid, body) VALUES (%s, %s)", changed)


def _body(prefix: str, words: Iterable[str], numbers: Iterable[str]) -> str:
    """All tokens of a row, each once, behind the namespace of its agency."""
    tokens = dict.fromkeys(words)
    for number in numbers:
        tokens.update(dict.fromkeys(suffixes(number)))
    return prefix + f" {prefix}".join(tokens)


def remove(connection: Any, kind: str, agency_id: int, ids: Iterable[int]) -> None:
    """Takes rows of this agency out of the index."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"DELETE FROM search_{kind} WHERE rowid = %s AND {AGENCY} = %s",
            [(pk, namespace(agency_id)) for pk in ids],
        )


def tokens_of(connection: Any, kind: str, agency_id: int, pk: int) -> list[str]:
    """The tokens stored for a row, in the order in which they were put."""
    prefix = namespace(agency_id)
    with connection.cursor() as cursor:
        body = _stored(cursor, kind, [pk]).get(pk, "")
    return [token[5:] for token in body.split() if token.startswith(prefix) and len(token) > 5]


def tokens_of_many(connection: Any, kind: str, agency_id: int, ids: list[int]) -> dict[int, list[str]]:
    """`tokens_of` for many rows; those without tokens are left out."""
    prefix = namespace(agency_id)
    with connection.cursor() as cursor:
        stored = _stored(cursor, kind, ids)
    return {
        pk: [token[5:] for token in body.split() if len(token) > 5] for pk, body in stored.items() if body[:5] == prefix
    }


def find(connection: Any, kind: str, agency_id: int, text: str, limit: int) -> list[int]:
    """Ids of rows that have every word typed (as a beginning), newest first."""
    terms = wanted(text, size=LONGEST)
    if not terms:
        return []
    match = " AND ".join(f'"{namespace(agency_id)}{term}"*' for term in terms)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM search_{kind} WHERE search_{kind} MATCH %s ORDER BY rowid DESC LIMIT %s",
            [match, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def _stored(cursor: Any, kind: str, ids: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(ids), IN_ONE_STATEMENT):
        some = ids[start : start + IN_ONE_STATEMENT]
        marks = ", ".join(["%s"] * len(some))
        cursor.execute(f"SELECT rowid, body FROM search_{kind} WHERE rowid IN ({marks})", some)
        found |= dict(cursor.fetchall())
    return found
