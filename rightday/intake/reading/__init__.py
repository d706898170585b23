"""From bytes to rows: opens a spreadsheet and says in plain words why, if it cannot.

The format is told by content. A reader takes a path and gives a Book; formats that come
later (.xls, .ods) add theirs to `READERS`.
"""

from collections.abc import Callable
from pathlib import Path

from rightday.intake.reading.book import (
    Book,
    Cell,
    Row,
    Skip,
    Skipped,
    Table,
    Unreadable,
    letter,
    text_of,
)
from rightday.intake.reading.delimited import open_delimited
from rightday.intake.reading.sniff import Format, sniff
from rightday.intake.reading.xlsx import open_xlsx
from rightday.kernel.neutral import neutral

__all__ = [
    "READERS",
    "Book",
    "Cell",
    "Format",
    "Row",
    "Skip",
    "Skipped",
    "Table",
    "Unreadable",
    "letter",
    "neutral",
    "open_file",
    "text_of",
]

Reader = Callable[[Path, str], Book]

READERS: dict[Format, Reader] = {
    Format.XLSX: open_xlsx,
    Format.DELIMITED: open_delimited,
}
_SAVE_AS = {
    Format.XLS: "This is an old .xls file. Open it and save it as .xlsx, then bring that.",
    Format.XLSB: "This is a binary .xlsb file. Open it and save it as .xlsx, then bring that.",
    Format.ODS: "This is an .ods file. Open it and save it as .xlsx, then bring that.",
}


def open_file(path: Path, name: str) -> Book:
    """Open a spreadsheet; `name` is what its owner calls it, and decides nothing.

    Every table has been read to its end when this returns. Raises Unreadable.
    """
    try:
        found = sniff(path)
        reader = READERS.get(found)
        if reader is None:
            raise Unreadable(_SAVE_AS[found])
        book = reader(path, name)
    except OSError as problem:
        raise Unreadable(f"This file could not be opened: {problem.strerror or problem}.") from None
    if not any(table.row_count or table.skipped or table.header_row for table in book.tables):
        raise Unreadable("This spreadsheet is empty.")
    return book
