"""Django's PostgreSQL, with keys that carry the agency and row-level security."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import DataError
from django.db.backends.postgresql import base, features, operations, schema

from rightday.db.composite_keys import CompositeKeysPostgreSQL, behind_wall
from rightday.db.postgresql.planned import Planned
from rightday.db.row_security import RowSecurity

_PLANS = 250  # kept by each connection: more than there are hot statements of an agency


class DatabaseFeatures(features.DatabaseFeatures):
    def allows_group_by_selected_pks_on_model(self, model: Any) -> bool:
        # The database's key is (agency_id, id): id alone determines nothing.
        return not behind_wall(model) and super().allows_group_by_selected_pks_on_model(model)


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "rightday.db.compiler"

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> Any:
        """Where values went beside the text, the text with them written in: it can be run again as it is shown."""
        if not isinstance(getattr(cursor, "cursor", cursor), Planned):
            return super().last_executed_query(cursor, sql, params)
        try:
            return self.compose_sql(sql, params)
        except DataError:
            return sql


class DatabaseSchemaEditor(RowSecurity, CompositeKeysPostgreSQL, schema.DatabaseSchemaEditor):
    pass


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = DatabaseSchemaEditor
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        if not settings.DATABASE_POOLED:  # a pooler that hands connections on would hand plans to somebody else
            connection.prepare_threshold, connection.prepared_max = 5, _PLANS
        return connection
