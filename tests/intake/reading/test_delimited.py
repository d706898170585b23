"""Text files: any delimiter, broken quotes, odd cells."""

from pathlib import Path

import pytest

from rightday.intake.reading import delimited, limits, open_file
from tests.intake.reading.made import ALAN, HEADER, PRIYA, joined, refused, rows_of, text_file


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_rows(path: Path, delimiter: str) -> None:
    path.write_text(joined(HEADER, ALAN, PRIYA, delimiter=delimiter))
    book = open_file(path, "x")
    assert (book.format, book.delimiter) == ("csv", delimiter)
    assert rows_of(book.tables[0]) == [tuple(ALAN), tuple(PRIYA)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do_and_quotes_hold_line_breaks(path: Path, end: str) -> None:
    table = text_file(path, f'Company,Notes{end}Acme,"one{end}two"{end}')
    assert rows_of(table) == [("Acme", "one\ntwo")]


def test_nuls_are_removed_and_a_line_of_them_is_empty(path: Path) -> None:
    table = text_file(path, "Name,Company\r\nAnn\0 Lee,Ac\0me\r\n\0\0\r\nBob Ray,Beta\r\n")
    assert rows_of(table) == [("Ann Lee", "Acme"), ("Bob Ray", "Beta")]
    assert table.empty_rows == 1


def test_ragged_rows_keep_every_cell(path: Path) -> None:
    table = text_file(path, "Company,Contact\nAcme\nBeta,Bob Ray,extra,more\n")
    assert rows_of(table) == [("Acme",), ("Beta", "Bob Ray", "extra", "more")]


def test_a_quotation_mark_never_closed_does_not_swallow_the_rest(path: Path) -> None:
    table = text_file(path, 'Company,Notes\nAcme,"5 inch screens\nBeta,ok\nGamma,fine\n')
    assert rows_of(table) == [("Acme", '"5 inch screens'), ("Beta", "ok"), ("Gamma", "fine")]
    assert [row.problems for row in table.rows()] == [
        ("A quotation mark is opened in this row and never closed.",), (), (),
    ]  # fmt: skip


def test_a_quoted_line_break_in_the_last_row_is_no_open_quote(path: Path) -> None:
    table = text_file(path, 'Company,Notes\nAcme,"one\ntwo"')
    assert [(row.cells, row.problems) for row in table.rows()] == [(("Acme", "one\ntwo"), ())]


def test_a_cell_longer_than_a_spreadsheet_allows_is_cut_and_reported(path: Path) -> None:
    long = "lorem ipsum " * 100_000
    table = text_file(path, joined(HEADER[:2], ["Big Ltd", long], ["After Ltd", "Ann Lee"]))
    first, second = table.rows()
    assert first.cells[1] == long[:32_767]
    assert first.problems == ("Cell B2 was longer than 32,767 characters and was cut.",)
    assert second.cells == ("After Ltd", "Ann Lee")


def test_excels_wrapper_is_taken_off_and_formulas_stay_text(path: Path) -> None:
    table = text_file(path, 'Company,Phone,Notes\n"=cmd|\' /C calc\'!A0","=""+44 7700 900333""",=1+1\n')
    assert rows_of(table) == [("=cmd|' /C calc'!A0", "+44 7700 900333", "=1+1")]


def test_the_line_that_names_the_separator_is_no_row(path: Path) -> None:
    table = text_file(path, "sep=;\nCompany;Contact\nAcme;Ann Lee\n")
    assert (table.header_row, rows_of(table)) == (2, [("Acme", "Ann Lee")])


@pytest.mark.parametrize(
    "text", ["Hi there.\n", "Hello Dee!\n", "Hello Dee!\nPlease call me\nabout the two roles.\nSoon.\nThanks again.\n"]
)
def test_a_short_text_is_no_list(path: Path, text: str) -> None:
    assert "running text" in refused(path, text.encode())


def test_names_of_firms_may_end_like_sentences(path: Path) -> None:
    assert rows_of(text_file(path, "Acme Inc.\nBirch Ltd.\nCedar Corp.\n")) == [
        ("Acme Inc.",),
        ("Birch Ltd.",),
        ("Cedar Corp.",),
    ]


def test_a_narrow_table_may_be_of_any_length(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_CELLS", 10)
    monkeypatch.setattr(limits._Here, "apart", True)  # read here, where the limit is another
    path.write_text(joined(HEADER, ALAN, PRIYA, ALAN))
    assert open_file(path, "x").tables[0].row_count == 3


def test_a_text_file_of_too_many_cells_is_refused(path: Path) -> None:
    assert "too many columns" in refused(path, b"a,b\n" + b"," * 31_000_000 + b"x\n")
