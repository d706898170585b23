"""Rows whose columns are found on the way: each new kind of entry becomes a column to the right."""

from collections.abc import Sequence

from rightday.intake.reading.book import LONGEST_CELL, Cell, Row

MOST_COLUMNS = 400
_REST = "Other entries"


class Columned:
    """Takes entries of one row after the other. A second entry of the same kind gets a column of its own."""

    def __init__(self, header: Sequence[str] = ()) -> None:
        self.header = list(header)
        self._places = {name: place for place, name in enumerate(self.header)}
        self._cells: dict[int, Cell] = {}

    def put(self, header: str, value: Cell) -> None:
        """An entry of the row in the making; '' and None are none."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            value = value[:LONGEST_CELL]
        for turn in range(1, 21):
            place = self._place(header if turn == 1 else f"{header} {turn}")
            if place is None:
                break
            if place not in self._cells:
                self._cells[place] = value
                return
            if self._cells[place] == value:
                return
        rest = self._places.setdefault(_REST, len(self.header))
        if rest == len(self.header):
            self.header.append(_REST)
        before = self._cells.get(rest)
        self._cells[rest] = (f"{before}\n" if before else "")[:LONGEST_CELL] + f"{header}: {value}"

    def has(self, header: str) -> bool:
        """Whether the row in the making has such an entry."""
        return self._places.get(header) in self._cells

    def row(self, number: int, problems: Sequence[str] = ()) -> Row:
        """The row, done; the next `put` begins another."""
        width = max(self._cells, default=-1) + 1
        cells = tuple(self._cells.get(place) for place in range(width))
        self._cells = {}
        return Row(number, cells, problems=tuple(problems[:20]))

    def _place(self, header: str) -> int | None:
        place = self._places.get(header)
        if place is None and len(self.header) < MOST_COLUMNS:
            place = self._places[header] = len(self.header)
            self.header.append(header)
        return place
