"""What `rightday import` says of a file: as JSON, a record at a time, or in words."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from rightday.commands.say import say
from rightday.intake.reading import letter
from rightday.intake.running.dry_run import Counts, DryRun, head_json, line_json
from rightday.intake.understanding.fields import Field
from rightday.kernel import encodings

if TYPE_CHECKING:  # models come once Django is ready
    from rightday.intake.models import Import

BECAME = {
    "lead": "new leads",
    "intelligence": "intelligence, each with the question to ask next",
    "person": "new people (candidates, and people who said no)",
    "known": "people you know already",
    "decide": "duplicates for you to decide",
    "refused": "rows that cannot be used",
}
_HOLDS = {"leads": "leads", "candidates": "candidates", "follow_ups": "calls to make"}
_SHOWN = 20


def say_json(run: DryRun) -> None:
    """One object on standard output. Records are written as they are read, a line each."""
    book, every = run.book, Counts()
    head = {
        "version": 1,
        "file": book.name,
        "format": book.format,
        "encoding": encodings.shown(book.encoding) if book.encoding else None,
        "delimiter": book.delimiter or None,
        "against": "book" if run.in_book else "nothing",
    }
    _write(_inside(head) + ',\n"tables": [')
    for place, table in enumerate(run.tables):
        counts = Counts()
        _write((",\n" if place else "\n") + _inside(head_json(table)) + ',\n"records": [')
        _records(run, place, counts)
        _write(
            "],\n" + _inside({"counts": counts.became, "grades": counts.grades, "refused": counts.refused})[1:] + "}"
        )
        every.plus(counts)
    _write("],\n" + json.dumps({"counts": every.became, "grades": every.grades, "errors": []})[1:] + "\n")
    sys.stdout.flush()


def _records(run: DryRun, place: int, counts: Counts) -> None:
    first = True
    for one in run.judged(place):
        counts.add(one)
        if one.line.record.usable:
            _write(("\n" if first else ",\n") + json.dumps(line_json(one)))
            first = False


def batch_json(batch: Import) -> dict[str, Any]:
    """What is said of a file that was brought in; the agency must be entered."""
    from rightday.intake.showing.rows import all_rows

    said = batch.understood
    return {
        "version": 1, "import": batch.pk, "file": batch.name, "format": said["format"],
        "encoding": said["encoding"] or None, "delimiter": said["delimiter"] or None, "state": batch.state,
        "rows": batch.total, "tables": [_table(table) for table in said["tables"]], "counts": batch.counts,
        "refused": [
            {"sheet": row.sheet, "row": row.number, "reason": row.why} for row in all_rows(batch, only_refused=True)
        ],
        "errors": [batch.problem] if batch.problem else [],
    }  # fmt: skip


def _table(table: dict[str, Any]) -> dict[str, Any]:
    columns = [{key: column[key] for key in ("index", "header", "field")} for column in table["columns"]]
    return {key: table[key] for key in ("name", "holds", "header_row", "rows", "use")} | {"columns": columns}


def say_words(run: DryRun) -> Counts:
    """What was understood and what rows would become, for people; returns the counts of the file."""
    book, every = run.book, Counts()
    how = ", ".join(filter(None, [book.format, encodings.shown(book.encoding) if book.encoding else ""]))
    say(f"{book.name} ({how})")
    for place, table in enumerate(run.tables):
        said, counts = head_json(table), Counts()
        for one in run.judged(place):
            counts.add(one)
        say_table(said, table.table.name)
        say_counts(counts)
        every.plus(counts)
        every.refused += counts.refused
    return every


def say_table(said: dict[str, Any], name: str) -> None:
    """One table: header row, columns with what they are taken for, lines that are no records."""
    rows = f"{said['rows']:,} row{'s' if said['rows'] != 1 else ''}"
    header = f"header in row {said['header_row']}" if said["header_row"] else "no header"
    say()
    say(f"{name or 'Table'}: {rows}, {header}, read as {_HOLDS[said['holds']]}")
    width = max((len(column["header"]) for column in said["columns"]), default=0)
    for column in said["columns"]:
        taken = "left out" if column["field"] == Field.LEAVE_OUT else column["field"].replace("_", " ")
        doubt = "" if column["sure"] >= 0.6 else "  (please look)"
        say(f"  {letter(column['index']):>2}  {column['header']:{min(width, 40)}}  {taken:16} {column['why']}{doubt}")
    for line in said["not_records"][:_SHOWN]:
        say(f"  row {line['row']} is no record ({line['reason']}): {' '.join(line['text'].split())[:80]}")


def say_counts(counts: Counts) -> None:
    """What the rows of a table would become, and those that cannot be used with their reasons."""
    grades = ", ".join(f"{count} {grade}" for grade, count in counts.grades.items())
    for kind, words in BECAME.items():
        if count := counts.became.get(kind, 0):
            say(f"  {count:>6,} {words}{f' ({grades})' if kind == 'lead' and grades else ''}")
    for line in counts.refused[:_SHOWN]:
        say(f"         row {line['row']}: {line['reason']}")
    if len(counts.refused) > _SHOWN:
        say(f"         and {len(counts.refused) - _SHOWN:,} more")


def _inside(said: dict[str, Any]) -> str:
    """An object left open, so that more can follow: `{"a": 1`."""
    return json.dumps(said)[:-1]


def _write(text: str) -> None:
    sys.stdout.write(text)
