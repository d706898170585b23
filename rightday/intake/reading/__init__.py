"""From bytes to rows: opens a file of somebody's records and says in plain words why, if it cannot.

The format is told by content. A reader takes a path and gives a Book, in a process with limits; formats
that come later add theirs to `opening.READERS`.
"""

from collections.abc import Iterator
from pathlib import Path

from rightday.intake.reading import apart, unpacking
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
from rightday.intake.reading.unpacking import Came
from rightday.kernel import limits
from rightday.kernel.neutral import neutral

__all__ = [
    "READERS",
    "Book",
    "Came",
    "Cell",
    "Format",
    "Row",
    "Skip",
    "Skipped",
    "Table",
    "Unreadable",
    "is_bundle",
    "letter",
    "neutral",
    "open_file",
    "text_of",
    "unpacked",
]


def open_file(path: Path, name: str) -> Book:
    """Open a file; `name` is what its owner calls it, and decides nothing.

    Every table has been read to its end when this returns. Raises Unreadable. The file is read by a
    process of its own with limits, unless this process has such limits itself.
    """
    if limits.are_set() or not limits.possible():
        return open_here(path, name)
    return apart.open_apart(path, name)


def is_bundle(path: Path) -> bool:
    """Whether files are in a file: a zip that is no workbook, or mail that something is attached to."""
    if limits.are_set() or not limits.possible():
        return unpacking.holds_files(path)
    return apart.is_bundle_apart(path)


def unpacked(path: Path, name: str, folder: Path, *, limit: int) -> Iterator[Came]:
    """Each file of such a file, written into `folder` under a name of ours; mail itself comes first, where it stands.

    `limit` is for all of them, in bytes. They are taken out by the process that reads files.
    """
    if limits.are_set() or not limits.possible():
        return unpacking.taken_out(path, name, folder, limit)
    return apart.unpacked_apart(path, name, folder, limit)
