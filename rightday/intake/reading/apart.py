"""Files opened by a process apart (`kernel.apart`), so that what a file does to its reader it does to nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from rightday.intake.reading import opening
from rightday.intake.reading.book import Book, Row, Skip, Skipped, Table
from rightday.kernel.apart import Apart

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


def open_apart(path: Path, name: str) -> Book:
    """The file, opened and read to its end by another process. Raises Unreadable."""
    with APART.asked(Opening(path.absolute(), name)) as answers:
        book: Book = APART.answer(answers)
    return book


def answers_to(asked: Opening | Again) -> Iterator[Any]:
    """The book; or rows of a table, some at a time, and nothing at their end."""
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
    says=(Kept, Again, Opening, Book, Table, Row, Skipped, Skip),
    answers=answers_to,
    stopped=_STOPPED,
    fell=_FELL,
)
