"""The zip around an .xlsx, opened with suspicion.

A file of 1 MB can unpack to 420 MB, so sizes are added up twice: as the directory states
them, before anything is unpacked, and as they come out. XML is read as a stream: entities
are never declared or fetched.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from rightday.intake.reading.book import Unreadable
from rightday.kernel.unreadable import NO_ZIP

LARGEST_UNPACKED = 300 * 1024 * 1024
# No row, string or style of a real workbook comes near this many bytes of XML.
_LARGEST_ELEMENT = 8 * 1024 * 1024
_CHUNK = 64 * 1024
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Signs that no cell keeps."""

TOO_LARGE = (
    "This file unpacks to more than 300 MB and was not opened. "
    "If it is a real list, save it as .csv, or split it into parts."
)
DAMAGED = "This file is damaged and cannot be read to its end. Open it in Excel, save it again, and bring that."


class Package:
    """Parts of an .xlsx by name. Raises Unreadable for bombs, passwords and damage."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _open(path) as archive:
            infos = archive.infolist()
        if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
            raise Unreadable(TOO_LARGE)
        if any(info.flag_bits & 1 for info in infos):
            raise Unreadable(
                "This file is protected by a password. Open it, save a copy without the password, and bring that."
            )
        # Some writers use backslashes and capitals of their own.
        self._names = {_plain(info.filename): info.filename for info in infos}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._names

    def whole(self, part: str, largest: int = 16 * 1024 * 1024) -> bytes:
        """All bytes of a small part, b'' if there is none."""
        if part not in self:
            return b""
        data = b"".join(self.stream(part, largest))
        return b"" if b"<!DOCTYPE" in data[:4096] else data

    def stream(self, part: str, largest: int = LARGEST_UNPACKED) -> Iterator[bytes]:
        """The bytes of a part in pieces, counted as they are unpacked."""
        unpacked = 0
        try:
            with _open(self.path) as archive, archive.open(self._names[_plain(part)]) as file:
                while chunk := file.read(_CHUNK):
                    unpacked += len(chunk)
                    if unpacked > largest:
                        raise Unreadable(TOO_LARGE)
                    yield chunk
        except NO_ZIP:
            raise Unreadable(DAMAGED) from None

    def elements(self, part: str, wanted: str, *, until: str = "") -> Iterator[Element]:
        """Each `wanted` element when it is complete, in order, whatever its namespace.

        An element is emptied after its turn. Reading ends at the end of an `until` element.
        """
        parser: XMLPullParser[Element] = XMLPullParser(["end"])
        since = 0
        kinds: dict[str, str] = {}
        try:
            for index, chunk in enumerate(self.stream(part)):
                if index == 0 and b"<!DOCTYPE" in chunk:
                    raise Unreadable(DAMAGED)
                since += len(chunk)
                parser.feed(chunk)
                # Asked for "end" events only, it gives elements; its type names all that it could give.
                for _, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                    tag = element.tag
                    kind = kinds.get(tag) or kinds.setdefault(tag, local(tag))
                    if kind == wanted:
                        since = 0
                        yield element
                        element.clear()
                    elif kind == until:
                        return
                if since > _LARGEST_ELEMENT:
                    raise Unreadable(TOO_LARGE)
            parser.close()
        except ParseError:
            raise Unreadable(DAMAGED) from None


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def _open(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except NO_ZIP:
        raise Unreadable(DAMAGED) from None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
