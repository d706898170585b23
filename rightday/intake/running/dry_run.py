"""A dry run of a file: what is understood and what each row would become, with or without a book.

Nothing is written, and without an agency nothing is even read: rows are then judged against each
other alone. Records go past one at a time, so that a file of any length takes little memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final

from rightday.agencies import queries as agencies
from rightday.intake.reading import Book, Table, open_file
from rightday.intake.running.judged_lines import JudgedLine, judge_line, judge_lines
from rightday.intake.running.judging import Became
from rightday.intake.understanding import columns
from rightday.intake.understanding.file_lines import Line
from rightday.intake.understanding.records import Settings
from rightday.intake.understanding.seen import Seen
from rightday.intake.understanding.summary import day_order, table_json
from rightday.intake.understanding.understood import Understood, record_json, understand
from rightday.intake.understanding.understood import table_json as with_records
from rightday.leads.rules import Grade, Holds
from rightday.people.matching import Match
from rightday.team import queries as team

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says of a file; None: as the file itself shows."""

    dayfirst: bool | None = None
    region: str = "GB"
    currency: str = "GBP"


@dataclass(slots=True)
class Counts:
    """What rows became, with the grades of new leads, and the rows that cannot be used."""

    became: dict[str, int] = field(default_factory=lambda: dict.fromkeys((kind.value for kind in Became), 0))
    grades: dict[str, int] = field(default_factory=dict)
    refused: list[dict[str, Any]] = field(default_factory=list)

    def add(self, one: JudgedLine) -> None:
        judged = one.judged
        self.became[judged.became.value] += 1
        if judged.became is Became.LEAD and judged.grade is not Grade.NONE:
            self.grades[judged.grade.value] = self.grades.get(judged.grade.value, 0) + 1
        if judged.became is Became.REFUSED:
            self.refused.append({"row": one.line.record.number, "reason": judged.why})

    def plus(self, other: Counts) -> None:
        for mine, theirs in ((self.became, other.became), (self.grades, other.grades)):
            for kind, count in theirs.items():
                mine[kind] = mine.get(kind, 0) + count


@dataclass(slots=True)
class DryRun:
    """An opened file on its way; `in_book` is whether an agency is entered and its book is asked."""

    book: Book
    tables: tuple[Understood, ...]
    today: date
    in_book: bool
    seen: Seen = field(default_factory=Seen)
    _index: int = 0

    def judged(self, place: int) -> Iterator[JudgedLine]:
        """Every record of a table with its verdict. Tables are asked in their order, each once."""
        table = self.tables[place]
        records = iter(table.records())
        while some := list(islice(records, _CHUNK)):
            lines = [
                Line(self._index + number, table.table.name, table.holds, record, "{}")
                for number, record in enumerate(some, 1)
            ]
            yield from self._judge(lines)
            self._index += len(lines)

    def _judge(self, lines: list[Line]) -> list[JudgedLine]:
        if self.in_book:
            return judge_lines(lines, self.seen, self.today, first_index=self._index)
        holds = Holds()
        return [
            judge_line(line, Match(), self.seen, self.today, holds, self._index + number)
            for number, line in enumerate(lines)
        ]


def opened(path: Path, today: date, choices: Choices, *, in_book: bool) -> DryRun:
    """The file, open and understood. Raises Unreadable."""
    book = open_file(path, path.name)
    settings = Settings(
        today=today,
        region=choices.region,
        dayfirst=_dayfirst(book, today, choices),
        currency=choices.currency,
        zone=agencies.here().zone if in_book else "",
        ours=team.our_addresses() if in_book else frozenset(),
    )
    chosen = choices.dayfirst is not None
    return DryRun(book, tuple(_understood(table, settings, chosen) for table in book.tables), today, in_book)


def head_json(understood: Understood) -> dict[str, Any]:
    """A table without its records and refused rows."""
    empty = replace(understood, table=replace(understood.table, source=lambda: iter(())))
    said = with_records(empty)
    return {key: value for key, value in said.items() if key not in ("records", "refused")}


def line_json(one: JudgedLine) -> dict[str, Any]:
    """A record with its fields and what it would become."""
    judged = one.judged
    said = {key: value for key, value in record_json(one.line.record).items() if key != "refused"}
    return said | {
        "became": judged.became.value,
        "why": judged.why,
        "grade": judged.grade.value if judged.became is Became.LEAD else None,
        "until": judged.until.isoformat() if judged.until and judged.became is Became.LEAD else None,
    }


def _dayfirst(book: Book, today: date, choices: Choices) -> bool:
    """As chosen, else as the whole file shows, else the day first."""
    if choices.dayfirst is not None:
        return choices.dayfirst
    found, _words = day_order([table_json(table, today) for table in book.tables])
    return True if found is None else found


def _understood(table: Table, settings: Settings, chosen: bool) -> Understood:
    """Somebody's choice of the order goes before what a column shows."""
    found = columns.guess(table.header, table.sample, settings.today)
    return understand(table, settings, tuple(replace(one, dayfirst=None) for one in found) if chosen else found)
