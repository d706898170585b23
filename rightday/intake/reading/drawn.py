"""Tables that people draw with signs, as they stand in a note or a terminal: bars between cells, or spaces."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rightday.intake.reading.book import Line
from rightday.intake.understanding import fields

_BARS = str.maketrans("│┃║", "|||")
_RULE = re.compile(r"\s*[|+]?(?:\s*[:=─━═-]{2,}[:=]?\s*[|+┼╪╬]?)+\s*")
_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"\S {2,}\S")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MOST = 0.6
_WIDEST = 2_000
_UNALIGNED = "The columns of this row do not stand where those of the others do."


def is_barred(sample: Sequence[str]) -> bool:
    """Whether bars part the cells and a line is drawn under the header, as in Markdown; or bars stand around all."""
    full = _full(line.translate(_BARS) for line in sample)
    rows = [line for line in full if "|" in line and not _RULE.fullmatch(line[:_WIDEST])]
    ruled = any(_RULE.fullmatch(line[:_WIDEST]) for line in full[1:])
    framed = all(line.startswith("|") and line.endswith("|") for line in rows)
    return len(rows) > 1 and (ruled or framed) and len(rows) >= _MOST * sum(not _drawn(line) for line in full)


def barred(lines: Callable[[], Iterator[Line]]) -> Iterator[Line]:
    """Each line as the cells between its bars; lines that are drawn hold none."""
    for line in lines():
        text = _text(line).translate(_BARS).strip()
        if "|" not in text or _drawn(text):
            yield replace(line, cells=() if _drawn(text) else line.cells)
            continue
        inner = text.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        yield replace(line, cells=tuple(map(_cell, _BAR.split(inner))))


def columns_of(sample: Sequence[str]) -> tuple[int, ...]:
    """Where columns begin in lines that spaces put under each other; () for any other text."""
    full = [line.rstrip() for line in sample if line.strip() and not _drawn(line)]
    if any(sign in line for line in full for sign in "\t;|"):
        return ()
    rows = [line for line in full if _GAP.search(line[:_WIDEST])]
    if len(rows) < 2 or len(rows) < _MOST * len(full) or max(map(len, rows)) > _WIDEST or _even(rows):
        return ()
    filled = [any(line[at : at + 1].strip() for line in rows) for at in range(max(map(len, rows)))]
    starts = tuple(at for at, one in enumerate(filled) if one and not any(filled[max(0, at - 2) : at]))
    if len(starts) < 2:
        return ()
    several = sum(sum(map(bool, _cut(line, starts))) > 1 for line in rows)
    header = sum(fields.is_label(cell) for cell in _cut(rows[0], starts) if cell)
    return starts if several >= _MOST * len(rows) and (len(rows) > 2 or header > 1) else ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines cut where columns begin."""

    lines: Callable[[], Iterator[Line]]
    starts: tuple[int, ...]

    def __call__(self) -> Iterator[Line]:
        for line in self.lines():
            text = _text(line)
            if _drawn(text):
                yield replace(line, cells=())
            elif all(not text[max(0, start - 2) : start].strip() for start in self.starts):
                yield replace(line, cells=tuple(cell or None for cell in _cut(text, self.starts)))
            elif _GAP.search(text[:_WIDEST]):
                yield replace(line, cells=tuple(re.split(r" {2,}", text.strip())), problems=(_UNALIGNED,))
            else:
                yield line


def _cut(text: str, starts: tuple[int, ...]) -> list[str]:
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _even(rows: Sequence[str]) -> bool:
    """Whether commas part the rows, and spaces only fill their cells."""
    counts = [line.count(",") for line in rows]
    return min(counts) > 0 and max(counts) == min(counts)


def _drawn(text: str) -> bool:
    """A line of dashes and their like."""
    return len(text.strip()) > 2 and _RULE.fullmatch(text.translate(_BARS)[:_WIDEST]) is not None


def _text(line: Line) -> str:
    cell = line.cells[0] if line.cells else ""
    return cell if isinstance(cell, str) else ""


def _cell(text: str) -> str | None:
    return _BREAK.sub("\n", text.replace("\\|", "|")).strip() or None


def _full(lines: Iterator[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]
