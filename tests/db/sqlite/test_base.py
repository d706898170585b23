"""SQLite with our keys: foreign keys are on, and a table made anew keeps them."""

from __future__ import annotations

import pytest
from django.db import connection, models

from rightday.people.models import Person

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own backend")


def test_the_backend_is_ours(db: None):
    assert connection.settings_dict["ENGINE"] == "rightday.db.sqlite"
    assert connection.ops.compiler_module == "rightday.db.compiler"
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_table_made_anew_keeps_its_keys(transactional_db: None):
    def keys() -> set[tuple[str, ...]]:
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, "rightday_person").values()
        return {tuple(key["columns"]) for key in found if key["unique"]}

    before = keys()
    assert ("agency_id", "id") in before
    field = models.CharField(max_length=9, default="")
    field.set_attributes_from_name("nickname")
    with connection.schema_editor() as editor:
        editor._remake_table(Person, create_field=field)
    assert keys() == before
    field.model = Person
    with connection.schema_editor() as editor:
        editor.remove_field(Person, field)
    assert keys() == before
