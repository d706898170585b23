"""Row-level security: PostgreSQL's own wall, under ours.

Two roles. The *owner* runs migrations and backups and is not subject to policies: FORCE
would make its pg_dump fail, its data migrations find no rows (silently), and SET NOT NULL
with a default stop half-way. The *app* role serves pages and tasks, owns nothing, and has
neither SUPERUSER nor BYPASSRLS; `problems()` refuses any other. Each table behind the wall gets one
policy that compares agency_id with the setting `rightday.agency`; no setting, no rows.
The setting is made with SET LOCAL semantics, inside the transaction, so that pgbouncer in
transaction mode cannot hand it to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connections, transaction

from rightday.db.composite_keys import behind_wall
from rightday.db.scope import entered_agency_id, scope, wall_open

# current_setting(..., true) is NULL when never set, but '' once a SET LOCAL has ended.
AGENCY = "NULLIF(current_setting('rightday.agency', true), '')::bigint"


def policy_sql(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY agency ON {table} USING (agency_id = {AGENCY}) WITH CHECK (agency_id = {AGENCY})",
    ]


def membership_sql(table: str, column: str) -> str:
    """The second policy of a table with a `seen_by_identity` link: one's own rows, to read only."""
    return (
        f"CREATE POLICY mine ON {table} FOR SELECT"
        f" USING ({column} = NULLIF(current_setting('rightday.identity', true), '')::bigint)"
    )


def grants_sql(owner: str, app: str) -> list[str]:
    """Once per database, by the owner, before the first migration."""
    give = f"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT"
    return [
        f"GRANT USAGE ON SCHEMA public TO {app}",
        f"{give} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
        f"{give} USAGE ON SEQUENCES TO {app}",
    ]


class RowSecurity:
    """Schema editor mixin: each new table behind the wall is born with its policy."""

    def create_model(self, model: Any) -> None:
        super().create_model(model)  # type: ignore[misc]
        if behind_wall(model) and model._meta.managed:
            for sql in policy_sql(self.quote_name(model._meta.db_table)):  # type: ignore[attr-defined]
                self.execute(sql, None)  # type: ignore[attr-defined]
            for field in model._meta.local_fields:
                if getattr(field, "seen_by_identity", False):
                    table = self.quote_name(model._meta.db_table)  # type: ignore[attr-defined]
                    self.execute(membership_sql(table, field.column), None)  # type: ignore[attr-defined]


@contextmanager
def enter(agency: Any, using: str = "default") -> Iterator[None]:
    """The only way into an agency: the scope in Python, the setting in PostgreSQL.

    On PostgreSQL it is a transaction. Entering another agency inside (a task that visits
    each) is allowed; the outer one is restored on the way out.
    """
    connection = connections[using]
    agency_id = getattr(agency, "pk", agency)
    if connection.vendor != "postgresql":
        with scope(agency_id):
            yield
        return
    before = entered_agency_id()
    outer = connection.in_atomic_block
    with transaction.atomic(using=using):
        _set(connection, agency_id)
        with scope(agency_id):
            yield
        if outer and not connection.needs_rollback:  # a savepoint released keeps SET LOCAL
            _set(connection, before)


@contextmanager
def as_identity(identity_id: int, using: str = "default") -> Iterator[None]:
    """Before an agency is entered: a person sees their own memberships, in all agencies, and nothing else.

    The rows are those whose table has a link marked `seen_by_identity`; the caller filters
    by the identity itself, for SQLite has no second wall.
    """
    connection = connections[using]
    with wall_open():
        if connection.vendor != "postgresql":
            yield
            return
        with transaction.atomic(using=using):
            _set(connection, identity_id, "identity")
            yield
            _set(connection, None, "identity")


def _set(connection: Any, value: int | None, name: str = "agency") -> None:
    text = "" if value is None else str(int(value))
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [f"rightday.{name}", text])


def problems(connection: Any) -> list[str]:
    """Tables without their policy, and a role that would walk through it."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            found.append("the role of the app may bypass row-level security")
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_has_role(c.relowner, 'USAGE'),"
            " EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'agency')"
            " FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace"
        )
        state = {row[0]: row[1:] for row in cursor.fetchall()}
    for model in (m for m in apps.get_models() if behind_wall(m) and m._meta.managed):
        enabled, forced, owned, policy = state.get(model._meta.db_table, (False,) * 4)
        if not (enabled and policy and (forced or not owned)):
            found.append(f"{model._meta.db_table}: row-level security is not in force")
    return found
