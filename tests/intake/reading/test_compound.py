"""Streams out of a compound file, whole and broken."""

from pathlib import Path

import pytest

from rightday.intake.reading.compound import stream
from tests.intake.reading.old_office import compound, small

DATA = bytes(range(1, 251)) * 40


def test_a_stream(path: Path) -> None:
    path.write_bytes(compound(DATA))
    assert stream(path, "Workbook", "Book").startswith(DATA)
    assert stream(path, "Book") == b""


def test_a_small_stream_lies_in_smaller_sectors(path: Path) -> None:
    path.write_bytes(small(DATA[:300]))
    assert stream(path, "Workbook", "Book") == DATA[:300]


@pytest.mark.parametrize("at", range(0, 2_400, 17))
def test_nor_does_a_small_one(path: Path, at: int) -> None:
    whole = small(DATA[:300])
    for data in (whole[:at], whole[:at] + b"\0\0\0\0" + whole[at + 4 :], whole[:at] + b"\x01" + whole[at + 1 :]):
        path.write_bytes(data)
        assert len(stream(path, "Workbook")) <= len(data)


def test_a_sheet_alone_is_its_own_stream(path: Path) -> None:
    path.write_bytes(b"\x09\x08rest")
    assert stream(path, "Workbook") == b"\x09\x08rest"
    path.write_bytes(b"Company,Contact")
    assert stream(path, "Workbook") == b""


@pytest.mark.parametrize("at", range(0, 1_600, 13))
def test_nothing_that_is_broken_makes_it_fall_over_or_go_round(path: Path, at: int) -> None:
    whole = compound(DATA)
    for data in (whole[:at], whole[:at] + b"\xfe" + whole[at + 1 :], whole[:at] + b"\0\0\0\0" + whole[at + 4 :]):
        path.write_bytes(data)
        assert len(stream(path, "Workbook")) <= len(data)
