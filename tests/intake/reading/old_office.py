"""Small .xls files that tests write themselves: the records of a workbook in the sectors of a compound file."""

import struct

SECTOR = 512
Cell = tuple[str, int]
"""A text and the number of its format: 0 plain, 1 struck through."""


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def _text(text: str, wide: bool = False) -> bytes:
    length = struct.pack("<H" if wide else "<B", len(text))
    return length + b"\0" + text.encode("latin-1")


def _font(struck: bool) -> bytes:
    return record(0x31, struct.pack("<HHHHHBBBB", 200, 8 if struck else 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _text("Arial"))


def _format(font: int) -> bytes:
    return record(0xE0, struct.pack("<HHHBBBBHHHH", font, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)[:20])


def workbook(
    rows: list[list[Cell]], *, hidden_rows: tuple[int, ...] = (), hidden_columns: tuple[int, ...] = (),
    numbers: tuple[int, list[int]] | None = None,
) -> bytes:  # fmt: skip
    """The stream of a workbook of one sheet. `numbers`: a row of numbers (its place, the format of each)."""
    head = _begin(5) + b"".join(_font(struck) for struck in (False, False, False, False, True))
    head += _format(0) + _format(5)  # the fifth font is number 5: there is no 4
    place = len(head) + len(record(0x85, struct.pack("<IBB", 0, 0, 0) + _text("L"))) + len(record(0x0A))
    head += record(0x85, struct.pack("<IBB", place, 0, 0) + _text("L")) + record(0x0A)
    sheet = _begin(0x10)
    height, width = len(rows) + (numbers is not None), max(map(len, rows))
    sheet += record(0x200, struct.pack("<IIHHH", 0, height, 0, width, 0))
    for column in hidden_columns:
        sheet += record(0x7D, struct.pack("<HHHHHH", column, column, 2_000, 0, 1, 0))
    for place in range(height):
        how = 0x120 if place in hidden_rows else 0x100
        sheet += record(0x208, struct.pack("<HHHHHHHH", place, 0, width, 255, 0, 0, how, 0xF))
    for place, row in enumerate(rows):
        for column, (text, style) in enumerate(row):
            sheet += record(0x204, struct.pack("<HHH", place, column, style) + _text(text, wide=True))
    if numbers is not None:
        place, styles = numbers
        cells = b"".join(struct.pack("<HI", style, (7 << 2) | 2) for style in styles)
        sheet += record(0xBD, struct.pack("<HH", place, 0) + cells + struct.pack("<H", len(styles) - 1))
    return head + sheet + record(0x0A)


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream of 4 KB at least."""
    return _file(stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0"), name)


def small(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one small stream: its sectors of 64 bytes in the stream of the root."""
    count = -(-len(stream) // 64)
    follows = [*range(1, count), 0xFFFFFFFE]
    table = struct.pack(f"<{SECTOR // 4}I", *follows, *[0xFFFFFFFF] * (SECTOR // 4 - count))
    return _file(table + stream.ljust(-(-count * 64 // SECTOR) * SECTOR, b"\0"), name, size=len(stream))


def _file(stream: bytes, name: str, size: int = 0) -> bytes:
    """`size`: of a small stream, whose table is the first sector; 0 for a large one."""
    count = len(stream) // SECTOR
    table = [0xFFFFFFFD, 0xFFFFFFFE, *(place + 3 for place in range(count - 1)), 0xFFFFFFFE]
    if size:
        table[2] = 0xFFFFFFFE
    assert len(table) <= SECTOR // 4
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 2 if size else 0xFFFFFFFE, 1, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack(f"<{SECTOR // 4}I", *table, *[0xFFFFFFFF] * (SECTOR // 4 - len(table)))

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        wide = (title + "\0").encode("utf-16-le")
        links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        return wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1) + links + b"\0" * 36 + struct.pack(
            "<IQ", start, size
        )  # fmt: skip

    directory = entry("Root Entry", 5, 1, 3 if size else 0xFFFFFFFE, len(stream)) + entry(
        name, 2, 0xFFFFFFFF, 0 if size else 2, size or len(stream)
    )
    return head + fat + directory.ljust(SECTOR, b"\0") + stream
