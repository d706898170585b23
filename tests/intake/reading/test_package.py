"""Bombs and damage."""

import struct
import zlib
from pathlib import Path

from rightday.intake.reading import package
from tests.intake.reading.made import WORKBOOK, bare, refused, zipped


def test_a_bomb_is_refused_by_its_directory(path: Path) -> None:
    bomb = zipped({"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": b"A" * (package.LARGEST_UNPACKED + 1)})
    assert len(bomb) < 500_000
    assert "unpacks to more than 300 MB" in refused(path, bomb)


def test_a_bomb_that_lies_about_its_size_is_stopped_while_unpacking(path: Path) -> None:
    honest = bare(b"<worksheet><sheetData><row>" + b"<c/>" * 4_000_000 + b"</row></sheetData></worksheet>")
    assert "unpacks to more" in refused(path, honest)
    size = struct.pack("<I", len(b"<worksheet><sheetData><row>") + 16_000_000 + len(b"</row></sheetData></worksheet>"))
    assert honest.count(size) == 2
    assert "damaged" in refused(path, honest.replace(size, struct.pack("<I", 100)))


def test_a_part_that_does_not_unpack_is_damage(path: Path) -> None:
    good = bare(b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
    packed = zlib.compressobj(-1, zlib.DEFLATED, -15)
    body = packed.compress(WORKBOOK) + packed.flush()
    assert good.count(body) == 1
    assert "damaged" in refused(path, good.replace(body, b"\xff" * len(body)))


def test_a_locked_part_is_a_password(path: Path) -> None:
    content = bytearray(bare(b"<worksheet/>"))
    central = content.rfind(b"PK\x01\x02")
    content[central + 8] |= 1
    assert "password" in refused(path, bytes(content))
