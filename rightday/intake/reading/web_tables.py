"""Reads tables of web pages: many systems call such a page an .xls."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rightday.intake.reading import tables
from rightday.intake.reading.book import LONGEST_CELL, Book, Line, Unreadable
from rightday.intake.reading.content_lines import text_of_file
from rightday.intake.reading.jobs import postings_of
from rightday.intake.reading.web import Element, tree

NO_TABLE = "This is a web page without a table or a vacancy that says what it is. Copy its table and paste it."


def open_page(path: Path, name: str) -> Book:
    """The vacancies that a page declares; else its tables. Raises Unreadable where there is neither."""
    page = tree(text_of_file(path))
    found = postings_of(page)
    if found is not None:
        return Book(name, "jobposting", "", "", (found,))
    made = [
        tables.table("", partial(_lines, one)) for one in page.all()
        if one.tag == "table" and not any(inner.tag == "table" for inner in one.all())
    ]  # fmt: skip
    made = [one for one in made if one.row_count]
    if not made:
        raise Unreadable(NO_TABLE)
    return Book(name, "html", "", "", tuple(made))


def _lines(table: Element) -> Iterator[Line]:
    rows = [one for one in table.all() if one.tag == "tr"]
    for number, row in enumerate(rows, start=1):
        cells: list[str | None] = []
        for cell in row.elements():
            if cell.tag in ("td", "th"):
                wide = cell.attributes.get("colspan", "1")
                cells.append(cell.words()[:LONGEST_CELL])
                cells.extend([None] * (min(int(wide), 100) - 1 if wide.isdecimal() else 0))
        yield Line(number, tuple(cells))
