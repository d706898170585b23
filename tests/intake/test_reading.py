"""From bytes to tables, with files made here; the shared ones are in test_reading_shared.py."""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.intake import reading
from rightday.intake.reading import Skip, Unreadable, open_file, package

HEADER = ["Company", "Contact", "Phone", "E-mail", "Notes"]
ALAN = ["Smith & Sons Ltd", "Alan Smith", "020 7946 0958", "alan@smith.example", "seeing 2 this wk"]
PRIYA = ["Northwind Systems", "Priya Natarajan", "020 7946 0991", "priya@northwind.example", ""]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list"


def text_file(path: Path, text: str, encoding: str = "utf-8") -> reading.Table:
    path.write_bytes(text.encode(encoding))
    return open_file(path, "list.csv").tables[0]


def rows_of(table: reading.Table) -> list[tuple[Any, ...]]:
    return [row.cells for row in table.rows()]


def workbook(path: Path, fill: Callable[[Any], None], **options: Any) -> reading.Book:
    book = xlsxwriter.Workbook(str(path), options)
    fill(book)
    book.close()
    return open_file(path, "list.xlsx")


def sheet(path: Path, *lines: list[Any], **options: Any) -> reading.Table:
    def fill(book: Any) -> None:
        page = book.add_worksheet("Leads")
        for number, line in enumerate(lines):
            page.write_row(number, 0, line)

    return workbook(path, fill, **options).tables[0]


