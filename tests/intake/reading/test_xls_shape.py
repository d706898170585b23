"""Struck and hidden in old workbooks."""

from pathlib import Path

import pytest

from rightday.intake.reading import open_file
from rightday.intake.reading.xls_shape import shapes_of
from tests.intake.reading.old_office import compound, workbook

HEAD = [("Company", 0), ("Contact", 0), ("Notes", 0)]
ROWS = [
    HEAD, [("Acme", 1), ("Ann", 1), ("", 0)], [("Birch", 0), ("Bo", 0), ("old", 1)], [("Cedar", 0), ("Cy", 0), ("", 0)],
]  # fmt: skip


def test_what_is_struck_or_hidden_is_told(path: Path) -> None:
    path.write_bytes(compound(workbook(ROWS, hidden_rows=(3,), hidden_columns=(2,))))
    book = open_file(path, "x")
    (table,) = book.tables
    assert (book.format, table.header) == ("xls", ("Company", "Contact", "Notes"))
    assert [(row.cells[0], row.struck) for row in table.rows()] == [("Acme", True), ("Birch", False), ("Cedar", False)]
    assert table.notes == (
        "Column C: hidden in the file, and read like the others.",
        "One row is hidden in the file, and read like the others.",
    )


def test_several_numbers_in_one_record(path: Path) -> None:
    path.write_bytes(compound(workbook([HEAD], numbers=(1, [1, 1, 0]))))
    assert shapes_of(path)[0].struck == {2}


@pytest.mark.parametrize("length", range(0, 900, 7))
def test_a_workbook_that_ends_too_early_says_what_it_can(path: Path, length: int) -> None:
    path.write_bytes(compound(workbook(ROWS)[:length]))
    assert len(shapes_of(path)) <= 1
