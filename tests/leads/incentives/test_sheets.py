"""What goes out; the whole way is tried in test_views_incentives."""

from __future__ import annotations

import csv
import io

from python_calamine import CalamineWorkbook

from rightday.kernel.money import Money
from rightday.leads.incentives import sheets as incentive_sheets
from rightday.leads.incentives.actions_ledger import add_line
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.sheets import text, workbook


def test_amounts_to_the_penny_in_any_currency(inside, monkeypatch):
    monkeypatch.setattr(incentive_sheets, "CHUNK", 2)  # some at a time
    for pay in (Money(1, "GBP"), Money(123_456, "EUR"), Money(900, "JPY")):
        add_line(inside.priya, pay=pay, words="x", by=inside.sam)
    found = LedgerLine.objects.with_state()
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(workbook(found, reader=inside.sam))).get_sheet_by_index(0).to_python()
    )
    assert [(row[0], row[6], row[7]) for row in rows[1:]] == [(1, 0.01, "GBP"), (2, 1234.56, "EUR"), (3, 900, "JPY")]
    kept = list(csv.reader(io.StringIO(text(found, reader=inside.sam).decode("utf-8-sig"))))
    assert [(row[0], row[6]) for row in kept[1:]] == [("1", "0.01"), ("2", "1234.56"), ("3", "900.00")]


def test_a_file_ends_somewhere(inside, monkeypatch):
    monkeypatch.setattr(incentive_sheets, "CHUNK", 1)
    monkeypatch.setattr(incentive_sheets, "MOST", 2)
    for _ in range(4):
        add_line(inside.priya, pay=Money(1, "GBP"), words="x", by=inside.sam)
    kept = text(LedgerLine.objects.with_state(), reader=inside.sam).decode("utf-8-sig").splitlines()
    assert len(kept) == 3
