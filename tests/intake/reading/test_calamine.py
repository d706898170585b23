"""Cells as calamine gives them, and as they are kept."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from rightday.intake.reading import open_file
from rightday.intake.reading.calamine import _cell


def test_a_binary_workbook(path: Path) -> None:
    """Written by a program of its own: of those who read this format, few write it."""
    writer = pytest.importorskip("pyxlsbwriter", reason="no program here writes .xlsb")
    with writer.XlsbWriter(str(path)) as book:
        book.add_sheet("Leads")
        book.write_sheet(
            [["Company", "Phone", "Added"], ["Acme & Söns", 447700900123, date(2026, 4, 3)], ["Birch", None, None]]
        )
        book.add_sheet("Old", hidden=True)
        book.write_sheet([["Company"], ["Cedar"]])
    found = open_file(path, "x")
    assert (found.format, [table.header for table in found.tables]) == (
        "xlsb", [("Company", "Phone", "Added"), ("Company",)],
    )  # fmt: skip
    rows = [row.cells for row in found.tables[0].rows()]
    assert rows[0] == ("Acme & Söns", 447700900123, date(2026, 4, 3))
    assert rows[1][0] == "Birch"
    assert found.tables[1].notes == ("This sheet is hidden in the file. It is read like the others.",)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", None), (95101.0, 95101), (1.5, 1.5), (datetime(2026, 4, 3), date(2026, 4, 3)), (True, True),
        (datetime(2026, 4, 3, 9, 30), datetime(2026, 4, 3, 9, 30)), (time(9, 30), time(9, 30)), ("a\r\nb\0", "a\nb"),
        (timedelta(hours=27), timedelta(hours=27)), (("x",), "('x',)"),
    ],
)  # fmt: skip
def test_cells(given: Any, kept: Any) -> None:
    assert _cell(given, "A", 1, []) == kept


def test_a_long_cell_is_cut_and_told() -> None:
    problems: list[str] = []
    assert len(str(_cell("x" * 40_000, "B", 7, problems))) == 32_767
    assert problems == ["Cell B7 was longer than 32,767 characters and was cut."]
