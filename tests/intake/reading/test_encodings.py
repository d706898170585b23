"""Encodings told by the bytes."""

from pathlib import Path

import pytest

from rightday.intake.reading import open_file
from tests.intake.reading.made import HEADER, joined, rows_of


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


MIXED = b"Company,Contact\n" + "Größe AG,Jörg Müller\n".encode() * 3 + "Größe AG,Jörg Müller\n".encode("cp1252") * 3


@pytest.mark.parametrize(
    "content",
    [
        MIXED,
        b"\xef\xbb\xbf" + MIXED,
        b"\xef\xbb\xbfCompany,Contact\n" + "Größe AG,Jörg Müller\n".encode("cp1252") * 3,
        b"\xff\xfeCompany,Contact\n" + "Größe AG,Jörg Müller\n".encode() * 3,
        b"\xfe\xffCompany,Contact\n" + "Größe AG,Jörg Müller\n".encode("cp1252") * 3,
    ],
    ids=["mixed", "mixed after a mark", "wrong mark", "mark of utf-16 on utf-8", "mark of utf-16 on windows"],
)
def test_wrong_marks_and_several_encodings_in_one_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    table = open_file(path, "x").tables[0]
    assert table.header == ("Company", "Contact")
    assert {row.cells for row in table.rows()} == {("Größe AG", "Jörg Müller")}
