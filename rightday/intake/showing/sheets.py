"""Spreadsheets on their way out: the trial, and the rows of an import with what became of them.

Every text goes through `neutral`, and XlsxWriter is told to take no text for a formula or a link:
a cell that came in as "=HYPERLINK(...)" goes out as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.intake.models import Import
from rightday.intake.reading import neutral
from rightday.intake.reading.book import LONGEST_CELL
from rightday.intake.running import mending
from rightday.intake.running.judged_lines import JudgedLine, judge_lines
from rightday.intake.running.lines import lines
from rightday.intake.showing.rows import all_rows
from rightday.intake.showing.words import BECAME_WORDS, Became
from rightday.intake.understanding.seen import Seen
from rightday.team import queries as team
from rightday.team.models import Member

_CHUNK: Final = 500
# Excel's own limits.
_MOST_ROWS: Final = 1_048_575
_MOST_COLUMNS: Final = 16_000
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_refused(batch: Import, path: Path) -> None:
    """The rows that were not brought in: their own columns in their order, and the reason at the end."""
    rows = ((row.sheet, row.number, row.cells, (row.why,)) for row in all_rows(batch, only_refused=True))
    _write(path, batch, rows, mending.reason(), _("Not brought in"))


def write_all(batch: Import, path: Path) -> None:
    """Every row of an import that has run, with what became of it, why, and what could not be read."""
    rows = (
        (row.sheet, row.number, row.cells, (_label(row.became), row.why, "; ".join(row.problems)))
        for row in all_rows(batch, only_refused=False)
    )
    _write(path, batch, rows, mending.verdict(), _("Rows"))


def write_trial(batch: Import, path: Path, *, by: Member) -> None:
    """What each row would become, tried anew on every row of the file; nothing is kept."""
    rows = ((one.line.sheet, one.line.record.number, one.line.cells, _verdict(one)) for one in _judged(batch, by))
    _write(path, batch, rows, mending.verdict(), _("Trial"))


def _judged(batch: Import, by: Member) -> Iterator[JudgedLine]:
    seen, today, index = Seen(), team.today(by), 0
    some = []
    for line in lines(batch, today):
        some.append(line)
        if len(some) == _CHUNK:
            yield from judge_lines(some, seen, today, first_index=index)
            index, some = index + len(some), []
    yield from judge_lines(some, seen, today, first_index=index)


def _verdict(one: JudgedLine) -> tuple[str, str, str]:
    grade = f", {one.judged.grade.value}" if one.judged.became.value == Became.LEAD.value else ""
    return f"{_label(one.judged.became.value)}{grade}", one.judged.why, "; ".join(one.line.record.problems)


def _label(became: str) -> str:
    return str(BECAME_WORDS[Became(became)][0])


def _write(
    path: Path,
    batch: Import,
    rows: Iterable[tuple[str, int, dict[str, str], Sequence[str]]],
    after: Sequence[str],
    title: str,
) -> None:
    """Sheet and row number first, then the row's own columns, then what is said about it."""
    headers = mending.headers(batch.understood)[:_MOST_COLUMNS]
    place = {header: column for column, header in enumerate(headers, 2)}
    end = len(headers) + 2
    # Words under a header that the columns do not name (a row longer than its header) still go out.
    rest = mending.others()
    book = xlsxwriter.Workbook(str(path), dict(_OPTIONS))
    sheet = book.add_worksheet(title[:31])
    sheet.freeze_panes(1, 0)
    _line(sheet, 0, dict(enumerate((*mending.before(), *headers, *after, rest))))
    for number, (name, row, cells, said) in enumerate(rows, 1):
        if number > _MOST_ROWS:
            break
        values: dict[int, Any] = {0: name, 1: row} | {end + index: words for index, words in enumerate(said)}
        others = [f"{header}: {text}" for header, text in cells.items() if header not in place]
        values |= {place[header]: text for header, text in cells.items() if header in place}
        values[end + len(said)] = "\n".join(others)
        _line(sheet, number, values)
    book.close()


def _line(sheet: Any, number: int, values: dict[int, Any]) -> None:
    for column in sorted(values):
        value = values[column]
        if isinstance(value, int):
            sheet.write_number(number, column, value)
        elif value:
            sheet.write_string(number, column, neutral(_printable(str(value)))[:LONGEST_CELL])


def _printable(text: str) -> str:
    """Without signs that XML cannot hold: a workbook with one of them does not open."""
    if text.isprintable():
        return text
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))


def file_name(batch: Import, what: str) -> str:
    """ "Sam desk 2026, not brought in.xlsx" """
    stem = batch.name.rpartition(".")[0] or batch.name
    return f"{stem}, {what} {clock.now():%Y-%m-%d}.xlsx"
