"""From bytes to rows: opens a file of somebody's records and says in plain words why, if it cannot.

The format is told by content. A reader takes a path and gives a Book, in a process with limits; formats
that come later add theirs to `opening.READERS`.
"""

from pathlib import Path

from rightday.intake.reading import apart
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
from rightday.intake.reading.opening import READERS, open_here
from rightday.intake.reading.sniff import Format
from rightday.kernel import limits
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


def open_file(path: Path, name: str) -> Book:
    """Open a file; `name` is what its owner calls it, and decides nothing.

    Every table has been read to its end when this returns. Raises Unreadable. The file is read by a
    process of its own with limits, unless this process has such limits itself.
    """
    if limits.are_set() or not limits.possible():
        return open_here(path, name)
    return apart.open_apart(path, name)
