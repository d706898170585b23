"""Whether somebody may be sent: a fixed number of statements."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.talent import queries
from tests import desk
from tests.conftest import Cast


def test_asking_takes_three_statements(inside: Cast):
    who = desk.candidate(inside.sam)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        queries.may_be_sent(who, inside.halden)
    assert len(seen) == 3
