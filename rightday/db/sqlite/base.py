"""Django's SQLite, with keys that carry the agency."""

from __future__ import annotations

from django.db.backends.sqlite3 import base, operations, schema

from rightday.db.composite_keys import CompositeKeysSQLite


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "rightday.db.compiler"


class DatabaseSchemaEditor(CompositeKeysSQLite, schema.DatabaseSchemaEditor):
    pass


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = DatabaseSchemaEditor
    ops_class = DatabaseOperations
