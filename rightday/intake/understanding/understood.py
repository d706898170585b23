"""What was understood of a file, as plain values for JSON: before anything is known of the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rightday.intake.heard import Heard
from rightday.intake.reading import Book, Table
from rightday.intake.understanding import columns, holds, together
from rightday.intake.understanding import records as rules
from rightday.intake.understanding.columns import Column
from rightday.intake.understanding.records import Record, Settings
from rightday.kernel import encodings
from rightday.kernel.money import Fee
from rightday.kernel.when import Moment


@dataclass(frozen=True, slots=True)
class Understood:
    """A table with its columns, ready to give its records one at a time."""

    table: Table
    columns: tuple[Column, ...]
    holds: holds.Holds
    settings: Settings

    def records(self) -> Iterator[Record]:
        plan = columns.plan(self.columns)
        read = (rules.read_row(row, plan, self.settings) for row in self.table.rows())
        return (one for record in read for one in together.apart(record))


def understand(table: Table, settings: Settings, chosen: tuple[Column, ...] | None = None) -> Understood:
    """The table under the columns that somebody chose, else under those guessed."""
    found = chosen if chosen is not None else columns.guess(table.header, table.sample, settings.today)
    return Understood(table, found, holds.of(table.name, found), settings)


def understood_json(book: Book, tables: tuple[Understood, ...]) -> dict[str, Any]:
    """What `rightday import FILE --dry-run --json` prints, but for what became of each row."""
    return {
        "file": book.name,
        "format": book.format,
        "encoding": encodings.shown(book.encoding) if book.encoding else None,
        "delimiter": book.delimiter or None,
        "tables": [table_json(table) for table in tables],
    }


def table_json(understood: Understood) -> dict[str, Any]:
    """One table: shape, columns, records, and every row that is none, with the reason."""
    table = understood.table
    records = [record_json(record) for record in understood.records()]
    return {
        "name": table.name,
        "holds": understood.holds.value,
        "header_row": table.header_row,
        "rows": table.row_count,
        "empty_rows": table.empty_rows,
        "notes": list(table.notes),
        "columns": [_column_json(column) for column in understood.columns],
        "not_records": [{"row": line.number, "reason": line.reason.value, "text": line.text} for line in table.skipped],
        "refused": [{"row": record["row"], "reason": record["refused"]} for record in records if record["refused"]],
        "records": [record for record in records if not record["refused"]],
    }


def record_json(record: Record) -> dict[str, Any]:
    """A record with its fields; texts that are '' and lists that are empty stay, so that keys are fixed."""
    return {
        "row": record.number,
        "section": record.section,
        "struck_through": record.struck,
        "person": {"given": record.given, "family": record.family, "as_typed": record.full_name},
        "title": record.title,
        "company": record.company,
        "place": record.place,
        "country": record.country,
        "website": record.website,
        "phones": [
            {"as_typed": phone.typed, "e164": phone.e164, "ext": phone.ext, "problem": phone.problem}
            for phone in record.phones
        ],
        "emails": list(record.emails),
        "spoke_on": _moment_json(record.spoke_on),
        "next_on": _moment_json(record.next_on),
        "heard_on": _moment_json(record.heard_on),
        "status": record.status,
        "grade_words": record.grade_words,
        "needs": record.needs,
        "notes": record.notes,
        "source": record.source,
        "owner": record.owner,
        "fee": _fee_json(record.fee),
        "rate": record.rate,
        "own": dict(record.own),
        "external_id": record.external_id,
        "do_not_contact": record.do_not_contact,
        "do_not_email": record.do_not_email,
        "refusal_words": record.refusal_words,
        "demand": [_heard_json(heard) for heard in rules.demand_of(record)],
        "problems": list(record.problems),
        "refused": record.refused_reason,
    }


def _column_json(column: Column) -> dict[str, Any]:
    return {
        "index": column.index,
        "header": column.header,
        "field": column.field.value,
        "sure": round(column.sure, 2),
        "why": column.why,
        "samples": list(column.samples),
    }


def _moment_json(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {
        "day": moment.day.isoformat() if moment.day else None,
        "time": moment.time.isoformat("minutes") if moment.time else None,
        "as_typed": moment.text,
        "problem": moment.problem,
    }


def _fee_json(fee: Fee | None) -> dict[str, Any] | None:
    if fee is None:
        return None
    return {
        "kind": fee.kind.value,
        "percent": fee.basis_points / 100 if fee.basis_points is not None else None,
        "fixed_minor": fee.fixed.minor if fee.fixed else None,
        "currency": fee.fixed.currency if fee.fixed else None,
        "as_typed": fee.text,
        "problem": fee.problem,
    }


def _heard_json(heard: Heard) -> dict[str, Any]:
    return {
        "shows": heard.kind.value,
        "words": heard.words,
        "true_on": heard.day.isoformat() if heard.day else None,
        "count": heard.count,
    }
