"""From lines to a table: titles above, the header, sections, totals, and the records.

A line is never dropped on a guess alone that could be a record: without words that mark
it as a title, a section or a total it stays one, and is judged by its fields later.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from rightday.intake.reading import headers
from rightday.intake.reading.book import (
    Cell,
    Line,
    Row,
    Skip,
    Skipped,
    Table,
    Unreadable,
    letter,
    text_of,
)
from rightday.kernel import limits

HIDDEN_SHEET = "This sheet is hidden in the file. It is read like the others."
_SAMPLE = 200
_LOOK_FOR_HEADER = 60
_MOST_SKIPPED = 10_000
_SECTION_MARK = re.compile(r"[▼▲►▶◄◀↓↑→⬇⇩]|^[-=*~_–—•]{2,}|[-=*~_–—]{2,}$|\S:$")
_SECTION_WORD = re.compile(
    r"\b(?:HOT|WARM|COLD|LEADS?|OTHERS?|CANDIDATES?|CLIENTS?|PROSPECTS?|CLOSED|LOST|WON|PLACED"
    r"|ARCHIVED?|OLD|DEAD|NEW|ACTIVE|INACTIVE|FOLLOW[- ]UPS?|PIPELINE|TARGETS?|TO CALL|CALLED|DONE"
    r"|PRIORITY|NORTH|SOUTH|EAST|WEST|LONDON|CONTRACT|PERM(?:ANENT)?|TEMPS?)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SECTION_TIME = re.compile(
    rf"(?:week|wk|w/c|q[1-4]|{_MONTH})\.?\s+[\d/.' ]{{1,10}}(?:(?:st|nd|rd|th)?\s*{_MONTH})?", re.IGNORECASE
)
_UNIT = re.compile(
    r"[(\[][^()\[\]]{1,30}[)\]]|[dmyhs]{1,4}(?:[./: -][dmyhs]{1,4})+|[%£$€]k?|GBP|EUR|USD|CHF|k?EUR|days?|hours?|years?"
    r"|text|date|number|required|mandatory|optional|yes/no|y/n",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub-?\s?)?(?:totals?|sum|summe|gesamt|count|average|subtotals?|anzahl)\b", re.IGNORECASE
)
_TOTAL_ALONE = re.compile(
    r"(?:grand |sub-?\s?)?(?:totals?|sum|summe|gesamt|subtotals?)(?:\s+(?:leads?|rows?|clients?|calls?"
    r"|candidates?|records?|number|of|fees?|all|\d+))*\s*:?\s*[\d.,£$€ ]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Shape:
    header_row: int | None
    header: tuple[str, ...]
    plain_header: tuple[str, ...]


def table(name: str, lines: Callable[[], Iterator[Line]], *, notes: tuple[str, ...] = ()) -> Table:
    """Read a table once to its end, so that damage shows now and not halfway through an import.

    `lines` starts a new reading each time. Raises Unreadable.
    """
    beginning = [line for line in islice(lines(), _LOOK_FOR_HEADER) if _full(line.cells)]
    shape = _shape(beginning)
    sample: list[Row] = []
    skipped: list[Skipped] = []
    count = empty = width = 0
    for number, line in enumerate(_judged(shape, lines())):
        limits.going_on(number)
        if line is None:
            empty += 1
        elif isinstance(line, Skipped):
            skipped.append(line)
            if len(skipped) > _MOST_SKIPPED:
                raise Unreadable(
                    "More than 10,000 lines of this file are titles, sections or totals. Bring the list without them."
                )
        else:
            count += 1
            if len(sample) < _SAMPLE:
                sample.append(line)
                width = max(width, len(line.cells))
    header = shape.header
    if shape.header_row is None:
        header = tuple(letter(index) for index in range(min(width, 1_000)))
    return Table(
        name,
        shape.header_row,
        header,
        count,
        tuple(skipped),
        empty,
        tuple(sample),
        lambda: (line for line in _judged(shape, lines()) if isinstance(line, Row)),
        notes,
    )


def made(name: str, rows: list[Row], header: list[str]) -> Table:
    """A table of a format without headers of its own: its reader names the columns."""
    kept = tuple(rows)
    return Table(name, None, tuple(header), len(kept), (), 0, kept[:_SAMPLE], lambda: iter(kept))


def _shape(beginning: list[Line]) -> _Shape:
    index = headers.find([line.cells for line in beginning])
    if index is None:
        return _Shape(None, (), ())
    line = beginning[index]
    above = beginning[index - 1] if index and beginning[index - 1].number == line.number - 1 else None
    header = _grouped([" ".join(text_of(cell).split()) for cell in line.cells], above)
    return _Shape(line.number, header, tuple(text.casefold() for text in header if text))


def _grouped(names: list[str], above: Line | None) -> tuple[str, ...]:
    """Names that come twice get the words over them: "Phone" under "Home" and under "Work"."""
    groups = [" ".join(text_of(cell).split()) for cell in above.cells] if above else []
    if sum(map(bool, groups)) < 2:
        return tuple(names)
    twice = {name for name in names if name and names.count(name) > 1}
    found, group = [], ""
    for index, name in enumerate(names):
        group = (groups[index] if index < len(groups) else "") or group
        found.append(f"{group} {name}" if name in twice and group else name)
    return tuple(found)


def _judged(shape: _Shape, lines: Iterator[Line]) -> Iterator[Row | Skipped | None]:
    """Each line as what it is; None for one without any text."""
    section = ""
    start = shape.header_row or 0
    for line in lines:
        full = _full(line.cells)
        if not full:
            yield None
        elif line.number <= start:
            if line.number < start:
                yield Skipped(line.number, Skip.TITLE, _joined(full))
        elif shape.header_row and line.number == start + 1 and _units(full):
            yield Skipped(line.number, Skip.HEADER, _joined(full))
        elif (reason := _skip(shape, line.cells, full)) is not None:
            if reason is Skip.SECTION:
                section = _joined(full)
            yield Skipped(line.number, reason, _joined(full))
        else:
            yield Row(line.number, line.cells, section, line.struck, line.problems)


def _skip(shape: _Shape, cells: tuple[Cell, ...], full: list[Cell]) -> Skip | None:
    first = full[0]
    if not isinstance(first, str):
        return None
    if len(full) == 1:
        return _single(shape, first.strip())
    if _TOTAL.match(first) and all(_numeric(cell) for cell in full[1:]):
        return Skip.TOTAL
    if len(full) == len(shape.plain_header) and first.strip().casefold() == shape.plain_header[0]:
        texts = tuple(" ".join(text_of(cell).split()).casefold() for cell in full)
        if texts == shape.plain_header:
            return Skip.HEADER
    return None


def _units(full: list[Cell]) -> bool:
    """A line under the header that says in what its columns are written: "(dd/mm/yyyy)", "GBP", "%"."""
    return len(full) > 1 and all(isinstance(cell, str) and _UNIT.fullmatch(cell.strip()) for cell in full)


def _single(shape: _Shape, text: str) -> Skip | None:
    """A line with one text alone. A company's name alone is a record; so is an address alone."""
    if shape.header_row is not None and len(shape.plain_header) < 3:
        return None
    if "@" in text:
        return None
    if _TOTAL_ALONE.fullmatch(text):
        return Skip.TOTAL
    if len(text) <= 60 and (
        _SECTION_MARK.search(text)
        or (text == text.upper() and _SECTION_WORD.search(text))
        or _SECTION_TIME.fullmatch(text)
    ):
        return Skip.SECTION
    return Skip.NOTE if len(text) > 60 and len(text.split()) >= 8 else None


def _full(cells: tuple[Cell, ...]) -> list[Cell]:
    return [cell for cell in cells if cell is not None and (not isinstance(cell, str) or not _blank(cell))]


def _blank(text: str) -> bool:
    return not text or text.isspace()


def _numeric(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(re.fullmatch(r"[\s\d.,%£$€()+-]+", cell))
    return isinstance(cell, int | float)


def _joined(full: list[Cell]) -> str:
    return " · ".join(" ".join(text_of(cell).split()) for cell in full)[:2_000]
