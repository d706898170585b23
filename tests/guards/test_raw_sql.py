"""Raw SQL goes past the wall in Python: only the modules listed here may run any."""

from __future__ import annotations

import ast

from tests.guards import source

# Each with its reason.
ALLOWED = {
    "rightday/agencies/views.py": "asks the database whether it answers; reads no row",
    "rightday/bench/search_fill.py": "fills the search of the big book by the hundred thousand",
    "rightday/bench/tables.py": "fills the tables of the big book by the hundred thousand",
    "rightday/commands/doctor.py": "looks at the catalogue",
    "rightday/commands/restore.py": "puts a whole backup in place, before anybody has entered an agency",
    "rightday/db/bulk.py": "writes many rows of one model; fills in the agency of each and refuses another's",
    "rightday/db/composite_keys.py": "looks at the catalogue",
    "rightday/db/prepared.py": "runs what a walled queryset compiled, with the agency of that moment",
    "rightday/db/row_security.py": "sets the agency of PostgreSQL's own wall",
    "rightday/db/snapshot.py": "begins and ends a reading; reads no row",
    "rightday/db/upkeep.py": "tells SQLite how to plan and when to bring its log in; reads no row",
    "rightday/people/search_postgresql.py": "search tables; each statement carries the agency",
    "rightday/people/search_sqlite.py": "search tables; each token carries the agency",
}
CALLS = {"cursor", "executemany", "executescript", "raw", "extra", "copy"}
NAMES = {"RawSQL", "CursorWrapper"}


def test_raw_sql_is_in_listed_modules_alone():
    found = {source.name(path) for path in source.modules() if _raw(source.tree(path))}
    assert found - ALLOWED.keys() == set()


def test_the_guard_sees_raw_sql():
    for text in ("connection.cursor()", "Person.objects.raw('x')", "rows.extra(where=['1'])", "f(RawSQL('x', []))"):
        assert _raw(ast.parse(text))
    assert not _raw(ast.parse("cursor = 1; rows.filter(raw=True)"))


def test_the_list_names_files_that_exist():
    """A module that no longer runs raw SQL, or is gone, leaves the list."""
    assert [name for name in ALLOWED if not (source.ROOT / name).exists()] == []


def _raw(module: ast.Module) -> bool:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            if node.func.attr == "copy" and not ast.unparse(node.func.value).endswith("cursor"):
                continue
            return True
        if isinstance(node, ast.Name) and node.id in NAMES:
            return True
    return False
