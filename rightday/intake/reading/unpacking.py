"""Files out of a zip or out of mail, within limits: nothing is written outside of a folder, nor more than was agreed.

A workbook is a zip as well, and is left whole. What a zip says of its sizes is not believed: bytes are counted.
Files in files come out as well, some levels deep.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from rightday.intake.reading import attachments
from rightday.kernel import limits
from rightday.kernel.unreadable import NO_ZIP

MOST_FILES: Final = 200
DEEPEST: Final = 3
_PIECE: Final = 1 << 20
_OF_A_WORKBOOK: Final = frozenset({"[Content_Types].xml", "mimetype"})
_NOBODYS: Final = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What systems add to a zip by themselves."""
_TOO_LARGE: Final = "Unpacked, the files are larger than may be brought at once. Bring this one by itself."
_BROKEN: Final = "It is damaged in the zip, or packed in a way that we cannot unpack."
_LOCKED: Final = "It is protected with a password. Unpack it and bring the files themselves."


@dataclass(frozen=True, slots=True)
class Came:
    """A file at `path` that came under `name`; `problem` says why it cannot be taken, '' where it can."""

    path: Path
    name: str
    problem: str = ""


def holds_files(path: Path) -> bool:
    """Whether a file is a zip of files and no workbook, or mail that something is attached to."""
    return _is_zip(path) or next(attachments.of(path), None) is not None


def taken_out(path: Path, name: str, folder: Path, limit: int) -> Iterator[Came]:
    """Each file of a zip; mail itself and what is attached to it. They are written into `folder` under names of ours;
    `limit` is for all of them, in bytes.
    """
    out = _Out(folder, limit)
    yield from out.of(Came(path, name), 0)
    if out.more:
        more = f"{out.more:,} more files"
        yield Came(folder, more, f"A zip may bring {MOST_FILES} files at once. Bring the others in a second one.")


@dataclass(slots=True)
class _Out:
    """What may still come out: so many bytes; `more` are files past the most."""

    folder: Path
    left: int
    count: int = 0
    more: int = 0
    made: int = field(default=0)

    def of(self, file: Came, depth: int) -> Iterator[Came]:
        if _is_zip(file.path):
            yield from self._each(self._of_zip(file.path), depth)
        else:
            yield file
            yield from self._each(self._of_mail(file.path), depth)

    def _each(self, files: Iterable[Came], depth: int) -> Iterator[Came]:
        for one in files:
            if not one.problem and depth < DEEPEST and holds_files(one.path):
                yield from self.of(one, depth + 1)
            else:
                yield one

    def _of_zip(self, path: Path) -> Iterator[Came]:
        try:
            with zipfile.ZipFile(path) as packed:
                for member in packed.infolist():
                    if member.is_dir() or _of_nobody(member.filename) or not self._one_more():
                        continue
                    place = self._place()
                    yield Came(place, plain_name(member.filename), self._write_member(packed, member, place))
        except NO_ZIP:
            return

    def _of_mail(self, path: Path) -> Iterator[Came]:
        for name, data in attachments.of(path):
            if self._one_more():
                place = self._place()
                yield Came(place, plain_name(name), self._write([data], place))

    def _one_more(self) -> bool:
        if self.count >= MOST_FILES:
            self.more += 1
            return False
        self.count += 1
        return True

    def _place(self) -> Path:
        self.made += 1
        return self.folder / f"{self.made}.bin"

    def _write_member(self, packed: zipfile.ZipFile, member: zipfile.ZipInfo, place: Path) -> str:
        if member.flag_bits & 1:
            return _LOCKED
        try:
            with packed.open(member) as source:
                return self._write(_pieces(source), place)
        except NO_ZIP:
            return _BROKEN

    def _write(self, pieces: Iterable[bytes], place: Path) -> str:
        """Why the file could not be written whole; '' when it was."""
        written = 0
        with place.open("wb") as target:
            for piece in pieces:
                limits.going_on()
                written += len(piece)
                if written > self.left:
                    return _TOO_LARGE
                target.write(piece)
        self.left -= written
        return ""


def plain_name(name: str) -> str:
    """The name without its folders, in one line: only ever shown."""
    line = "".join(sign if sign.isprintable() else " " for sign in name.replace("\\", "/"))
    return " ".join(line.rpartition("/")[2].split())[-200:] or "file"


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _is_zip(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return not _OF_A_WORKBOOK & set(packed.namelist())
    except NO_ZIP:
        return False


def _of_nobody(name: str) -> bool:
    return name.startswith(_NOBODYS) or name.endswith(_NOBODYS)
