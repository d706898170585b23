"""Opening an archive that somebody brings: every part is looked at before a row is written."""

from __future__ import annotations

import hashlib
import json
import lzma
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

from rightday.takeout.archive import rules
from rightday.takeout.archive.rules import Contents, Part, Refused

_BLOCK: Final = 1_048_576
_LONGEST_LIST: Final = 64 * 1024 * 1024
DAMAGE: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError)
Progress = Callable[[int, int], None]


class Archive:
    """An archive that is open and whole: each part has the length and the checksum that its list says."""

    def __init__(self, pack: zipfile.ZipFile, contents: Contents) -> None:
        self.pack, self.contents = pack, contents

    def lines(self, part: Part) -> Iterator[dict[str, Any]]:
        """The rows of a table. Raises Refused, with table and line, for one that is none."""
        with self.pack.open(part.path) as file:
            for number, row in enumerate(iter(lambda: file.readline(rules.LONGEST_LINE), b""), 1):
                try:
                    said = json.loads(row)
                except (ValueError, RecursionError):
                    said = None
                if not isinstance(said, dict):
                    raise Refused(f"{part.path}, line {number}, is no row. This archive was changed by hand.")
                yield said

    def copy(self, part: Part, place: Path) -> None:
        with self.pack.open(part.path) as file, place.open("xb") as out:
            shutil.copyfileobj(file, out, _BLOCK)


def opened(file: IO[bytes], *, schema: str, room: int, progress: Progress = lambda done, of: None) -> Archive:
    """Reads the list, and every part once. `room` is how many bytes the disk has. Raises Refused."""
    try:
        pack = zipfile.ZipFile(file)
        contents = _contents(pack, schema)
        _same_names(pack, contents)
        parts = (*contents.tables, *contents.uploads)
        total = sum(part.size for part in parts)
        if total > room:
            raise Refused(f"This archive unpacks to {total / 1e6:,.0f} MB, and the disk has {room / 1e6:,.0f} MB left.")
        done = 0
        for part in parts:
            for size in _check(pack, part):
                done += size
                progress(done, total)
    except DAMAGE as problem:
        raise Refused(_damaged(problem)) from None
    return Archive(pack, contents)


def _contents(pack: zipfile.ZipFile, schema: str) -> Contents:
    try:
        entry = pack.getinfo(rules.LIST)
    except KeyError:
        raise Refused("This is no archive of Rightday. Give a file that `rightday archive` wrote.") from None
    if entry.file_size > _LONGEST_LIST:
        raise Refused("The list of contents in this archive is too long. It was not written by Rightday.")
    try:
        return rules.contents(json.loads(pack.read(entry)), schema=schema)
    except (ValueError, RecursionError):
        raise Refused("The list of contents in this archive is damaged. Take another archive.") from None


def _same_names(pack: zipfile.ZipFile, contents: Contents) -> None:
    named = [rules.LIST, *(part.path for part in (*contents.tables, *contents.uploads))]
    there = pack.namelist()
    missing = sorted(set(named) - set(there))
    if missing:
        raise Refused(f"{missing[0]} is missing in this archive. Take another one.")
    if len(there) != len(named) or set(there) != set(named):
        raise Refused("This archive holds files that its list does not name. It was not written by Rightday.")


def _check(pack: zipfile.ZipFile, part: Part) -> Iterator[int]:
    """Length, rows and checksum of one part; the sizes of its blocks as they are read."""
    digest, size, rows = hashlib.sha256(), 0, 0
    with pack.open(part.path) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size, rows = size + len(block), rows + block.count(b"\n")
            if size > part.size:  # a bomb says less than it is
                break
            yield len(block)
    of_table = part.path.startswith("tables/")
    if size != part.size or digest.hexdigest() != part.sha256 or (of_table and rows != part.rows):
        raise Refused(f"{part.path} is not as it was written: its checksum differs. Take another archive.")


def _damaged(problem: BaseException) -> str:
    if isinstance(problem, zipfile.BadZipFile) and "not a zip" in str(problem):
        return "This is no archive of Rightday: it is no zip file, or its end is missing. Was it copied whole?"
    if isinstance(problem, RuntimeError):
        return "This file is locked with a password. An archive of Rightday has none."
    return "This archive is damaged, and was read no further. Was it copied whole? Take another one."
