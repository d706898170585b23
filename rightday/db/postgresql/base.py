"""Django's PostgreSQL, with keys that carry the agency and row-level security."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base, features, operations, schema

from rightday.db.composite_keys import CompositeKeysPostgreSQL, behind_wall
from rightday.db.row_security import RowSecurity


class DatabaseFeatures(features.DatabaseFeatures):
    def allows_group_by_selected_pks_on_model(self, model: Any) -> bool:
        # The database's key is (agency_id, id): id alone determines nothing.
        return not behind_wall(model) and super().allows_group_by_selected_pks_on_model(model)


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "rightday.db.compiler"


class DatabaseSchemaEditor(RowSecurity, CompositeKeysPostgreSQL, schema.DatabaseSchemaEditor):
    pass


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = DatabaseSchemaEditor
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
