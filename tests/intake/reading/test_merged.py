"""Merged cells say the same of each of their rows."""

from pathlib import Path
from typing import Any

from rightday.intake.reading.book import Line
from rightday.intake.reading.merged import Merged
from tests.intake.reading.made import rows_of, workbook


def test_cells_are_filled_down_and_no_further() -> None:
    merged = Merged.of(iter([((0, 0), (1, 0)), ((0, 5), (900, 5))]))
    lines = [Line(1, ("a", "1")), Line(2, (None, "2")), Line(3, (None, "3"))]
    assert [merged.fill(line).cells for line in lines] == [("a", "1"), ("a", "2"), (None, "3")]


def test_a_company_over_two_people_and_a_header_of_two_rows(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet("L")
        page.merge_range("A1:A2", "Company")
        page.merge_range("B1:C1", "Home")
        page.merge_range("D1:E1", "Work")
        page.write_row("B2", ["Phone", "E-mail", "Phone", "E-mail"])
        page.merge_range("A3:A4", "Acme")
        page.write_row("B3", ["020 7946 0958", "a@x.example", "020 7946 0959", "b@x.example"])
        page.write_row("B4", ["020 7946 0960", "c@x.example", "020 7946 0961", "d@x.example"])

    (table,) = workbook(path, fill).tables
    assert table.header == ("Company", "Home Phone", "Home E-mail", "Work Phone", "Work E-mail")
    assert [row[0] for row in rows_of(table)] == ["Acme", "Acme"]
