from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection

from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.rules import Shows
from rightday.takeout.archive import writing
from tests.conftest import Cast


@pytest.fixture
def archived(ours: Cast, tmp_path: Path, uploads: Path) -> Iterator[Path]:
    """The archive of an agency with rows in every list. On PostgreSQL the test goes on as the owner of the tables."""
    from tests.guards.test_counts import KNOWN, add, heard

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False), enter(ours.agency):
        leads.create(ours.martin, heard=heard((*KNOWN, Shows.INTERVIEWING), 1), title="a tester", by=ours.sam)
        for number in (1, 2):
            add(ours, number, tmp_path)
    writing.write(tmp_path / "all.zip", ours.agency)
    yield tmp_path / "all.zip"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE rightday_app")
