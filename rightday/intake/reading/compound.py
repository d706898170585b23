"""The file around an .xls: streams in sectors that point to each other, as old Office keeps them."""

import struct
from collections.abc import Iterator
from pathlib import Path

_END = 0xFFFFFFFA
"""Numbers of sectors from here on are marks."""
_ENTRY = 128
_SMALL, _SMALL_SECTOR = 4096, 64
"""Streams of fewer bytes lie together in one of their own, in smaller sectors."""


def stream(path: Path, *names: str) -> bytes:
    """The bytes of the first of these streams that there is; b'' where there is none, or the file is broken."""
    try:
        data = path.read_bytes()
        if not data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            return data if data[:1] == b"\x09" else b""  # older than this: the sheet alone
        return _Sectors(data).stream(names)
    except (struct.error, IndexError, ValueError):
        return b""


class _Sectors:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size: int = 1 << min(16, struct.unpack_from("<H", data, 30)[0])
        self.next: list[int] = []
        for sector in self._of_table():
            self.next += struct.unpack_from(f"<{self.size // 4}I", data, self._at(sector))

    def stream(self, names: tuple[str, ...]) -> bytes:
        entries = self._chain(struct.unpack_from("<I", self.data, 48)[0])
        found, root = dict[str, tuple[int, int]](), 0
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", entries, at + 64)[0]
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", entries, at + 116)
            found.setdefault(name, (start, size))
            root = start if at == 0 else root
        for name in names:
            if name in found:
                start, size = found[name]
                return (self._chain(start) if size >= _SMALL else self._small(start, root))[:size]
        return b""

    def _small(self, sector: int, root: int) -> bytes:
        """A chain of small sectors: in the stream of the first entry, with a table of their own."""
        whole, table = self._chain(root), self._chain(struct.unpack_from("<I", self.data, 60)[0])
        follows = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        found = list[bytes]()
        while sector < _END and len(found) < _SMALL // _SMALL_SECTOR:
            found.append(whole[sector * _SMALL_SECTOR : (sector + 1) * _SMALL_SECTOR])
            sector = follows[sector]
        return b"".join(found)

    def _of_table(self) -> Iterator[int]:
        """The sectors that say which sector follows which: the first 109 in the head, the rest in a chain."""
        count, more = struct.unpack_from("<I", self.data, 44)[0], struct.unpack_from("<I", self.data, 68)[0]
        numbers = list(struct.unpack_from("<109I", self.data, 76))
        most = len(self.data) // self.size + 1
        while more < _END and len(numbers) < most:
            *others, more = struct.unpack_from(f"<{self.size // 4}I", self.data, self._at(more))
            numbers += others
        return (one for one in numbers[: min(count, most)] if one < _END)

    def _chain(self, sector: int) -> bytes:
        found, most = list[bytes](), len(self.data) // self.size + 1
        while sector < _END and len(found) < most:
            found.append(self.data[self._at(sector) : self._at(sector) + self.size])
            sector = self.next[sector]
        return b"".join(found)

    def _at(self, sector: int) -> int:
        return (sector + 1) * self.size
