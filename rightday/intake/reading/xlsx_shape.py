"""What an .xlsx says of a sheet beside its rows: merged cells, what is hidden. Read from the bytes, before the rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rightday.intake.reading import hidden as hidden_words
from rightday.intake.reading.merged import Merged
from rightday.intake.reading.package import Package

_MERGED = re.compile(rb'mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_HIDDEN = re.compile(rb'<(?:\w+:)?col\s[^<>]*?hidden="(?:1|true)"[^<>]*>')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row(\s[^<>]*?hidden="(?:1|true)"(?:[^<>]*[^<>/])?)>')
_NUMBER = re.compile(rb'\sr="(\d{1,7})"')
_SPAN = re.compile(rb'\b(min|max)="(\d{1,5})"')
_OVERLAP = 200
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Shape:
    """Merged areas as ((row, column), (row, column)) from 0; hidden columns from 0; how many rows are hidden."""

    areas: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    hidden: tuple[int, ...]
    hidden_rows: int = 0

    def merged(self) -> Merged:
        return Merged.of(iter(self.areas))

    def notes(self) -> tuple[str, ...]:
        return hidden_words.notes(self.hidden, self.hidden_rows)


def shape_of(package: Package, part: str) -> Shape:
    """The shape of one sheet. Raises Unreadable for a part that is damaged."""
    areas: dict[tuple[tuple[int, int], tuple[int, int]], None] = {}
    hidden: list[int] = []
    rest = b""
    rows_begun = False
    rows: set[int] = set()
    for chunk in package.stream(part):
        data = rest + chunk
        if not rows_begun:
            head, begun, _rows = data.partition(b"<sheetData")
            rows_begun = bool(begun)
            hidden += _hidden(head)
        if b"mergeCell" in data and len(areas) < _MOST:
            areas.update(dict.fromkeys(_merged(data)))
        rest = data[-_OVERLAP:]
        if rows_begun and b"hidden=" in data:
            rows.update(_hidden_rows(data))
    return Shape(tuple(areas), tuple(sorted(set(hidden))), len(rows))


def _merged(data: bytes) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for left, top, right, bottom in _MERGED.findall(data):
        yield (int(top) - 1, _column(left)), (int(bottom) - 1, _column(right))


def _hidden(head: bytes) -> Iterator[int]:
    for column in _HIDDEN.findall(head):
        span = {name: int(number) for name, number in _SPAN.findall(column)}
        first, last = span.get(b"min", 1), span.get(b"max", 0)
        if last - first < 1_000:  # else: all that stands to the right of the table
            yield from range(first - 1, last)


def _hidden_rows(data: bytes) -> Iterator[int]:
    """Rows with something in them, by number: the same one may be seen twice, where two pieces meet."""
    for row in _HIDDEN_ROW.findall(data):
        number = _NUMBER.search(row)
        if number is not None:
            yield int(number.group(1))


def _column(letters: bytes) -> int:
    index = 0
    for sign in letters:
        index = index * 26 + sign - 64
    return index - 1
