"""Reads .xls, .xlsb and .ods with calamine, only ever in a process apart.

It may panic on a damaged file, or ask for more memory than there is: both end here as words.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from rightday.intake.reading import ods_shape, shape, tables, xls_shape
from rightday.intake.reading.book import LONGEST_CELL, MOST_CELLS, Book, Cell, Line, Unreadable, letter
from rightday.intake.reading.merged import Merged
from rightday.intake.reading.package import TOO_LARGE, UNWANTED, Package
from rightday.intake.reading.shape import Shape
from rightday.intake.reading.sniff import LOCKED


def open_xls(path: Path, name: str) -> Book:
    shapes = xls_shape.shapes_of(path)
    return _open(path, name, "xls", lambda place, _title: shapes[place] if place < len(shapes) else shape.PLAIN)


def open_xlsb(path: Path, name: str) -> Book:
    Package(path)  # its sizes, before anything is unpacked
    return _open(path, name, "xlsb", lambda _place, _title: shape.PLAIN)


def open_ods(path: Path, name: str) -> Book:
    shapes = ods_shape.shapes_of(Package(path))
    return _open(path, name, "ods", lambda _place, title: shapes.get(title, shape.PLAIN))


def _open(path: Path, name: str, kind: str, shape_of: Callable[[int, str], Shape]) -> Book:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except PasswordError:
        raise Unreadable(LOCKED) from None
    found = []
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Unreadable(TOO_LARGE)
        notes = () if about.visible == SheetVisibleEnum.Visible else (tables.HIDDEN_SHEET,)
        its = shape_of(place, about.name)
        found.append(tables.table(about.name, partial(_lines, sheet, its.struck), notes=notes + its.notes()))
    if not found:
        raise Unreadable("There is no worksheet in this file.")
    return Book(name, kind, "", "", tuple(found))


def _lines(sheet: CalamineSheet, struck: frozenset[int]) -> Iterator[Line]:
    merged = Merged.of(iter(sheet.merged_cell_ranges or ()))
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        problems: list[str] = []
        cells = tuple(_cell(value, letter(index), number, problems) for index, value in enumerate(row))
        yield merged.fill(Line(number, cells, struck=number in struck, problems=tuple(problems)))


def _cell(value: Any, column: str, number: int, problems: list[str]) -> Cell:
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date()
    if isinstance(value, str):
        if len(value) > LONGEST_CELL:
            value = value[:LONGEST_CELL]
            problems.append(f"Cell {column}{number} was longer than 32,767 characters and was cut.")
        return value if value.isprintable() else UNWANTED.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, bool | int | float | date | datetime | time | timedelta):
        return value
    return str(value)
