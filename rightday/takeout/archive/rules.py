"""What an archive says of itself, and why one is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

FORMAT: Final = "rightday-archive"
VERSION: Final = 1
LIST: Final = "archive.json"
SAID: Final = "said"
LONGEST_LINE: Final = 64 * 1024 * 1024
"""Bytes of one row; the largest rows are what was understood of a file."""
_UPLOAD: Final = re.compile(r"uploads/(?:imports|cvs)/[\w-]{8,80}(\.[a-z0-9]{1,8})?")


class Refused(Exception):
    """Why an archive is not read, in plain words, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive: a table of so many rows, or an upload (rows 0)."""

    path: str
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """`archive.json`. `schema` is the last change of the tables that it was written after."""

    agency: str
    at: str
    product: str
    schema: str
    tables: tuple[Part, ...]
    uploads: tuple[Part, ...]

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.tables)

    def as_json(self) -> dict[str, Any]:
        return {"format": FORMAT, "version": VERSION, **asdict(self)}


def contents(said: Any, *, schema: str) -> Contents:
    """From the parsed list; `schema` is this installation's. Raises Refused."""
    if not isinstance(said, Mapping) or said.get("format") != FORMAT:
        raise Refused("This is no archive of Rightday. Give a file that `rightday archive` wrote.")
    version = said.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise Refused(f"This archive is of format {version}, and this version of Rightday reads up to {VERSION}.")
    try:
        words = {name: _text(said[name]) for name in ("agency", "at", "product", "schema")}
        found = Contents(**words, tables=_parts(said["tables"]), uploads=_parts(said["uploads"]))
    except (KeyError, TypeError, ValueError):
        raise Refused("The list of contents in this archive is damaged. Take another archive.") from None
    if found.schema > schema:
        raise Refused(
            f"This archive was written by Rightday {found.product}, whose tables are later ({found.schema})"
            f" than those of this version ({schema}). Install that version first."
        )
    if any(not _UPLOAD.fullmatch(part.path) for part in found.uploads):
        raise Refused("This archive holds files that are no uploads. It was not written by Rightday.")
    return found


def table_path(name: str) -> str:
    return f"tables/{name}.jsonl"


def table_name(path: str) -> str:
    """Of a part; '' where it is none of a table."""
    name = path.removeprefix("tables/").removesuffix(".jsonl")
    return name if table_path(name) == path else ""


def _parts(said: Any) -> tuple[Part, ...]:
    if not isinstance(said, Sequence) or isinstance(said, str):
        raise TypeError
    return tuple(_part(one) for one in said)


def _part(said: Mapping[str, Any]) -> Part:
    rows, size = said["rows"], said["size"]
    if not (isinstance(rows, int) and isinstance(size, int) and rows >= 0 and size >= 0):
        raise TypeError
    return Part(_text(said["path"]), rows, size, _text(said["sha256"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
