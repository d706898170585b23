"""Rows as a file: csv, xlsx, JSON. Every text goes through `neutral` where a spreadsheet would read it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from rightday.kernel.neutral import neutral
from rightday.takeout.records.rules import Cell

_LONGEST_CELL: Final = 32_767
MOST_ROWS: Final = 1_048_575
_OPTIONS: Final = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """With commas, as UTF-8 with the mark by which Excel knows it."""
    writer = csv.writer(_Echo())
    yield b"\xef\xbb\xbf" + writer.writerow(header)
    for cells in rows:
        yield writer.writerow([_text(cell) for cell in cells])


class _Echo:
    """Gives a line back instead of keeping it."""

    def write(self, line: str) -> bytes:
        return line.encode("utf-8", "replace")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return neutral(cell) if isinstance(cell, str) else cell.isoformat() if isinstance(cell, date) else str(cell)


def write_workbook(path: Path, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """One sheet; days are days, and no text is a formula or a link. What is beyond Excel's rows is left out."""
    book = xlsxwriter.Workbook(str(path), dict(_OPTIONS))
    sheet, bold = book.add_worksheet(title[:31]), book.add_format({"bold": True})
    formats = {date: book.add_format({"num_format": "yyyy-mm-dd"}), time: book.add_format({"num_format": "hh:mm"})}
    sheet.freeze_panes(1, 0)
    for column, words in enumerate(header):
        sheet.write_string(0, column, words, bold)
        sheet.set_column(column, column, 24 if column < len(header) // 2 else 16)
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS:
            break
        for column, cell in enumerate(cells):
            _write(sheet, number, column, cell, formats)
    book.close()


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: dict[type, Any]) -> None:
    if isinstance(cell, date | time):
        sheet.write_datetime(row, column, cell, formats[type(cell)])
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, neutral(_printable(cell))[:_LONGEST_CELL])


def json_lines(name: str, rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """One document, {"people": [...]}, a row a line; written as it is read."""
    yield json.dumps({"format": "rightday-list", "version": 1}).encode()[:-1] + f', "{name}": ['.encode()
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + json.dumps(row, default=_plain).encode()
    yield b"\n]}\n"


def _plain(value: date | time) -> str:
    return value.isoformat()


def _printable(text: str) -> str:
    """Without signs that XML cannot hold: a workbook with one of them does not open."""
    if text.isprintable():
        return text
    return "".join(
        sign for sign in text
        if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")
    )  # fmt: skip