def joined(*lines: list[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    return out.getvalue()


# Text files


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_rows(path: Path, delimiter: str) -> None:
    path.write_text(joined(HEADER, ALAN, PRIYA, delimiter=delimiter))
    book = open_file(path, "x")
    assert (book.format, book.delimiter) == ("csv", delimiter)
    assert rows_of(book.tables[0]) == [tuple(ALAN), tuple(PRIYA)]


@pytest.mark.parametrize(
    ("written", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"),
     ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252")],
)  # fmt: skip
def test_the_encoding_is_told_by_the_bytes(path: Path, written: str, told: str) -> None:
    path.write_bytes(joined(HEADER, ["Müller", "Jürgen Weiß", "", "", "sucht „Buchhalter“"]).encode(written))
    book = open_file(path, "x")
    assert book.encoding == told
    assert book.tables[0].header[0] == "Company"
    assert rows_of(book.tables[0])[0][4] == "sucht „Buchhalter“"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("big5", "公司名稱與聯絡人資料表"), ("cp1251", "Компания и контактное лицо нашего клиента")],
)
def test_other_scripts_are_told_when_there_is_enough_text(path: Path, encoding: str, text: str) -> None:
    path.write_bytes(joined(["Company", "Notes"], *[[text, text + "，"[: encoding == "big5"]]] * 30).encode(encoding))
    assert rows_of(open_file(path, "x").tables[0])[0][0] == text


def test_bytes_that_windows_leaves_undefined_are_kept(path: Path) -> None:
    path.write_bytes(b"Company,Contact\r\nCaf\xe9 \x81,Ann Lee\r\n")
    assert rows_of(open_file(path, "x").tables[0]) == [("Café \x81", "Ann Lee")]


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


# Shape


def test_titles_sections_and_totals_are_no_records(path: Path) -> None:
    lines = (
        ["LEAD TRACKER 2026"], [], HEADER, ["HOT LEADS ▼"], ALAN, [], ["WARM / OTHER ▼"], PRIYA,
        ["Only A Company Ltd"], HEADER, ["TOTAL LEADS", "", "3"], ["Total", "2"], ["Total Oil", "Ann Lee"],
    )  # fmt: skip
    table = text_file(path, joined(*lines))
    assert (table.header_row, table.header, table.row_count) == (3, tuple(HEADER), 4)
    assert [(line.number, line.reason) for line in table.skipped] == [
        (1, Skip.TITLE), (4, Skip.SECTION), (7, Skip.SECTION), (10, Skip.HEADER), (11, Skip.TOTAL),
        (12, Skip.TOTAL),
    ]  # fmt: skip
    assert [(row.number, row.section) for row in table.rows()] == [
        (5, "HOT LEADS ▼"), (8, "WARM / OTHER ▼"), (9, "WARM / OTHER ▼"), (13, "WARM / OTHER ▼"),
    ]  # fmt: skip
    assert table.skipped[4].text == "TOTAL LEADS · 3"


@pytest.mark.parametrize("text", ["w/c 5 Jan", "MARCH", "--- cold ---", "Follow up:", "Q3 2026", "DEAD LEADS"])
def test_these_alone_on_a_line_head_a_section(path: Path, text: str) -> None:
    table = text_file(path, joined(HEADER, ALAN, [text], PRIYA))
    expected = [] if text == "MARCH" else [Skip.SECTION]
    assert [line.reason for line in table.skipped] == expected


def test_a_footnote_is_no_company(path: Path) -> None:
    note = "Note: this list is private and must not be passed on to anybody outside the office please"
    assert [line.reason for line in text_file(path, joined(HEADER, ALAN, [note])).skipped] == [Skip.NOTE]


def test_an_address_alone_is_a_record(path: Path) -> None:
    assert text_file(path, joined(HEADER, ALAN, ["", "", "", "SALES@NEW.EXAMPLE:"])).row_count == 2


def test_without_a_header_columns_have_letters_and_no_row_is_lost(path: Path) -> None:
    table = text_file(path, joined(ALAN, PRIYA))
    assert (table.header_row, table.header) == (None, ("A", "B", "C", "D", "E"))
    assert table.row_count == 2


def test_names_alone_are_no_header(path: Path) -> None:
    table = text_file(path, "Acme,Ann Lee\nBeta,Bob Ray\n")
    assert (table.header_row, table.row_count) == (None, 2)


def test_unknown_words_over_numbers_are_a_header(path: Path) -> None:
    table = text_file(path, "Gizmo,Widget\n12,13\n14,15\n16,17\n")
    assert (table.header_row, table.row_count) == (1, 3)


def test_one_column_of_addresses_under_its_name(path: Path) -> None:
    table = text_file(path, "Primary Email\na@b.example\nc@d.example\n")
    assert (table.header, table.row_count) == (("Primary Email",), 2)


def test_a_header_may_hold_a_year(path: Path) -> None:
    table = text_file(path, "Company,Contact,Phone,2026\nAcme,Ann Lee,,5\n")
    assert (table.header_row, table.row_count) == (1, 1)


def test_records_above_a_line_of_header_words_are_not_taken_for_titles(path: Path) -> None:
    table = text_file(path, joined(ALAN, PRIYA, HEADER, ALAN))
    assert (table.header_row, table.row_count) == (None, 4)


# Workbooks


def test_cells_come_as_people_see_them(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet("Leads")
        page.write_row(0, 0, ["Company", "Day", "Time", "Fee", "Postcode", "Phone", "Called", "When", "Long"])
        page.write_string(1, 0, "Acme")
        page.write_datetime(1, 1, datetime(2026, 4, 3), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_number(1, 2, 0.5, book.add_format({"num_format": "hh:mm"}))
        page.write_number(1, 3, 0.2, book.add_format({"num_format": "0%"}))
        page.write_number(1, 4, 1067, book.add_format({"num_format": "00000"}))
        page.write_number(1, 5, 2079460958)
        page.write_boolean(1, 6, True)
        page.write_datetime(1, 7, datetime(2026, 4, 3, 9, 30), book.add_format({"num_format": "d/m/yy h:mm"}))
        page.write_number(1, 8, 1.5, book.add_format({"num_format": "[h]:mm"}))

    row = next(workbook(path, fill).tables[0].rows())
    assert [reading.text_of(cell) for cell in row.cells] == [
        "Acme", "2026-04-03", "12:00:00", "20%", "01067", "2079460958", "yes", "2026-04-03 09:30",
        "1 day, 12:00:00",
    ]  # fmt: skip
    assert row.cells[1] == date(2026, 4, 3)
    assert row.cells[5] == 2079460958


def test_days_of_1904_and_of_early_1900(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Company", "Date"])
        page.write_number(1, 1, 0 if book.date_1904 else 1, book.add_format({"num_format": 14}))
        page.write(1, 0, "Acme")

    assert rows_of(workbook(path, fill, date_1904=True).tables[0])[0][1] == date(1904, 1, 1)
    assert rows_of(workbook(path, fill).tables[0])[0][1] == date(1900, 1, 1)


def test_a_day_beyond_the_calendar_stays_a_number(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Company", "Date"])
        page.write_row(1, 0, ["Acme", 9e9], book.add_format({"num_format": "yyyy-mm-dd"}))

    assert rows_of(workbook(path, fill).tables[0]) == [("Acme", 9e9)]


def test_a_struck_through_row_says_so(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        struck = book.add_format({"font_strikeout": 1})
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, ALAN)
        page.write_row(2, 0, PRIYA, struck)
        page.write_row(3, 0, ALAN[:2])
        page.write(3, 2, ALAN[2], struck)
        page.write_rich_string(4, 0, struck, "Old ", struck, "Ltd")

    assert [row.struck for row in workbook(path, fill).tables[0].rows()] == [False, True, False, True]


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


# Files that cannot be read


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        open_file(path, "leads.xlsx")
    return caught.value.reason


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\n" * 9000, "no spreadsheet"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xff\xd8\xff\xe0....", "picture"),
        (b"{\\rtf1 hello}", "text document"),
        (b"\x1f\x8b\x08....", "Unpack it"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "contact cards"),
        (b"<html><table><tr><td>Company</td></tr></table>", "web page"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old .xls"),
        (bytes(range(1, 32)) * 40, "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "no spreadsheet"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (zipped({"word/document.xml": b"<w/>"}), "text document"),
        (zipped({"photo.jpg": b"x"}), "Unpack it"),
        (zipped({"xl/workbook.bin": b"x"}), ".xlsb"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
        (zipped({"xl/workbook.xml": b"<workbook"}), "damaged"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "no worksheet"),
        (zipped({"xl/workbook.xml": b"<!DOCTYPE x><workbook/>"}), "damaged"),
        (b"Dear Dee, it was so good to talk to you today\nplease call me back about the two roles we have\n", "text"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_plain_words(path: Path, content: bytes, words: str) -> None:
    assert words in refused(path, content)


def test_a_file_above_fifty_megabytes_is_refused_unopened(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(Unreadable, match="at most 50 MB"):
        open_file(path, "x.csv")


def test_a_missing_file_is_said(path: Path) -> None:
    with pytest.raises(Unreadable, match="could not be opened"):
        open_file(path, "x.csv")


def test_a_workbook_without_anything_in_it_is_empty(path: Path) -> None:
    with pytest.raises(Unreadable, match="empty"):
        workbook(path, lambda book: book.add_worksheet())


WORKBOOK = (
    b'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    b'<sheet name="L" r:id="r1"/></sheets></workbook>'
)
RELATED = (
    b'<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>'
    b'<Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def bare(content: bytes, **parts: bytes) -> bytes:
    """A workbook with this sheet and nothing else."""
    return zipped({
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATED,
        "xl/worksheets/sheet1.xml": content,
        **{f"xl/{name}.xml": value for name, value in parts.items()},
    })  # fmt: skip


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


def test_a_bomb_is_refused_by_its_directory(path: Path) -> None:
    bomb = zipped({"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": b"A" * (package.LARGEST_UNPACKED + 1)})
    assert len(bomb) < 500_000
    assert "unpacks to more than 300 MB" in refused(path, bomb)


def test_a_bomb_that_lies_about_its_size_is_stopped_while_unpacking(path: Path) -> None:
    honest = bare(b"<worksheet><sheetData><row>" + b"<c/>" * 4_000_000 + b"</row></sheetData></worksheet>")
    assert "unpacks to more" in refused(path, honest)
    size = struct.pack("<I", len(b"<worksheet><sheetData><row>") + 16_000_000 + len(b"</row></sheetData></worksheet>"))
    assert honest.count(size) == 2
    assert "damaged" in refused(path, honest.replace(size, struct.pack("<I", 100)))


def test_a_part_that_does_not_unpack_is_damage(path: Path) -> None:
    good = bare(b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
    packed = zlib.compressobj(-1, zlib.DEFLATED, -15)
    body = packed.compress(WORKBOOK) + packed.flush()
    assert good.count(body) == 1
    assert "damaged" in refused(path, good.replace(body, b"\xff" * len(body)))


def test_a_locked_part_is_a_password(path: Path) -> None:
    content = bytearray(bare(b"<worksheet/>"))
    central = content.rfind(b"PK\x01\x02")
    content[central + 8] |= 1
    assert "password" in refused(path, bytes(content))


def test_a_sheet_of_too_many_cells_is_refused(path: Path) -> None:
    row = b"<row><c r='XFD1'><v>1</v></c></row>"
    assert "unpacks to more" in refused(
        path, bare(b"<worksheet><sheetData>" + row * 2_000 + b"</sheetData></worksheet>")
    )


def test_a_text_file_of_too_many_cells_is_refused(path: Path) -> None:
    assert "too many columns" in refused(path, b"a,b\n" + b"," * 31_000_000 + b"x\n")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.binary(max_size=600),
        st.text(alphabet=st.sampled_from('a1@,;\t|"\n\r\0 é=-+▼'), max_size=300).map(str.encode),
        st.binary(max_size=60).map(lambda tail: zipped({"xl/workbook.xml": WORKBOOK})[:-20] + tail),
        st.binary(max_size=300).map(bare),
        st.binary(max_size=200).map(lambda content: bare(b"<worksheet/>", sharedStrings=content)),
    )
)
def test_any_bytes_open_or_are_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        book = open_file(path, "x")
    except Unreadable as refusal:
        assert refusal.reason.endswith(".")
        return
    for table in book.tables:
        assert len(list(table.rows())) == table.row_count


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=2, max_size=5),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_every_text_of_a_file_is_in_its_rows_header_or_skipped_lines(path: Path, lines: list[list[str]]) -> None:
    path.write_text(joined(*lines), encoding="utf-8")
    try:
        table = open_file(path, "x").tables[0]
    except Unreadable:
        return
    told = [" ".join(table.header), *(line.text for line in table.skipped)]
    told += [" ".join(map(reading.text_of, row.cells)) for row in table.rows()]
    everything = "".join(" ".join(told).split())
    for line in lines:
        for text in line:
            for word in text.replace("\ufeff", "").split():
                assert word in everything or any(mark in word for mark in ',;\t|"')


# On the way out


@pytest.mark.parametrize(
    "text", ["=1+1", "@x", "-5% discount", "+cmd|' /C calc'!A0", "\t=1", "\r=1", " =1", "+1 Events"]
)
def test_what_a_spreadsheet_would_evaluate_gets_an_apostrophe(text: str) -> None:
    assert reading.neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["+44 20 7946 0001", "+44 (0)20 7946 0001 ext. 12", "-5", "Acme", "", "a=b"])
def test_numbers_and_words_go_out_as_they_are(text: str) -> None:
    assert reading.neutral(text) == text
