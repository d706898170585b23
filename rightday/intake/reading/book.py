"""What a spreadsheet is once it is open: a book of tables of rows. Plain values, no meaning yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from rightday.kernel.unreadable import Unreadable

__all__ = ["Unreadable"]

Cell = str | int | float | bool | date | datetime | time | timedelta | None

# Excel's own limit; a cell of a text file that is longer is cut there and reported.
LONGEST_CELL = 32_767
LARGEST_FILE = 256 * 1024 * 1024
# Text is read line by line: however long it is, it takes no more memory.
LARGEST_TEXT = 4 * 1024 * 1024 * 1024
# Cells of a table including the empty ones to the left of a full one.
MOST_CELLS = 30_000_000


class Skip(StrEnum):
    """Why a line of the file is no record."""

    TITLE = "title"
    HEADER = "header"
    SECTION = "section"
    TOTAL = "total"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file; `number` counts from 1 as the spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]
    struck: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is a record, with the label of the section above it ("HOT LEADS ▼") or ''."""

    number: int
    cells: tuple[Cell, ...]
    section: str = ""
    struck: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that is no record: what it says is kept, and why it was passed over."""

    number: int
    reason: Skip
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or the whole of a text file.

    `header_row` is None when the table starts with values; `header` then holds column
    letters, or the names that a format without headers gives its own (cards, messages).
    `skipped` names every line with text that is no record; lines without any text are only
    counted, in `empty_rows`. `rows()` may be called as often as needed: it reads the file
    again and holds one row at a time. `notes` say what somebody who looked at the sheet may
    not have seen: what is hidden in it.
    """

    name: str
    header_row: int | None
    header: tuple[str, ...]
    row_count: int
    skipped: tuple[Skipped, ...]
    empty_rows: int
    sample: tuple[Row, ...]
    source: Callable[[], Iterator[Row]]
    notes: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        return self.source()


@dataclass(frozen=True, slots=True)
class Book:
    """An opened file. `encoding` and `delimiter` are '' where the format has none."""

    name: str
    format: str
    encoding: str
    delimiter: str
    tables: tuple[Table, ...]


def text_of(cell: Cell) -> str:
    """The words of a cell as a person sees them: 2079460958.0 is "2079460958", a day is ISO."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    return str(cell)


def letter(index: int) -> str:
    """The name of a column: 0 → "A", 26 → "AA"."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
