"""The lines of a file in their order, each a record with what it shows. Pure: any process can read them."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rightday.intake.reading import Table, letter, open_file, text_of
from rightday.intake.reading.book import Row
from rightday.intake.running.judging import Judged, judge
from rightday.intake.understanding import columns, profiles, shapes, together
from rightday.intake.understanding import records as rules
from rightday.intake.understanding.columns import Column
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds
from rightday.intake.understanding.records import Record
from rightday.leads.rules import Holds as Days


@dataclass(frozen=True, slots=True)
class Source:
    """A file and how it is read: `said` is what was understood or chosen (`Import.understood`), `days` for how
    long what was heard holds.
    """

    path: Path
    name: str
    said: dict[str, Any]
    today: date
    days: Days
    zone: str = ""
    ours: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is a record. `order` counts from 1 over all sheets that are used; `written` is the row as it
    came, as JSON: it is only kept, and travels between two processes.

    `judged` is what becomes of it where nobody knows the person, None where nobody has asked yet. `system` and
    `kind` say whose its external id is.
    """

    order: int
    sheet: str
    holds: Holds
    record: Record
    written: str
    judged: Judged | None = None
    system: str = ""
    kind: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """Header (or letter) to text."""
        found: dict[str, str] = json.loads(self.written)
        return found


def lines_of(source: Source, *, after: int = 0) -> Generator[Line]:
    """The records of every sheet that is used, from the one after `after` on. Raises Unreadable."""
    order, today = 0, source.today
    book = open_file(source.path, source.name)
    for table, chosen in zip(book.tables, source.said["tables"], strict=True):
        if not chosen["use"]:
            continue
        found = columns_of(table, chosen, today)
        if source.said.get("order_chosen"):
            # Somebody's choice of the order goes before what a column shows by itself.
            found = tuple(replace(column, dayfirst=None) for column in found)
        plan, how = columns.plan(found), _settings(source)
        names = {column.index: column.name for column in found}
        holds = Holds(chosen["holds"])
        system, kind = origin(table.header)
        for row in table.rows():
            read = rules.read_row(row, plan, how)
            for record in together.apart(read) if read.usable else (read,):
                order += 1
                if order > after:
                    judged = judge(record, holds=holds, today=today, days=source.days)
                    written = json.dumps(_cells(row, names))
                    yield Line(order, table.name, holds, record, written, judged, system, kind)


def origin(header: tuple[str, ...]) -> tuple[str, str]:
    """System and kind of a table's ids: those of its profile, else files of just these headers."""
    profile = profiles.of(header)
    return (profile.system, profile.kind) if profile else ("file", shapes.key_of(header)[:16])


def columns_of(table: Table, chosen: dict[str, Any], today: date) -> tuple[Column, ...]:
    """The table's columns with the fields that were understood or chosen."""
    guessed = columns.guess(table.header, table.sample, today)
    fields = {column["index"]: Field(column["field"]) for column in chosen["columns"]}
    return columns.changed(
        guessed, {c.index: fields[c.index] for c in guessed if fields.get(c.index, c.field) != c.field}
    )


def _settings(source: Source) -> rules.Settings:
    said = source.said
    return rules.Settings(
        today=source.today,
        region=said["region"],
        dayfirst=True if said["dayfirst"] is None else said["dayfirst"],
        currency=said["currency"],
        zone=source.zone,
        ours=source.ours,
    )


def _cells(row: Row, names: dict[int, str]) -> dict[str, str]:
    """The row word for word: header (or letter) to text; a header that comes twice gets its letter."""
    cells: dict[str, str] = {}
    for index, cell in enumerate(row.cells):
        if cell is None or cell == "":
            continue
        name = names.get(index) or letter(index)
        cells[name if name not in cells else f"{name} ({letter(index)})"] = text_of(cell)
    return cells
