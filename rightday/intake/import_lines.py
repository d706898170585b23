"""The lines of an import in their order: the stored file, read under the columns that were chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from rightday.intake import columns, rules
from rightday.intake.columns import Column
from rightday.intake.fields import Field
from rightday.intake.holds import Holds
from rightday.intake.models import Import
from rightday.intake.reading import Book, Table, letter, open_file, text_of
from rightday.intake.reading.book import Row
from rightday.intake.rules import Record


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is a record. `order` counts from 1 over all sheets that are used; `cells` is the row as it came."""

    order: int
    sheet: str
    holds: Holds
    record: Record
    cells: dict[str, str]


def stored(batch: Import) -> Path:
    return Path(settings.UPLOADS) / "imports" / batch.stored


def reopen(batch: Import) -> Book:
    """The stored file, open. Raises Unreadable if it has gone or changed."""
    return open_file(stored(batch), batch.name)


def lines(batch: Import, today: date, *, after: int = 0) -> Iterator[Line]:
    """The records of every sheet that is used, from the one after `after` on."""
    order = 0
    said = batch.understood
    book = reopen(batch)
    for table, chosen in zip(book.tables, said["tables"], strict=True):
        if not chosen["use"]:
            continue
        found = columns_of(table, chosen, today)
        if said.get("order_chosen"):
            # Somebody's choice of the order goes before what a column shows by itself.
            found = tuple(replace(column, dayfirst=None) for column in found)
        plan = columns.plan(found)
        names = {column.index: column.name for column in found}
        how = rules.Settings(
            today=today,
            region=said["region"],
            dayfirst=True if said["dayfirst"] is None else said["dayfirst"],
            currency=said["currency"],
        )
        holds = Holds(chosen["holds"])
        for row in table.rows():
            order += 1
            if order > after:
                yield Line(order, table.name, holds, rules.read_row(row, plan, how), _cells(row, names))


def columns_of(table: Table, chosen: dict[str, Any], today: date) -> tuple[Column, ...]:
    """The table's columns with the fields that were understood or chosen."""
    guessed = columns.guess(table.header, table.sample, today)
    fields = {column["index"]: Field(column["field"]) for column in chosen["columns"]}
    return columns.changed(
        guessed, {c.index: fields[c.index] for c in guessed if fields.get(c.index, c.field) != c.field}
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
