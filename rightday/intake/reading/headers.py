"""Which line is the header: by the words people use for columns, else by contrast with what follows."""

import re
from datetime import date, datetime, time, timedelta

from rightday.intake.reading.book import Cell, text_of
from rightday.intake.understanding import fields

_VALUE = re.compile(
    r"[^\s@]+@[^\s@]+\.\w+|[+(]?\d[\d\s()./,:-]*%?|https?://\S+|[£$€]\s?[\d.,]+\w?|[-*]+|(?:true|false|null|yes|no)",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60


def find(lines: list[tuple[Cell, ...]]) -> int | None:
    """The index of the header among the first lines with text; None when there is only data.

    A line taken for a header is a record lost if that is wrong, so doubt means None.
    """
    best, best_score = None, 0.0
    for index, cells in enumerate(lines[:40]):
        # Above a header stand titles, and titles are narrow: else records would be taken for them.
        if any(_width(above) > max(2, _width(cells) // 2) for above in lines[:index]) and not _grouped(lines, index):
            break
        score = _score(cells, lines[index + 1 : index + 12])
        # The upper of two equals: a header may be repeated below.
        if score > best_score:
            best, best_score = index, score
    return best


def _grouped(lines: list[tuple[Cell, ...]], index: int) -> bool:
    """Whether the second line names columns twice, and the first groups them: "Home" and "Work" over two "Phone"."""
    if index != 1 or any(_is_value(cell) for cell in (*lines[0], *lines[1])):
        return False
    names = [text for text in (text_of(cell).strip().casefold() for cell in lines[1]) if text]
    return len(set(names)) < len(names) and _width(lines[0]) < len(names)


def _score(cells: tuple[Cell, ...], below: list[tuple[Cell, ...]]) -> float:
    texts = [text_of(cell).strip() for cell in cells]
    full = [text for text in texts if text]
    if not full or any(_is_value(cell) for cell in cells):
        return _by_words_alone(full)
    known = sum(fields.is_label(text) for text in full)
    if _repeats(full, known):
        return 0.0
    widest = max((_width(line) for line in below), default=0)
    if len(full) == 1:
        # One word over a table of several columns is a title; over one column it is its header.
        return 1.0 if known and widest <= 1 and _short(full[0]) else 0.0
    if any(len(text) > _LONGEST_LABEL for text in full) and known < len(full) / 2:
        return 0.0
    if known >= 2 or known / len(full) >= 0.5:
        return known + known / len(full)
    if known or _contrast(cells, below):
        return 0.5 if len(full) >= widest * 0.6 and _contrast(cells, below) else 0.0
    return 0.0


def _repeats(full: list[str], known: int) -> bool:
    """Records repeat themselves ("no", "no"); a header may have one name twice, and column words more often."""
    different = len({text.casefold() for text in full})
    if different == 1:
        return len(full) > 1
    return different < min(len(full) - 1, len(full) * 0.8) and known < len(full) / 2


def _by_words_alone(full: list[str]) -> float:
    """A header may hold a value or two (a year, a link); then its words must carry it clearly."""
    known = sum(fields.is_label(text) for text in full)
    return float(known) if known >= 3 and known >= len(full) * 0.5 else 0.0


def _contrast(cells: tuple[Cell, ...], below: list[tuple[Cell, ...]]) -> bool:
    """Whether some column has a word here and, wherever it is filled below, values or long texts.

    Over one record alone half of the columns must, or one whose word is a column's: a name over a
    number may be two people, the first without a number.
    """
    if len(below) == 1:
        over = [text_of(cell).strip() for cell, under in zip(cells, below[0], strict=False) if _is_value(under)]
        words = [word for word in over if word]
        return any(map(fields.is_label, words)) or len(words) * 2 >= max(2, _width(below[0]))
    for index, cell in enumerate(cells):
        under = [line[index] for line in below if index < len(line) and text_of(line[index]).strip()]
        word = text_of(cell).strip()
        if not word or len(under) < 2:
            continue
        if all(_is_value(one) for one in under) or (len(word) <= 20 and all(len(text_of(one)) > 100 for one in under)):
            return True
    return False


def _is_value(cell: Cell) -> bool:
    """Numbers, days, addresses, phone numbers: what data has and headers have not."""
    if isinstance(cell, str):
        return bool(_VALUE.fullmatch(cell.strip()[:200]))
    return isinstance(cell, bool | int | float | date | datetime | time | timedelta)


def _width(cells: tuple[Cell, ...]) -> int:
    return sum(1 for cell in cells if text_of(cell).strip())


def _short(text: str) -> bool:
    return len(text) <= 40 and len(text.split()) <= 4
