"""Search on PostgreSQL: plain b-trees of tokens. Same interface as SQLite's.

Not a GIN index over tsvector: its operator is not leakproof, so row-level security turns it
into a scan of the whole table; and it must collect all rows of a short beginning before the
first. Text comparison is leakproof (LIKE is not: compare with >= and <, collation "C").
Digits are indexed as windows of at most six, which repeat; a longer run asks for two windows.
"""

# The name of an index is one of ours, and all values are parameters.
# ruff: noqa: S608
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rightday.db.row_security import policy_sql
from rightday.people.search_terms import Document, wanted, windows

CREATE = (
    'CREATE TABLE search_{kind}_token (agency_id bigint NOT NULL, token text COLLATE "C" NOT NULL,'
    " row_id bigint NOT NULL, PRIMARY KEY (agency_id, token, row_id))",
    "CREATE TABLE search_{kind}_words (agency_id bigint NOT NULL, row_id bigint NOT NULL,"
    " tokens text[] NOT NULL, PRIMARY KEY (agency_id, row_id))",
)
FEW = 1000  # so many rows are checked one by one sooner than two long lists are intersected
LAST = "\U0010ffff"
SPAN = "agency_id = %s AND token >= %s AND token < %s"


def create(kind: str) -> list[str]:
    """Both tables, each behind PostgreSQL's own wall."""
    tables = [sql.format(kind=kind) for sql in CREATE]
    return tables + policy_sql(f"search_{kind}_token") + policy_sql(f"search_{kind}_words")


def drop(kind: str) -> list[str]:
    return [f"DROP TABLE search_{kind}_token", f"DROP TABLE search_{kind}_words"]


def put(connection: Any, kind: str, agency_id: int, documents: Iterable[Document], *, new: bool = False) -> None:
    """Indexes rows anew: only the tokens that changed are written. `new`: rows that were never indexed."""
    fresh = {
        pk: dict.fromkeys(words) | dict.fromkeys(w for number in numbers for w in windows(number))
        for pk, words, numbers in documents
    }
    with connection.cursor() as cursor:
        stored = {} if new else _stored(cursor, kind, agency_id, list(fresh))
        gone = [(pk, old) for pk, tokens in stored.items() for old in tokens - fresh[pk].keys()]
        added = [(one, pk) for pk in fresh for one in fresh[pk].keys() - stored.get(pk, set())]
        if gone:
            cursor.execute(
                f"DELETE FROM search_{kind}_token t USING unnest(%s::bigint[], %s::text[]) g(pk, word)"
                " WHERE t.agency_id = %s AND t.row_id = g.pk AND t.token = g.word",
                [*map(list, zip(*gone, strict=True)), agency_id],
            )
        if added:
            cursor.execute(
                f"INSERT INTO search_{kind}_token (agency_id, token, row_id)"
                " SELECT %s, * FROM unnest(%s::text[], %s::bigint[])",
                [agency_id, *map(list, zip(*added, strict=True))],
            )
        # An array of arrays must be a rectangle: the tokens travel as texts.
        cursor.execute(
            f"INSERT INTO search_{kind}_words SELECT %s, pk, string_to_array(body, ' ')"
            " FROM unnest(%s::bigint[], %s::text[]) f(pk, body)"
            " ON CONFLICT (agency_id, row_id) DO UPDATE SET tokens = EXCLUDED.tokens",
            [agency_id, list(fresh), [" ".join(tokens) for tokens in fresh.values()]],
        )


def _stored(cursor: Any, kind: str, agency_id: int, ids: list[int]) -> dict[int, set[str]]:
    cursor.execute(
        f"SELECT row_id, tokens FROM search_{kind}_words WHERE agency_id = %s AND row_id = ANY(%s)", [agency_id, ids]
    )
    return {pk: set(tokens) for pk, tokens in cursor.fetchall()}


def remove(connection: Any, kind: str, agency_id: int, ids: Iterable[int]) -> None:
    """Takes rows of this agency out of the index."""
    with connection.cursor() as cursor:
        for sql in (
            f"DELETE FROM search_{kind}_token t USING search_{kind}_words w WHERE w.agency_id = %s"
            " AND w.row_id = ANY(%s) AND t.agency_id = w.agency_id AND t.row_id = w.row_id"
            " AND t.token = ANY(w.tokens)",
            f"DELETE FROM search_{kind}_words WHERE agency_id = %s AND row_id = ANY(%s)",
        ):
            cursor.execute(sql, [agency_id, list(ids)])


def tokens_of(connection: Any, kind: str, agency_id: int, pk: int) -> list[str]:
    """The tokens stored for a row, in the order in which they were put."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tokens FROM search_{kind}_words WHERE agency_id = %s AND row_id = %s", [agency_id, pk])
        row = cursor.fetchone()
    return list(row[0]) if row else []


def tokens_of_many(connection: Any, kind: str, agency_id: int, ids: list[int]) -> dict[int, list[str]]:
    """`tokens_of` for many rows; those without tokens are left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT row_id, tokens FROM search_{kind}_words WHERE agency_id = %s AND row_id = ANY(%s)",
            [agency_id, ids],
        )
        return {pk: list(tokens) for pk, tokens in cursor.fetchall()}


def find(connection: Any, kind: str, agency_id: int, text: str, limit: int) -> list[int]:
    """Ids of rows that have every word typed (as a beginning), the closest word first."""
    terms = wanted(text)
    if not terms:
        return []
    spans = [(agency_id, term, term + LAST) for term in terms]
    with connection.cursor() as cursor:
        if len(spans) == 1:
            cursor.execute(
                f"SELECT row_id FROM search_{kind}_token WHERE {SPAN} ORDER BY token LIMIT %s",
                [*spans[0], limit * 4],
            )
            return list(dict.fromkeys(row[0] for row in cursor.fetchall()))[:limit]
        return _find_all(cursor, kind, spans, limit)


def _find_all(cursor: Any, kind: str, spans: list[tuple[int, str, str]], limit: int) -> list[int]:
    """Starts from the rarest word, and checks the others in the words stored with each row."""
    token = f"search_{kind}_token"
    sizes = ", ".join(f"(SELECT count(*) FROM (SELECT 1 FROM {token} WHERE {SPAN} LIMIT {FEW}) s)" for _ in spans)
    cursor.execute(f"SELECT {sizes}", [value for one in spans for value in one])
    size, first = min((size, index) for index, size in enumerate(cursor.fetchone()))
    others = [one for index, one in enumerate(spans) if index != first]
    has = 'EXISTS (SELECT 1 FROM unnest(w.tokens) x(y) WHERE y COLLATE "C" >= %s AND y COLLATE "C" < %s)'
    cursor.execute(
        # OFFSET 0: one row of words for each of the few, never all of them merged with the few.
        f"SELECT DISTINCT t.row_id FROM (SELECT row_id FROM {token} WHERE {SPAN} LIMIT {FEW}) t,"
        f" LATERAL (SELECT tokens FROM search_{kind}_words WHERE agency_id = %s AND row_id = t.row_id OFFSET 0) w"
        f" WHERE {' AND '.join([has] * len(others))} LIMIT %s",
        [*spans[first], spans[first][0], *[value for one in others for value in one[1:]], limit],
    )
    found = [row[0] for row in cursor.fetchall()]
    if size == FEW and len(found) < limit:  # two common words that seldom meet
        lists = " INTERSECT ".join(f"SELECT row_id FROM {token} WHERE {SPAN}" for _ in spans)
        cursor.execute(f"{lists} LIMIT %s", [*[value for one in spans for value in one], limit])
        found = [row[0] for row in cursor.fetchall()]
    return found
