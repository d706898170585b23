"""A CV's text as it is shown: pages of lines, what was read underlined, and what is looked at stronger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rightday.talent.cvs.understanding.proposal import Proposal
from rightday.talent.cvs.understanding.sections import lines


@dataclass(frozen=True, slots=True)
class Piece:
    """`mark`: "" plain, "mark" read, "at" what is looked at now."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """`kind`: name, heading or text."""

    kind: str
    pieces: tuple[Piece, ...]


def pages(text: str, found: Iterable[Proposal], at: str) -> tuple[tuple[Line, ...], ...]:
    """Pages of lines with their pieces; `at` is the key of the proposal that is looked at."""
    places = sorted((start, end, one.key == at) for one in found for start, end in one.spans)
    headings = {line.start for line in lines(text) if line.heading}
    shown: list[list[Line]] = [[]]
    begins = 0
    for number, page in enumerate(text.split("\f")):
        if number:
            shown.append([])
        for words in page.split("\n"):
            if words.strip():
                first = number == 0 and not shown[0]
                kind = "heading" if begins in headings else "name" if first else "text"
                shown[-1].append(Line(kind, _pieces(words, begins, places)))
            begins += len(words) + 1
    return tuple(map(tuple, shown))


def _pieces(words: str, begins: int, places: Sequence[tuple[int, int, bool]]) -> tuple[Piece, ...]:
    """Cut where something read begins or ends; where several stand, the one looked at wins."""
    ends = begins + len(words)
    here = [(max(start, begins), min(end, ends), now) for start, end, now in places if start < ends and end > begins]
    cuts = sorted({begins, ends, *(cut for start, end, _ in here for cut in (start, end))})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        over = [now for first, last, now in here if first <= start and end <= last]
        pieces.append(Piece(words[start - begins : end - begins], ("at" if any(over) else "mark") if over else ""))
    return tuple(pieces)
