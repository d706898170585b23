"""ESCO's list of skills as CSV (https://esco.ec.europa.eu, "skills_en.csv"): its columns, whatever their order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from rightday.talent.skills.rules import Entry

_URI, _NAME, _OTHERS = "concepturi", "preferredlabel", "altlabels"
LARGEST: Final = 40_000_000


class NotEsco(Exception):
    """The file is not ESCO's list of skills; the message says what is missing."""


def read(content: bytes) -> Iterator[Entry]:
    """The skills of a file, one a line; other words stand in one cell, a line each. Raises NotEsco before the first."""
    if len(content) > LARGEST:
        raise NotEsco("This file is too large. ESCO's skills_en.csv has about 10 MB.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotEsco("This is no text in UTF-8. Take the CSV as ESCO gives it.") from None
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    header = [name.strip().casefold() for name in next(rows, [])]
    missing = [name for name in (_URI, _NAME) if name not in header]
    if missing:
        raise NotEsco("These columns are missing: conceptUri, preferredLabel. Take skills_en.csv of ESCO.")
    return _entries(rows, header)


def _entries(rows: Iterator[list[str]], header: list[str]) -> Iterator[Entry]:
    for row in rows:
        cells = dict(zip(header, row, strict=False))
        name = cells.get(_NAME, "").strip()
        if name:
            others = tuple(word.strip() for word in cells.get(_OTHERS, "").splitlines() if word.strip())
            yield Entry(name, others, cells.get(_URI, "").strip())
