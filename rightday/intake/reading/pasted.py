"""Lists that people paste: a name and a number in each line, without columns."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rightday.intake.reading.book import Line

_ENTRY = re.compile(
    r"(?P<before>[^\d+@,;\t|]{2,60}?)[\s:.–—-]*(?P<number>(?:\+|\(?0)[\d\s()./-]{7,24}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?)"
    r"[\s:–—-]*(?P<after>[^\d,;\t|]{0,80})",
    re.IGNORECASE,
)
_MOST_LINES = 0.6


def is_list(sample: list[str]) -> bool:
    """Whether most lines are words with one phone number, and nothing parts them into cells."""
    full = [line.strip() for line in sample if line.strip()]
    if any(sign in line for line in full for sign in "\t;|"):
        return False
    entries = sum(_ENTRY.fullmatch(line[:200]) is not None for line in full)
    return len(full) > 1 and entries >= _MOST_LINES * len(full)


def split(lines: Callable[[], Iterator[Line]]) -> Iterator[Line]:
    """Each line as what stands before its number, the number, and what stands after; other lines as they are."""
    for line in lines():
        text = line.cells[0] if line.cells else ""
        found = _ENTRY.fullmatch(text.strip()[:200]) if isinstance(text, str) else None
        if found is None or len(line.cells) != 1:
            yield line
        else:
            before, number, after = (
                found.group(name).strip(" :.–—-") or None for name in ("before", "number", "after")
            )
            yield replace(line, cells=(before, number, after) if after else (before, number))
