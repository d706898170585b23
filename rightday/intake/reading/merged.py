"""Cells merged over several rows: what they say is said of each of those rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rightday.intake.reading.book import Cell, Line

_TALLEST = 500
"""A merged cell of more rows is a frame around a sheet, and says nothing of each row."""


@dataclass(slots=True)
class Merged:
    """Merged areas by the row in which they begin: (column, last row), both as the sheet counts, columns from 0."""

    areas: dict[int, list[tuple[int, int]]]
    open: dict[int, tuple[int, Cell]] = field(default_factory=dict)

    @classmethod
    def of(cls, ranges: Iterator[tuple[tuple[int, int], tuple[int, int]]]) -> "Merged":
        """From ((row, column), (row, column)), counted from 0."""
        areas: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _right) in ranges:
            if 0 < bottom - top < _TALLEST:
                areas.setdefault(top + 1, []).append((left, bottom + 1))
        return cls(areas)

    def fill(self, line: Line) -> Line:
        """The line with what is said of it by a merged cell above."""
        if not self.areas:
            return line
        cells = list(line.cells)
        for column, (until, value) in list(self.open.items()):
            if line.number > until:
                del self.open[column]
            elif cells and (column >= len(cells) or cells[column] is None):
                cells.extend([None] * (column + 1 - len(cells)))
                cells[column] = value
        for column, until in self.areas.get(line.number, ()):
            if column < len(cells) and cells[column] is not None:
                self.open[column] = until, cells[column]
        return replace(line, cells=tuple(cells))
