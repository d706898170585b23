"""Columns of a step are computed without a statement, but for the agency's own row."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.agenda.planning import columns
from rightday.agenda.rules import DEFAULT, Kind, Reason
from tests.agenda.test_rules import DAY


def test_columns_write_and_ask_nothing(inside):
    with at_hand(inside.agency), CaptureQueriesContext(connection) as asked:
        made = columns(
            inside.martin, inside.halden, DEFAULT, kind=Kind.LEAD, reason=Reason.HOT, why="Interviewing.",
            objective="A meeting", fact_on=DAY, due=DAY,
        )  # fmt: skip
    assert list(asked.captured_queries) == []
    assert (made["kind"], made["due"], made["then_reason"], made["subject"], made["tries"]) == ("lead", DAY, "", "", 0)
