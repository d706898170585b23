"""Workbooks, well made and odd."""

from pathlib import Path
from typing import Any

import pytest

from rightday.intake.reading import Unreadable, open_file
from tests.intake.reading.made import ALAN, HEADER, bare, refused, rows_of, sheet, workbook


@pytest.mark.parametrize("constant_memory", [True, False])
def test_texts_beside_the_cells_and_in_them_are_the_same(path: Path, constant_memory: bool) -> None:
    table = sheet(
        path, HEADER, ALAN, ["a_x000D_b", "  spaces ", "\u200fשלום", "🎉", "x"], constant_memory=constant_memory
    )
    assert rows_of(table)[1] == ("a_x000D_b", "  spaces ", "\u200fשלום", "🎉", "x")


def test_formulas_give_the_value_that_was_stored(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Company", "Notes"])
        page.write_formula(1, 0, '=CONCAT("Ac","me")', None, "Acme")
        page.write_formula(1, 1, "=1/0", None, "#DIV/0!")

    assert rows_of(workbook(path, fill).tables[0]) == [("Acme", "#DIV/0!")]


def test_row_numbers_are_those_of_the_sheet(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(4, 0, HEADER)
        page.write_row(9, 0, ALAN)

    table = workbook(path, fill).tables[0]
    assert (table.header_row, [row.number for row in table.rows()]) == (5, [10])


def test_two_cells_at_the_far_corners_take_no_memory(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write(1_048_575, 16_383, "stray")

    table = workbook(path, fill).tables[0]
    assert [(row.number, len(row.cells)) for row in table.rows()] == [(1_048_576, 16_384)]


def test_hidden_sheets_come_and_pictures_of_charts_do_not(path: Path) -> None:
    def fill(book: Any) -> None:
        for name in ("Leads", "Old"):
            book.add_worksheet(name).write_row(0, 0, HEADER)
        book.get_worksheet_by_name("Old").hide()
        book.add_chartsheet("Chart").set_chart(book.add_chart({"type": "bar"}))
        chart = book.get_worksheet_by_name("Chart").chart
        chart.add_series({"values": "=Leads!$A$1:$A$2"})

    assert [table.name for table in workbook(path, fill).tables] == ["Leads", "Old"]


def test_a_workbook_without_anything_in_it_is_empty(path: Path) -> None:
    with pytest.raises(Unreadable, match="empty"):
        workbook(path, lambda book: book.add_worksheet())


def test_cells_without_references_follow_each_other(path: Path) -> None:
    path.write_bytes(bare(
        b"<worksheet><sheetData><row><c t='inlineStr'><is><t>Company</t></is></c><c t='str'><f>x</f><v>Contact</v></c>"
        b"</row><row><c><v>1</v></c><c s='99' t='d'><v>2026-04-03</v></c><c r='?9'><v>nonsense</v></c><c><f>A1</f></c>"
        b"<c t='b'><v>0</v></c></row></sheetData></worksheet>"
    ))  # fmt: skip
    table = open_file(path, "x").tables[0]
    assert table.header == ("Company", "Contact")
    assert rows_of(table) == [(1, "2026-04-03", "nonsense", False)]


@pytest.mark.parametrize(
    "content",
    [
        b"<worksheet><sheetData><row><c t='s'><v>7</v></c></row></sheetData></worksheet>",
        b"<worksheet><sheetData><row><c><v>1</v></c></row>",
        b"<!DOCTYPE a [<!ENTITY x 'y'>]><worksheet><sheetData/></worksheet>",
    ],
)
def test_a_damaged_sheet_is_said(path: Path, content: bytes) -> None:
    assert "damaged" in refused(path, bare(content))


def test_shared_texts_with_runs_readings_and_lone_surrogates(path: Path) -> None:
    strings = (
        b"<sst><si><t>Company</t></si><si><r><t>Ac</t></r><r><t>me</t></r><rPh><t>reading</t></rPh></si>"
        b"<si><t>a_xD83D_b\r\nc</t></si></sst>"
    )
    cells = b"".join(b"<row><c t='s'><v>%d</v></c></row>" % number for number in range(3))
    path.write_bytes(bare(b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>", sharedStrings=strings))
    assert rows_of(open_file(path, "x").tables[0]) == [("Acme",), ("ab\nc",)]


def test_a_sheet_of_too_many_cells_is_refused(path: Path) -> None:
    row = b"<row><c r='XFD1'><v>1</v></c></row>"
    assert "unpacks to more" in refused(
        path, bare(b"<worksheet><sheetData>" + row * 2_000 + b"</sheetData></worksheet>")
    )


def test_a_long_cell_of_a_workbook_is_cut_and_reported(path: Path) -> None:
    long = b"x" * 40_000
    path.write_bytes(bare(
        b"<worksheet><sheetData><row><c t='inlineStr'><is><t>Company</t></is></c></row>"
        b"<row><c t='inlineStr'><is><t>" + long + b"</t></is></c></row></sheetData></worksheet>"
    ))  # fmt: skip
    (row,) = open_file(path, "x").tables[0].rows()
    assert (len(str(row.cells[0])), row.problems) == (
        32_767, ("Cell A2 was longer than 32,767 characters and was cut.",),
    )  # fmt: skip


def test_a_later_cell_may_stand_before_an_earlier_one(path: Path) -> None:
    path.write_bytes(bare(
        b"<worksheet><sheetData><row><c r='A1'><v>1</v></c><c r='C1'><v>3</v></c><c r='B1'><v>2</v></c></row>"
        b"</sheetData></worksheet>"
    ))  # fmt: skip
    assert rows_of(open_file(path, "x").tables[0]) == [(1, 2, 3)]
