"""Search on PostgreSQL: a plain b-tree of tokens. Same interface as SQLite's.

Not a GIN index over tsvector: its operator is not leakproof, so row-level security turns it
into a scan of the whole table; and it must collect all rows of a short beginning before the
first. Text comparison is leakproof (LIKE is not: compare with >= and <, collation "C").
Digits are indexed as windows of at most six, which repeat; a longer run asks for two windows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rightday.people.search_terms import wanted, windows, words

CREATE = """
CREATE TABLE search_token (
    agency_id bigint NOT NULL, token text COLLATE "C" NOT NULL, person_id bigint NOT NULL,
    PRIMARY KEY (agency_id, token, person_id));
CREATE TABLE search_words (
    agency_id bigint NOT NULL, person_id bigint NOT NULL, tokens text[] NOT NULL,
    PRIMARY KEY (agency_id, person_id));
"""
DROP = "DROP TABLE search_token; DROP TABLE search_words"
FEW = 1000  # so many rows are checked one by one sooner than two long lists are intersected
LAST = "\U0010ffff"

Document = tuple[int, Iterable[str], Iterable[str]]  # person id, texts, numbers


def put(connection: Any, agency_id: int, documents: Iterable[Document]) -> None:
    """Indexes persons anew: only the tokens that changed are written."""
    fresh = {
        pk: {word for text in texts for word in words(text)}
        | {w for number in numbers for w in windows(number)}
        for pk, texts, numbers in documents
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id, tokens FROM search_words WHERE agency_id = %s AND person_id = ANY(%s)",
            [agency_id, list(fresh)],
        )
        stored = {pk: set(tokens) for pk, tokens in cursor.fetchall()}
        gone = [(agency_id, pk, old) for pk, tokens in stored.items() for old in tokens - fresh[pk]]
        new = [(agency_id, new, pk) for pk, tokens in fresh.items() for new in tokens - stored.get(pk, set())]
        if gone:
            cursor.executemany(
                "DELETE FROM search_token WHERE agency_id = %s AND person_id = %s AND token = %s", gone
            )
        if new:
            cursor.executemany(
                "INSERT INTO search_token (agency_id, token, person_id) VALUES (%s, %s, %s)", new
            )
        cursor.executemany(
            "INSERT INTO search_words VALUES (%s, %s, %s) ON CONFLICT (agency_id, person_id)"
            " DO UPDATE SET tokens = EXCLUDED.tokens",
            [(agency_id, pk, sorted(tokens)) for pk, tokens in fresh.items()],
        )


def remove(connection: Any, agency_id: int, ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        for sql in (
            "DELETE FROM search_token t USING search_words w WHERE w.agency_id = %s AND w.person_id = ANY(%s)"
            " AND t.agency_id = w.agency_id AND t.person_id = w.person_id AND t.token = ANY(w.tokens)",
            "DELETE FROM search_words WHERE agency_id = %s AND person_id = ANY(%s)",
        ):
            cursor.execute(sql, [agency_id, list(ids)])


def find(connection: Any, agency_id: int, text: str, limit: int = 20) -> list[int]:
    """Ids of persons that have every word typed (as a beginning), the closest word first."""
    terms = wanted(text)
    if not terms:
        return []
    span = "agency_id = %s AND token >= %s AND token < %s"
    spans = [(agency_id, term, term + LAST) for term in terms]
    with connection.cursor() as cursor:
        if len(spans) == 1:
            cursor.execute(
                f"SELECT person_id FROM search_token WHERE {span} ORDER BY token LIMIT %s",
                [*spans[0], limit * 4],
            )
            return list(dict.fromkeys(row[0] for row in cursor.fetchall()))[:limit]
        sizes = ", ".join(
            f"(SELECT count(*) FROM (SELECT 1 FROM search_token WHERE {span} LIMIT {FEW}) s)" for _ in spans
        )
        cursor.execute(f"SELECT {sizes}", [value for one in spans for value in one])
        size, first = min((size, index) for index, size in enumerate(cursor.fetchone()))
        others = [one for index, one in enumerate(spans) if index != first]
        has = 'EXISTS (SELECT 1 FROM unnest(w.tokens) x(y) WHERE y COLLATE "C" >= %s AND y COLLATE "C" < %s)'
        cursor.execute(
            f"SELECT DISTINCT w.person_id FROM (SELECT person_id FROM search_token WHERE {span} LIMIT {FEW}) t"
            " JOIN search_words w ON w.agency_id = %s AND w.person_id = t.person_id"
            f" WHERE {' AND '.join([has] * len(others))} LIMIT %s",
            [*spans[first], agency_id, *[v for one in others for v in one[1:]], limit],
        )
        found = [row[0] for row in cursor.fetchall()]
        if size == FEW and len(found) < limit:  # two common words that seldom meet
            lists = " INTERSECT ".join(f"SELECT person_id FROM search_token WHERE {span}" for _ in spans)
            cursor.execute(f"{lists} LIMIT %s", [*[v for one in spans for v in one], limit])
            found = [row[0] for row in cursor.fetchall()]
        return found
