"""The tables of search, which no model describes: FTS5 on SQLite, b-trees of tokens on PostgreSQL."""

from django.db import migrations

from rightday.people import search_postgresql, search_sqlite

KINDS = ("person", "company", "said")


def _vendor(schema_editor):
    return search_postgresql if schema_editor.connection.vendor == "postgresql" else search_sqlite


def create(apps, schema_editor):
    for kind in KINDS:
        for sql in _vendor(schema_editor).create(kind):
            schema_editor.execute(sql, None)


def drop(apps, schema_editor):
    for kind in reversed(KINDS):
        for sql in _vendor(schema_editor).drop(kind):
            schema_editor.execute(sql, None)


class Migration(migrations.Migration):
    dependencies = [("rightday", "0001_rooms")]

    operations = [migrations.RunPython(create, drop)]
