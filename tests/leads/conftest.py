"""A lead to show, and a database that several threads can use at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import search
from rightday.team import queries as team


@pytest.fixture
def at_once(transactional_db, tmp_path) -> Iterator[None]:
    """On SQLite a copy in a file: the tests' own database in memory locks whole tables between threads."""
    if connection.vendor == "postgresql":
        yield
        return
    connection.ensure_connection()
    path = tmp_path / "copy.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    connection.settings_dict["NAME"], connection.connection = str(path), None
    connection.connect()
    try:
        yield
    finally:
        connection.connection.close()
        connection.settings_dict["NAME"], connection.connection = name, memory


@pytest.fixture
def shown(ours):
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        today = team.today(ours.sam)
        heard = [HeardEvidence(Shows.INTERVIEWING, "two platform engineers", today - timedelta(days=1))]
        return actions.create(ours.martin, heard=heard, title="2 platform engineers", by=ours.sam)


def reload(ours, lead):
    with enter(ours.agency):
        return Lead.objects.select_related("next_step", "outcome", "owner").get(pk=lead.pk)
