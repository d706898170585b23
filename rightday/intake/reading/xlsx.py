"""Reads .xlsx and .xlsm as a stream, one row at a time.

Not with calamine: it lays a sheet out as one block from its first to its last cell, so a
file of 4 KB with a stray value in the last cell of the sheet makes it ask for 550 GB, and
the process dies; nor does it tell a struck-through row. Formulas are never evaluated: the
value that the writing program stored is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from rightday.intake.reading import tables, xlsx_shape, xlsx_styles
from rightday.intake.reading.book import LONGEST_CELL, MOST_CELLS, Book, Cell, Line, Table, Unreadable, letter
from rightday.intake.reading.package import DAMAGED, TOO_LARGE, UNWANTED, Package, local
from rightday.intake.reading.xlsx_shape import Shape
from rightday.intake.reading.xlsx_styles import Style

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_STRINGS = 2_000_000
_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class _Workbook:
    package: Package
    strings: tuple[str, ...]
    struck_strings: frozenset[int]
    styles: dict[str, Style]
    from_1904: bool


def open_xlsx(path: Path, name: str) -> Book:
    """All worksheets, hidden ones too. Raises Unreadable."""
    package = Package(path)
    folder, root = _workbook(package)
    related = _related(package, folder)
    by_kind = dict(related.values())
    strings, struck = _strings(package, by_kind.get("sharedStrings", f"{folder}sharedStrings.xml"))
    settings = next((one for one in root.iter() if local(one.tag) == "workbookPr"), None)
    book = _Workbook(
        package,
        strings,
        struck,
        xlsx_styles.read(package, by_kind.get("styles", f"{folder}styles.xml")),
        settings is not None and settings.get("date1904", "0") in ("1", "true"),
    )
    found = tuple(_table(book, *sheet) for sheet in _sheets(root, related, package))
    if not found:
        raise Unreadable("There is no worksheet in this file.")
    return Book(name, "xlsm" if f"{folder}vbaProject.bin" in package else "xlsx", "", "", found)


def _table(book: _Workbook, name: str, part: str, hidden: bool) -> Table:
    shape = xlsx_shape.shape_of(book.package, part)
    notes = (tables.HIDDEN_SHEET,) if hidden else ()
    return tables.table(name, partial(_lines, book, part, shape), notes=notes + shape.notes())


def _workbook(package: Package) -> tuple[str, Element]:
    """Where the workbook lies, and its root: usually xl/workbook.xml, but a file may say otherwise."""
    part = "xl/workbook.xml"
    for kind, target in _related(package, "", "_rels/.rels").values():
        part = target if kind == "officeDocument" and target in package else part
    try:
        return part[: part.rfind("/") + 1], fromstring(package.whole(part))  # noqa: S314 - see Package
    except ParseError:
        raise Unreadable(DAMAGED) from None


def _related(package: Package, folder: str, part: str = "") -> dict[str, tuple[str, str]]:
    """The parts a workbook points to: id → (kind, name of the part)."""
    try:
        root = fromstring(package.whole(part or f"{folder}_rels/workbook.xml.rels"))  # noqa: S314
    except ParseError:
        return {}
    found = {}
    for one in root:
        target = one.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else folder + target
        found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], whole)
    return found


def _sheets(root: Element, related: dict[str, tuple[str, str]], package: Package) -> Iterator[tuple[str, str, bool]]:
    for sheet in root.iter():
        if local(sheet.tag) != "sheet":
            continue
        link = sheet.get(f"{{{_RELATION}}}id") or sheet.get(f"{{{_STRICT_RELATION}}}id") or ""
        kind, part = related.get(link, ("", ""))
        if kind == "worksheet" and part in package:
            yield sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"


def _strings(package: Package, part: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """The texts that cells share, and which of them are crossed out as a whole."""
    found: list[str] = []
    struck: set[int] = set()
    for element in package.elements(part, "si") if part in package else ():
        if len(found) >= _MOST_STRINGS:
            raise Unreadable(TOO_LARGE)
        if _all_struck(element):
            struck.add(len(found))
        found.append(_text(element))
    return tuple(found), frozenset(struck)


def _text(element: Element) -> str:
    """The words of <si> or <is>: plain, or in runs; readings (rPh) are beside the words, not in them."""
    if len(element) == 1 and len(element[0]) == 0:
        return _clean(element[0].text or "")
    pieces = []
    for child in element:
        name = local(child.tag)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [one.text or "" for one in child if local(one.tag) == "t"]
    return _clean("".join(pieces))


def _all_struck(element: Element) -> bool:
    if len(element) < 2 and (len(element) == 0 or len(element[0]) == 0):
        return False  # plain text, by far the commonest
    runs = [child for child in element if local(child.tag) == "r"]
    return bool(runs) and all(
        any(local(one.tag) == "strike" and one.get("val", "1") not in ("0", "false")
            for one in run.iter())
        for run in runs
    )  # fmt: skip


def _clean(text: str) -> str:
    if text.isprintable() and "_x" not in text:
        return text
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWANTED.sub("", text)


def _lines(book: _Workbook, part: str, shape: Shape) -> Iterator[Line]:
    number = area = 0
    merged = shape.merged()
    for row in book.package.elements(part, "row", until="sheetData"):
        said = row.get("r", "")
        number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
        line = _line(book, row, number)
        area += len(line.cells)
        if area > MOST_CELLS:
            raise Unreadable(TOO_LARGE)
        yield merged.fill(line)


def _line(book: _Workbook, row: Element, number: int) -> Line:
    cells: list[Cell] = []
    problems: list[str] = []
    full = crossed = 0
    for cell in row:
        if len(cell) == 0:
            continue  # a border or a colour without content
        position = _column(cell.get("r", ""), len(cells))
        content, struck = _content(book, cell)
        if content is None or content == "":
            continue
        if isinstance(content, str) and len(content) > LONGEST_CELL:
            content = content[:LONGEST_CELL]
            problems.append(f"Cell {letter(position)}{number} was longer than 32,767 characters and was cut.")
        if position < len(cells):
            cells[position] = content
        else:
            cells.extend([None] * (position - len(cells)))
            cells.append(content)
        full += 1
        crossed += struck
    return Line(number, tuple(cells), struck=full > 0 and crossed * 2 >= full, problems=tuple(problems))


def _column(reference: str, following: int) -> int:
    """ "C7" → 2. Cells without a reference follow each other."""
    index = _column_of(reference.rstrip("0123456789"))
    return following if index is None else index


@lru_cache(maxsize=1024)
def _column_of(letters: str) -> int | None:
    if not re.fullmatch(r"[A-Z]{1,3}", letters):
        return None
    index = 0
    for character in letters:
        index = index * 26 + ord(character) - 64
    return index - 1 if index <= _COLUMNS else None


def _content(book: _Workbook, cell: Element) -> tuple[Cell, bool]:
    """What the cell holds, and whether it is crossed out."""
    style = book.styles.get(cell.get("s", "0"), xlsx_styles.PLAIN)
    kind = cell.get("t", "n")
    last = cell[-1]
    if kind == "inlineStr" or last.tag.endswith("}is"):
        return _text(last), style.struck or _all_struck(last)
    text = last.text or "" if last.tag.endswith("v") else _stored(cell)
    if text == "" or kind == "e":
        return (text or None), style.struck  # "#N/A" is kept as it is shown
    if kind == "s":
        index = int(text) if text.isdecimal() and len(text) < 9 else -1
        if not 0 <= index < len(book.strings):
            raise Unreadable(DAMAGED)
        return book.strings[index], style.struck or index in book.struck_strings
    if kind == "b":
        return text not in ("0", "false"), style.struck
    if kind in ("str", "d"):
        return _clean(text), style.struck
    return xlsx_styles.value(text, style, from_1904=book.from_1904), style.struck


def _stored(cell: Element) -> str:
    return next((child.text or "" for child in cell if local(child.tag) == "v"), "")
