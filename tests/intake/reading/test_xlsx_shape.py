"""What is hidden in a sheet is read and told."""

from pathlib import Path
from typing import Any

from tests.intake.reading.made import ALAN, HEADER, rows_of, workbook


def test_hidden_columns_rows_and_sheets(path: Path) -> None:
    def fill(book: Any) -> None:
        for name in ("Open", "Shut"):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEADER)
            page.write_row(1, 0, ALAN)
        book.get_worksheet_by_name("Open").set_column("C:D", None, None, {"hidden": True})
        book.get_worksheet_by_name("Open").set_row(1, None, None, {"hidden": True})
        book.get_worksheet_by_name("Shut").hide()

    first, second = workbook(path, fill).tables
    assert first.notes == (
        "Columns C, D: hidden in the file, and read like the others.",
        "One row is hidden in the file, and read like the others.",
    )
    assert second.notes == ("This sheet is hidden in the file. It is read like the others.",)
    assert rows_of(first) == rows_of(second) == [(*ALAN[:4], "seeing 2 this wk")]
