"""Small files for the tests of reading."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from rightday.intake import reading
from rightday.intake.reading import Unreadable, open_file

HEADER = ["Company", "Contact", "Phone", "E-mail", "Notes"]


ALAN = ["Smith & Sons Ltd", "Alan Smith", "020 7946 0958", "alan@smith.example", "seeing 2 this wk"]


PRIYA = ["Northwind Systems", "Priya Natarajan", "020 7946 0991", "priya@northwind.example", ""]


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
