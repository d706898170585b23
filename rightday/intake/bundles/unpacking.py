"""Files out of a zip, within limits: nothing is written outside of a folder, and no more than was agreed.

A workbook is a zip as well, and is left whole. What a zip says of its sizes is not believed: bytes are counted.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOST_FILES: Final = 200
_PIECE: Final = 1 << 20
_OF_A_WORKBOOK: Final = frozenset({"[Content_Types].xml", "mimetype"})
_NOBODYS: Final = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What systems add to a zip by themselves."""


@dataclass(frozen=True, slots=True)
class Came:
    """A file at `path` that came under `name`; `problem` says why it cannot be taken, '' where it can."""

    path: Path
    name: str
    problem: str = ""


def is_bundle(path: Path) -> bool:
    """Whether a file is a zip of files, and not a workbook."""
    try:
        with zipfile.ZipFile(path) as packed:
            return not _OF_A_WORKBOOK & set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def unpacked(path: Path, folder: Path, *, limit: int) -> Iterator[Came]:
    """Each file of a zip, written into `folder` under a name of ours; `limit` is for all of them, in bytes."""
    left = limit
    with zipfile.ZipFile(path) as packed:
        members = [one for one in packed.infolist() if not one.is_dir() and not _of_nobody(one.filename)]
        for number, member in enumerate(members[:MOST_FILES]):
            name, place = _name(member.filename), folder / f"{number}.bin"
            problem = _write(packed, member, place, left)
            if not problem:
                left -= place.stat().st_size
            yield Came(place, name, problem)
        if len(members) > MOST_FILES:
            more = f"{len(members) - MOST_FILES:,} more files"
            yield Came(folder, more, f"A zip may bring {MOST_FILES} files at once. Bring the others in a second one.")


def _write(packed: zipfile.ZipFile, member: zipfile.ZipInfo, place: Path, left: int) -> str:
    """Why the file could not be written whole; '' when it was."""
    if member.flag_bits & 1:
        return "It is protected with a password. Unpack it and bring the files themselves."
    try:
        with packed.open(member) as source, place.open("wb") as target:
            while piece := source.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    return "Unpacked, the files are larger than may be brought at once. Bring this one by itself."
                target.write(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return "It is damaged in the zip, or packed in a way that we cannot unpack."
    return ""


def _of_nobody(name: str) -> bool:
    return name.startswith(_NOBODYS) or name.endswith(_NOBODYS)


def _name(name: str) -> str:
    """The name without its folders, in one line: only ever shown."""
    line = "".join(sign if sign.isprintable() else " " for sign in name.replace("\\", "/"))
    return " ".join(line.rpartition("/")[2].split())[-200:] or "file"
