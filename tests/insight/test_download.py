"""Lines of a download."""

from __future__ import annotations

from rightday.insight.download import HEADER, line
from rightday.insight.history_rows import HistoryRow
from rightday.insight.rules import Became
from rightday.leads.rules import Grade


def test_what_is_shown_and_nothing_a_spreadsheet_would_evaluate():
    row = HistoryRow(
        7, Became.US, "=Halden", "Java", "Martin", Grade.HOT, "Mon 26 Oct", "Priya Nair", "PN", "Ann, today", "", "+x"
    )
    made = line(row)
    assert len(made) == len(HEADER)
    assert made == [
        "7",
        "'=Halden",
        "Java",
        "Martin",
        "Hot",
        "Mon 26 Oct",
        "Priya Nair",
        "Filled by us",
        "Ann, today",
        "'+x",
    ]
