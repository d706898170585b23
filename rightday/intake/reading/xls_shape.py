"""What an .xls says of its sheets beside values: struck rows, hidden rows and columns. calamine does not tell."""

import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rightday.intake.reading import compound
from rightday.intake.reading.shape import Shape
from rightday.kernel import limits

_FONT, _XF, _SHEET, _COLUMNS, _ROW, _SEVERAL, _END = 0x31, 0xE0, 0x85, 0x7D, 0x208, 0xBD, 0x0A
_CELLS = frozenset({0x06, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6})
_STRUCK, _HIDDEN_ROW, _HIDDEN_COLUMN = 0x08, 0x20, 0x01
_WIDEST = 256


def shapes_of(path: Path) -> tuple[Shape, ...]:
    """A shape for each sheet in the order of the workbook; () where the file does not say."""
    data = compound.stream(path, "Workbook", "Book")
    try:
        sheets, struck = _workbook(data)
        return tuple(_sheet(data, at, struck) for at in sheets)
    except (struct.error, IndexError):
        return ()


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Records from a place on, up to the end of that part."""
    number = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        number += 1
        limits.going_on(number)
        if kind == _END:
            return
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _workbook(data: bytes) -> tuple[list[int], frozenset[int]]:
    """Where sheets begin, and the formats of cells that are crossed out."""
    sheets: list[int] = []
    fonts: list[bool] = []
    formats: list[int] = []
    for kind, body in _records(data, 0):
        if kind == _FONT:
            fonts.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
            if len(fonts) == 4:
                fonts.append(False)  # number 4 is never used
        elif kind == _XF:
            formats.append(struct.unpack_from("<H", body)[0])
        elif kind == _SHEET:
            sheets.append(struct.unpack_from("<I", body)[0])
    struck = {number for number, font in enumerate(formats) if font < len(fonts) and fonts[font]}
    return sheets, frozenset(struck)


def _sheet(data: bytes, at: int, struck: frozenset[int]) -> Shape:
    columns: set[int] = set()
    hidden: set[int] = set()
    full, crossed = Counter[int](), Counter[int]()
    for kind, body in _records(data, at):
        if kind == _COLUMNS:
            first, last, _width, _format, how = struct.unpack_from("<HHHHH", body)
            if how & _HIDDEN_COLUMN and last < _WIDEST - 1:  # else: all that stands to the right of the table
                columns.update(range(first, last + 1))
        elif kind == _ROW:
            if struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
                hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in _CELLS or kind == _SEVERAL:
            row = struct.unpack_from("<H", body)[0] + 1
            for number in _formats(kind, body):
                full[row] += 1
                crossed[row] += number in struck
    rows = frozenset(row for row, count in crossed.items() if count * 2 >= full[row] and count)
    return Shape(tuple(sorted(columns)), sum(row in full for row in hidden), rows)


def _formats(kind: int, body: bytes) -> Iterator[int]:
    """The formats of the cells of a record: of one cell, or of several numbers beside each other."""
    if kind != _SEVERAL:
        yield struct.unpack_from("<H", body, 4)[0]
        return
    for at in range(4, len(body) - 7, 6):
        yield struct.unpack_from("<H", body, at)[0]
