"""What is kept of a file's understanding: plain values, shown on the page and changed by choices."""

from __future__ import annotations

from datetime import date
from typing import Any

from rightday.agencies import queries as agencies
from rightday.intake.reading import Book, Table
from rightday.intake.understanding import columns, holds
from rightday.kernel import encodings, when

SKIPPED = 200
"""So many lines that are no record are kept by name."""


def with_guesses(book: Book, today: date, *, size: int) -> dict[str, Any]:
    """The first understanding: all sheets with rows are used, columns as guessed."""
    agency = agencies.here()
    tables = [table_json(table, today) for table in book.tables]
    dayfirst, words = day_order(tables)
    return {
        "format": book.format,
        "encoding": encodings.shown(book.encoding) if book.encoding else "",
        "delimiter": book.delimiter,
        "size": size,
        "region": agency.country,
        "currency": agency.currency,
        "dayfirst": dayfirst,
        "day_words": words,
        "tables": tables,
    }


def table_json(table: Table, today: date) -> dict[str, Any]:
    guessed = columns.guess(table.header, table.sample, today)
    return {
        "name": table.name,
        "holds": holds.of(table.name, guessed).value,
        "header_row": table.header_row,
        "rows": table.row_count,
        "empty_rows": table.empty_rows,
        "notes": list(table.notes),
        "use": table.row_count > 0,
        "columns": [
            {
                "index": column.index,
                "header": column.name,
                "field": column.field.value,
                "sure": round(column.sure, 2),
                "why": column.why,
                "samples": list(column.samples),
                "dayfirst": column.dayfirst,
            }
            for column in guessed
        ],
        "not_records": [
            {"row": line.number, "reason": line.reason.value, "text": line.text[:300]}
            for line in table.skipped[:SKIPPED]
        ],
    }


def summary(understood: dict[str, Any]) -> int:
    """How many rows will be read: those of the sheets that are used."""
    return sum(table["rows"] for table in understood["tables"] if table["use"])


def day_order(tables: list[dict[str, Any]]) -> tuple[bool | None, str]:
    """The order of day and month over the whole file, and why; None where nothing tells."""
    said = [column["dayfirst"] for table in tables for column in table["columns"] if column["dayfirst"] is not None]
    samples = [s for table in tables for c in table["columns"] if c["field"].endswith("_on") for s in c["samples"]]
    if not samples:
        return None, "No days in this file"
    if all(sample[4:5] == "-" for sample in samples):
        return None, "Dates of the spreadsheet itself; nothing to guess"
    first, counts = when.dayfirst_of(samples)
    if first is None and said:
        first = said.count(True) >= said.count(False)
    if first is None:
        return None, "Nothing tells day and month apart; read as day, month, year"
    only = counts.dayfirst if first else counts.monthfirst
    order = "Day, month, year" if first else "Month, day, year"
    return first, f"{order}. {only} of the samples can only be read this way" if only else order
