"""A view of leads as a spreadsheet: every row of it, in its order, with its columns; days as days.

Rows are read in parts, so that memory does not grow with them. Every text goes through `neutral`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from django.utils.translation import gettext as _

from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.kernel.neutral import neutral
from rightday.leads import rules
from rightday.leads.lists import reading
from rightday.leads.lists.filter_values import Filters, Layout, Sort
from rightday.leads.lists.narrowing import Asked, apply, asked
from rightday.leads.lists.orders import Key, order_of
from rightday.leads.models import Lead
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import Dates
from rightday.team import queries as team
from rightday.team.models import Member

MOST: Final = 50_000
PART: Final = 500
_LONGEST_CELL: Final = 32_767
_COLUMNS: Final = (
    "id", "company__name", "title", "person__name", "identified_on", "hot_until", "warm_until", "cold_until",
    "outcome__kind", "outcome__who", "outcome__on", "stage", "last_heard_on", "next_step__kind", "next_step__subject",
    "next_step__due", "next_step__earliest", "owner__name",
)  # fmt: skip
_OPTIONS: Final = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip

Cell = str | date | time | None


class TooMany(Exception):
    """More rows than one file takes; the message says what to do."""


def refuse_too_many(member: Member, filters: Filters) -> None:
    """Raises TooMany where the view has more rows than MOST."""
    rows = apply(filters, member, team.today(member)).values("pk")[: MOST + 1]
    if rows.count() > MOST:
        words = _("This view has more than %(most)s leads. Add a filter, for one owner or one source, then export it.")
        raise TooMany(words % {"most": f"{MOST:,}"})


def header(filters: Filters) -> list[str]:
    """The columns of the list, each fact in one of its own."""
    how = [_("How it ended"), _("Ended on")] if filters.closed else [_("Grade"), _("Grade until")]
    return [
        _("Company"), _("Lead"), _("Person"), *how, _("Milestone"), _("Last heard"), _("Next step"), _("When"),
        _("Time"), _("Owner"),
    ]  # fmt: skip


def rows(member: Member, filters: Filters) -> Iterator[list[Cell]]:
    """The rows in order, read in parts; at most MOST."""
    one = asked(filters, member, team.today(member))
    for ids in _parts(one, filters):
        by_id = {row[0]: row for row in Lead.objects.filter(pk__among=ids).values_list(*_COLUMNS)}
        yield from (_cells(by_id[pk], one) for pk in ids if pk in by_id)


def parts(member: Member, filters: Filters) -> Iterator[list[int]]:
    """The ids of the rows in order, a part of them at a time; at most MOST."""
    return _parts(asked(filters, member, team.today(member)), filters)


def _parts(one: Asked, filters: Filters) -> Iterator[list[int]]:
    sort, turned = order_of(filters)
    if filters.layout is Layout.BOARD and not filters.closed and filters.sort is None:
        sort, turned = Sort.STAGE, False
    key: Key | None = None
    for _part in range(MOST // PART):
        found = reading.read(one, sort, turned=turned, key=key, back=False, size=PART, walk=0)
        yield [pk for _key, pk in found.rows]
        if not found.more:
            return
        key = found.rows[-1][0]


def _cells(row: tuple[Any, ...], one: Asked) -> list[Cell]:
    (
        _pk, company, title, person, identified, hot, warm, cold, ending, who, ended_on, stage, heard, kind, subject,
        due, earliest, owner,
    ) = row  # fmt: skip
    if one.filters.closed:
        words = rules.ENDING_WORDS[rules.Ending(ending)]
        how: list[Cell] = [f"{words}: {who}" if who else words, ended_on]
    else:
        dates = Dates(identified, hot, warm, cold)
        how = [rules.GRADE_WORDS[rules.grade(dates, one.on)], rules.grade_until(dates, one.on)]
    step = KIND_WORDS[Kind(kind)] if kind else ""
    step = f"{step}, {subject}" if subject and subject != title else step
    return [company or "", title, person, *how, STAGE_WORDS[Stage(stage)], heard, step, due, earliest, owner]


def csv_lines(member: Member, filters: Filters) -> Iterator[bytes]:
    """A file with commas, as UTF-8 with the mark by which Excel knows it."""
    writer = csv.writer(_Echo())
    yield b"\xef\xbb\xbf" + writer.writerow(header(filters))
    for cells in rows(member, filters):
        yield writer.writerow([_text(cell) for cell in cells])


def json_lines(member: Member, filters: Filters) -> Iterator[bytes]:
    """One document, {"leads": [...]}: a row a line, under the columns' English names folded to one word."""
    yield b'{"format": "rightday-list", "version": 1, "leads": ['
    keys = ENDED_KEYS if filters.closed else OPEN_KEYS
    for number, cells in enumerate(rows(member, filters)):
        said = {key: cell if isinstance(cell, str) or cell is None else cell.isoformat()
                for key, cell in zip(keys, cells, strict=True)}  # fmt: skip
        yield (b",\n" if number else b"\n") + json.dumps(said).encode()
    yield b"\n]}\n"


OPEN_KEYS: Final = (
    "company", "lead", "person", "grade", "grade_until", "milestone", "last_heard", "next_step", "when", "time",
    "owner",
)  # fmt: skip
ENDED_KEYS: Final = (*OPEN_KEYS[:3], "how_it_ended", "ended_on", *OPEN_KEYS[5:])


class _Echo:
    """Gives a line back instead of keeping it."""

    def write(self, line: str) -> bytes:
        return line.encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:%H:%M}" if isinstance(cell, time) else cell.isoformat() if isinstance(cell, date) else neutral(cell)


def write_workbook(path: Path, member: Member, filters: Filters, title: str) -> None:
    """A workbook with one sheet; days are days, and no text is a formula or a link."""
    book = xlsxwriter.Workbook(str(path), dict(_OPTIONS))
    sheet, bold = book.add_worksheet(_sheet_name(title)), book.add_format({"bold": True})
    formats = {date: book.add_format({"num_format": "yyyy-mm-dd"}), time: book.add_format({"num_format": "hh:mm"})}
    sheet.freeze_panes(1, 0)
    for column, words in enumerate(header(filters)):
        sheet.write_string(0, column, words, bold)
        sheet.set_column(column, column, 24 if column in (0, 1, 2, 7) else 14)
    for number, cells in enumerate(rows(member, filters), 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, date | time):
                sheet.write_datetime(number, column, cell, formats[type(cell)])
            elif cell:
                sheet.write_string(number, column, neutral(_printable(cell))[:_LONGEST_CELL])
    book.close()


def _sheet_name(title: str) -> str:
    return "".join(sign for sign in title if sign not in "[]:*?/\\")[:31] or "Leads"


def _printable(text: str) -> str:
    """Without signs that XML cannot hold: a workbook with one of them does not open."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
