"""Makes a screenshot small: 256 colours that tell it best, the others as the nearest of them."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from itertools import pairwise

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def small(png: bytes) -> bytes:
    """The same picture with a palette. Takes what Chromium writes: eight bits a channel, not interlaced."""
    width, height, rows = _rows(png)
    counts: Counter[bytes] = Counter()
    for row in rows:
        counts.update(row)
    palette = _palette(counts)
    index = {colour: place for place, colour in enumerate(palette)}
    for colour in counts:
        if colour not in index:
            index[colour] = min(range(len(palette)), key=lambda place: _apart(palette[place], colour))
    pixels = b"".join(b"\0" + bytes(index[colour] for colour in row) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _palette(counts: Counter[bytes]) -> list[bytes]:
    """The commonest colours, then always the one that is missed most: far from all chosen, and often there."""
    palette = [colour for colour, _count in counts.most_common(96)]
    missed = {colour: min(_apart(colour, one) for one in palette) for colour in counts}
    while len(palette) < min(256, len(counts)):
        worst = max(missed, key=lambda colour: missed[colour] * counts[colour])
        palette.append(worst)
        missed = {colour: min(apart, _apart(colour, worst)) for colour, apart in missed.items()}
    return palette


def _rows(png: bytes) -> tuple[int, int, list[list[bytes]]]:
    """Width, height, and each row as a list of colours of three bytes."""
    chunks = list(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    channels = {2: 3, 6: 4}[kind]
    if depth != 8:
        raise ValueError("not eight bits a channel")
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    span, before, rows = width * channels, bytearray(width * channels), []
    for start in range(0, height * (span + 1), span + 1):
        line = bytearray(raw[start + 1 : start + 1 + span])
        _unfilter(raw[start], line, before, channels)
        rows.append([bytes(line[left : left + 3]) for left in range(0, span, channels)])
        before = line
    return width, height, rows


def _unfilter(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    """Turns a filtered line into plain bytes, in place (PNG specification, 9.2)."""
    for at in range(len(line)):
        left = line[at - step] if at >= step else 0
        up, corner = above[at], above[at - step] if at >= step else 0
        guess = (0, left, up, (left + up) // 2, _nearest(left, up, corner))[kind]
        line[at] = (line[at] + guess) & 255


def _nearest(left: int, up: int, corner: int) -> int:
    whole = left + up - corner
    return min((left, up, corner), key=lambda one: abs(whole - one))


def _apart(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    ends = [len(_SIGNATURE)]
    while ends[-1] < len(png):
        ends.append(ends[-1] + 12 + int.from_bytes(png[ends[-1] : ends[-1] + 4]))
    return [(png[start + 4 : start + 8], png[start + 8 : end - 4]) for start, end in pairwise(ends)]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
