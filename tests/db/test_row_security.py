"""Attacks with raw SQL as the role of the app: PostgreSQL's own wall must hold."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from rightday.db import composite_keys, row_security
from rightday.db.row_security import enter

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own wall")


def run(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def test_raw_sql_cannot_see_or_write_another_agency(ours, theirs):
    with enter(ours.agency):
        assert run("SELECT id FROM rightday_lead") == [(ours.lead.pk,)]
        assert run("SELECT id FROM rightday_lead WHERE agency_id = %s", theirs.agency.pk) == []
        assert run("UPDATE rightday_lead SET title = 'x' WHERE id = %s", theirs.lead.pk) == 0
        assert run("DELETE FROM rightday_lead WHERE id = %s", theirs.lead.pk) == 0
        for sql, params in (
            ("INSERT INTO rightday_company (agency_id, name) VALUES (%s, 'x')", [theirs.agency.pk]),
            ("UPDATE rightday_company SET agency_id = %s", [theirs.agency.pk]),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                run(sql, *params)
        with pytest.raises(IntegrityError, match="foreign key"), transaction.atomic():
            run("UPDATE rightday_lead SET person_id = %s WHERE id = %s", theirs.person.pk, ours.lead.pk)
            run("SET CONSTRAINTS ALL IMMEDIATE")


def test_outside_an_agency_there_are_no_rows(ours):
    assert run("SELECT count(*) FROM rightday_lead") == [(0,)]
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        run("INSERT INTO rightday_company (agency_id, name) VALUES (%s, 'x')", ours.agency.pk)


@pytest.mark.django_db(transaction=True)
def test_the_setting_ends_with_the_transaction(transactional_db):
    from tests.db.conftest import Rows as Cast

    ours = Cast("ours")
    with enter(ours.agency):
        assert run("SELECT count(*) FROM rightday_lead") == [(1,)]
    assert run("SELECT current_setting('rightday.agency', true)") == [("",)]
    assert run("SELECT count(*) FROM rightday_lead") == [(0,)]


def test_the_role_of_the_app_cannot_open_the_wall(ours):
    for sql in (
        "ALTER TABLE rightday_lead DISABLE ROW LEVEL SECURITY",
        "DROP POLICY agency ON rightday_lead",
        "SET row_security = off; SELECT * FROM rightday_lead",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            run(sql)


def test_guards(db):
    assert composite_keys.problems(connection) == []
    assert row_security.problems(connection) == []
