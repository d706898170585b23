"""What an .ods says of its sheets beside values: struck rows, hidden rows and columns. calamine does not tell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from rightday.intake.reading.book import Unreadable
from rightday.intake.reading.package import Package, local
from rightday.intake.reading.shape import Shape
from rightday.kernel import limits

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_WIDEST, _TALLEST = 1_000, 100_000
_MOST_STRUCK = 1_000_000


def shapes_of(package: Package) -> dict[str, Shape]:
    """Name → shape of each sheet. Raises Unreadable for parts that are damaged."""
    struck: set[str] = set()
    for element in package.elements("styles.xml", "style") if "styles.xml" in package else ():
        _style(element, struck)
    reader = _Reader(struck)
    parser: XMLPullParser[Element] = XMLPullParser(["start", "end"])
    try:
        for number, chunk in enumerate(package.stream("content.xml")):
            limits.going_on(number * 1_000)
            parser.feed(chunk)
            # Asked for these events, it gives elements; its type names all that it could give.
            for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                reader.take(event, element)
    except (ParseError, Unreadable):
        return {}  # calamine says what is wrong with it
    return reader.shapes


def _style(element: Element, struck: set[str]) -> None:
    """A style is struck by a line through its text, or as its parent is."""
    values = {local(name): value for name, value in element.attrib.items()}
    for child in element:
        said = {local(name): value for name, value in child.attrib.items()}
        lines = [said[name] for name in ("text-line-through-style", "text-line-through-type") if name in said]
        if lines:
            (struck.add if "none" not in lines else struck.discard)(values.get("name", ""))
            return
    if values.get("parent-style-name") in struck:
        struck.add(values.get("name", ""))


@dataclass(slots=True)
class _Reader:
    """Follows the elements of a document and keeps what each sheet is like."""

    struck: set[str]
    shapes: dict[str, Shape] = field(default_factory=dict)
    name: str = ""
    depth: int = 0
    row: int = 0
    column: int = 0
    hidden_rows: int = 0
    columns: list[int] = field(default_factory=list)
    defaults: list[str] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def take(self, event: str, element: Element) -> None:
        kind = local(element.tag)
        if kind == "table":
            self.depth += 1 if event == "start" else -1
            if self.depth == 1 and event == "start":
                self._begin(element)
            elif self.depth == 0:
                self.shapes[self.name] = Shape(tuple(self.columns), self.hidden_rows, frozenset(self.rows))
                element.clear()
        elif event == "end" and kind == "style":
            _style(element, self.struck)
        elif event == "end" and kind == "table-column" and self.depth == 1:
            self._column(element)
        elif event == "end" and kind == "table-row" and self.depth == 1:
            self._row(element)
            element.clear()

    def _begin(self, element: Element) -> None:
        self.name, self.row, self.column, self.hidden_rows = _said(element, "name"), 0, 0, 0
        self.columns, self.defaults, self.rows = [], [], set()

    def _column(self, element: Element) -> None:
        count = _count(element, "number-columns-repeated")
        if _is_hidden(element) and count < _WIDEST:
            self.columns += range(self.column, self.column + count)
        if len(self.defaults) < _WIDEST:
            self.defaults += [_said(element, "default-cell-style-name")] * min(count, _WIDEST)
        self.column += count

    def _row(self, element: Element) -> None:
        count, first = _count(element, "number-rows-repeated"), self.row + 1
        self.row += count
        full = list(self._full(element, _said(element, "default-cell-style-name")))
        if not full or count > _TALLEST:
            return
        if _is_hidden(element):
            self.hidden_rows += count
        if sum(full) * 2 >= len(full) and any(full) and len(self.rows) < _MOST_STRUCK:
            self.rows.update(range(first, first + count))

    def _full(self, row: Element, style: str) -> Iterator[bool]:
        """For each cell that says something, whether it is crossed out."""
        column = 0
        for cell in row:
            if local(cell.tag) not in _CELLS:
                continue
            here = self.defaults[column] if column < len(self.defaults) else ""
            column += _count(cell, "number-columns-repeated")
            if len(cell) or _said(cell, "value-type"):
                yield (_said(cell, "style-name") or style or here) in self.struck or self._in_runs(cell)

    def _in_runs(self, cell: Element) -> bool:
        """Whether all the words of a cell are crossed out, run by run."""
        whole = "".join(cell.itertext()).strip()
        runs = [one for one in cell.iter() if local(one.tag) == "span" and _said(one, "style-name") in self.struck]
        return bool(whole) and "".join("".join(one.itertext()) for one in runs).strip() == whole


def _said(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def _count(element: Element, name: str) -> int:
    said = _said(element, name)
    return int(said) if said.isdecimal() and 0 < len(said) < 8 else 1


def _is_hidden(element: Element) -> bool:
    return _said(element, "visibility") in ("collapse", "filter")
