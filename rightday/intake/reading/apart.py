"""Files opened by a process apart (`kernel.apart`), so that what a file does to its reader it does to nobody else."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from rightday.intake.reading import opening, unpacking
from rightday.intake.reading.book import Book, Row, Skip, Skipped, Table
from rightday.intake.reading.unpacking import Came
from rightday.kernel.apart import Apart
from rightday.kernel.unreadable import Unreadable

SENT_ALONG: Final = 2_000
"""So many rows of a table travel with it; those of longer tables are read again when they are asked for."""
_TOGETHER: Final = 500
_VALUES: Final = attrgetter(*(field.name for field in fields(Row)))
_STOPPED = (
    "Reading this file took too long or too much memory, so it was ended. "
    "Open it in the program that made it, save it as .xlsx or .csv, and bring that."
)
_FELL = (
    "This file is damaged in a way that makes its reader fall over. "
    "Open it in the program that made it, save it again as .xlsx or .csv, and bring that."
)
_REST = "Taking it apart took too long or too much memory, or fell over. Unpack it and bring the files themselves."


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of a short table."""

    rows: tuple[Row, ...]

    def __call__(self) -> Iterator[Row]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Again:
    """Rows of a long table, read again each time: `place` is its place in the file."""

    path: Path
    name: str
    place: int

    def __call__(self) -> Iterator[Row]:
        with APART.asked(self) as answers:
            while rows := APART.answer(answers):
                yield from (Row(*values) for values in rows)


@dataclass(frozen=True, slots=True)
class Opening:
    """The wish to have a file opened."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Looking:
    """The question whether files are in a file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Unpacking:
    """The wish to have the files of a file in a folder, no more of them than so many bytes."""

    path: Path
    name: str
    folder: Path
    limit: int


def open_apart(path: Path, name: str) -> Book:
    """The file, opened and read to its end by another process. Raises Unreadable."""
    with APART.asked(Opening(path.absolute(), name)) as answers:
        book: Book = APART.answer(answers)
    return book


def is_bundle_apart(path: Path) -> bool:
    """Whether there are files in a file, seen by another process; one that it falls over is none."""
    with suppress(Unreadable), APART.asked(Looking(path.absolute())) as answers:
        return APART.answer(answers) is True
    return False


def unpacked_apart(path: Path, name: str, folder: Path, limit: int) -> Iterator[Came]:
    """What `unpacking.taken_out` gives, written by another process; where that ends too early, the rest is told of."""
    with APART.asked(Unpacking(path.absolute(), name, folder.absolute(), limit)) as answers:
        while True:
            try:
                came: Came | None = APART.answer(answers)
            except Unreadable:
                yield Came(folder, name, _REST)
                return
            if came is None:
                return
            yield came


def answers_to(asked: Opening | Again | Looking | Unpacking) -> Iterator[Any]:
    """The book; or rows of a table, some at a time, and nothing at their end; or files that are in it."""
    if isinstance(asked, Looking):
        yield unpacking.holds_files(asked.path)
        return
    if isinstance(asked, Unpacking):
        yield from unpacking.taken_out(asked.path, asked.name, asked.folder, asked.limit)
        yield None
        return
    book = opening.open_here(asked.path, asked.name)
    if isinstance(asked, Again):
        rows = opening.guarded(book.tables[asked.place].rows())
        while some := list(islice(rows, _TOGETHER)):
            yield list(map(_VALUES, some))  # by their values: half of what pickling them would take
        yield []
    else:
        yield replace(book, tables=tuple(_sendable(table, asked, place) for place, table in enumerate(book.tables)))


def _sendable(table: Table, asked: Opening, place: int) -> Table:
    if table.row_count <= len(table.sample):
        return replace(table, source=Kept(table.sample))
    if table.row_count <= SENT_ALONG:
        return replace(table, source=Kept(tuple(opening.guarded(table.rows()))))
    return replace(table, source=Again(asked.path, asked.name, place))


APART: Final = Apart(
    __name__,
    says=(Kept, Again, Opening, Looking, Unpacking, Came, Book, Table, Row, Skipped, Skip),
    answers=answers_to,
    stopped=_STOPPED,
    fell=_FELL,
)
