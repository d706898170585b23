"""Reads .csv and its relatives: any delimiter, any encoding, ragged rows, line breaks in quotes.

Formulas are text here and stay text; only Excel's ="…" wrapper, which keeps zeros and
pluses, is taken off.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

from rightday.intake.reading import drawn, pasted, tables
from rightday.intake.reading.book import LONGEST_CELL, MOST_CELLS, Book, Line, Unreadable, letter
from rightday.kernel import encodings

# The reader's own limit is for the whole process and would end the file at a long note.
csv.field_size_limit(64 * 1024 * 1024)

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_WRAPPED = re.compile(r'="(.*)"', re.DOTALL)
_UNWANTED = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff]")
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"[!?]$|(?<![\w.])[a-z]{4,}\.$")
"""How sentences end; names of firms end in "Ltd." or "Inc."."""
_MOST_REPAIRS = 50
_WIDEST = 400
PROSE = "This is running text, not a table. Paste it into quick capture, or bring a spreadsheet."
TOO_WIDE = "This file has too many columns to be a list of people. Check how it was exported."


def open_delimited(path: Path, name: str) -> Book:
    """The file as a book of one table. Raises Unreadable for text that is no table."""
    encoding = encodings.guess(path)
    sample = list(islice(_text(path, encoding), _SAMPLE_LINES))
    if not any(line.strip() for line in sample):
        raise Unreadable("There is nothing but blank lines in this file.")
    whole = partial(_lines, path, encoding, "\x1f")
    if drawn.is_barred(sample):
        return Book(name, "text", encoding, "", (tables.table("", partial(drawn.barred, whole)),))
    if starts := drawn.columns_of(sample):
        return Book(name, "text", encoding, "", (tables.table("", drawn.Aligned(whole, starts)),))
    delimiter = _delimiter(sample)
    if _is_prose(sample, delimiter):
        raise Unreadable(PROSE)
    if pasted.is_list(sample):
        return Book(name, "text", encoding, "", (tables.table("", partial(pasted.split, whole)),))
    table = tables.table("", partial(_lines, path, encoding, delimiter))
    return Book(name, "csv", encoding, delimiter, (table,))


def _text(path: Path, encoding: str) -> Iterator[str]:
    """Physical lines with their ends (\\n, \\r\\n or \\r), without NULs."""
    with path.open("rb") as bytes_of_it:
        bytes_of_it.seek(encodings.skips(path, encoding))
        file = io.TextIOWrapper(bytes_of_it, encoding=encoding, errors=encodings.errors(encoding), newline="")
        while line := file.readline():
            yield line.replace("\0", "") if "\0" in line else line


def _delimiter(sample: list[str]) -> str:
    """The delimiter under which most rows have the same number of cells, and more than one."""
    said = _SEPARATOR_LINE.fullmatch(sample[0])
    if said:
        return said.group(1)
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in _parsed(sample, delimiter) if row)
        full = {width: count for width, count in widths.items() if width > 1}
        if not full:
            continue
        width, count = max(full.items(), key=lambda item: (item[1], item[0]))
        # A comma in most notes is beaten by a semicolon in all rows; wider is likelier.
        score = count / sum(widths.values()) + min(width, 20) / 100
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _parsed(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def _is_prose(sample: list[str], delimiter: str) -> bool:
    rows = [row for row in _parsed(sample, delimiter) if any(cell.strip() for cell in row)]
    if all(len(row) == 1 for row in rows):
        ended = sum(_SENTENCE.search(row[0].rstrip()[-40:]) is not None for row in rows)
        if rows and ended * 2 > len(rows):
            return True
    if len(rows) < 2 or sum(len(row) for row in rows) > len(rows) * 1.5:
        return False
    return sum(len(" ".join(row).split()) >= 6 for row in rows) * 2 > len(rows)


@dataclass(slots=True)
class _Feed:
    """Physical lines on their way to the csv reader, remembering those of the row in the making."""

    lines: Iterator[str]
    taken: list[str]

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.taken.append(line)
        return line


def _lines(path: Path, encoding: str, delimiter: str) -> Iterator[Line]:
    area = 0
    for number, (row, problem) in enumerate(_rows(_text(path, encoding), delimiter), start=1):
        if number == 1 and _SEPARATOR_LINE.fullmatch(delimiter.join(row)):
            row = []
        area += len(row)
        if area > MOST_CELLS and area > number * _WIDEST:  # narrow tables may be of any length
            raise Unreadable(TOO_WIDE)
        yield _line(number, row, problem)


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[list[str], str]]:
    """Rows, with a problem said where a quotation mark was opened and never closed.

    Such a mark would swallow the rest of the file: its line is read as plain text instead,
    and reading goes on with the next.
    """
    feed = _Feed(lines, [])
    repairs = 0
    while True:
        reader = csv.reader(feed, delimiter=delimiter)
        for row in reader:
            if len(feed.taken) > 1 and _left_open(feed, repairs):
                break
            feed.taken.clear()
            yield row, ""
        else:
            return
        repairs += 1
        first, *rest = feed.taken
        plain = csv.reader([first], delimiter=delimiter, quoting=csv.QUOTE_NONE)
        yield next(plain), "A quotation mark is opened in this row and never closed."
        feed = _Feed(chain(rest, feed.lines), [])


def _left_open(feed: _Feed, repairs: int) -> bool:
    """Whether the row ended because the file did, inside quotes."""
    if repairs >= _MOST_REPAIRS or sum(line.count('"') for line in feed.taken) % 2 == 0:
        return False
    following = next(feed.lines, None)
    if following is None:
        return True
    feed.lines = chain([following], feed.lines)
    return False


def _line(number: int, row: list[str], problem: str) -> Line:
    problems = [problem] if problem else []
    cells = []
    for index, text in enumerate(row):
        if len(text) > LONGEST_CELL:
            text = text[:LONGEST_CELL]
            problems.append(f"Cell {letter(index)}{number} was longer than 32,767 characters and was cut.")
        cells.append(_cell(text))
    return Line(number, tuple(cells), problems=tuple(problems))


def _cell(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith('="') and (wrapped := _WRAPPED.fullmatch(text)):
        text = wrapped.group(1).replace('""', '"')
    return _UNWANTED.sub("", text) if not text.isprintable() else text
