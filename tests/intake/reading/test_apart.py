"""Files read by another process: the same book, and whatever happens there, words here."""

import io
import os
import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rightday.intake.reading import Unreadable, apart, open_file
from rightday.intake.reading.book import Row
from rightday.kernel import limits
from tests.intake.reading.made import ALAN, HEADER, PRIYA, joined, zipped

ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Here, "apart", False)


def sheet_of(content: str) -> bytes:
    return zipped({
        "mimetype": ODS,
        "META-INF/manifest.xml": b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": (
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="L">{content}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        ).encode(),
    })  # fmt: skip


def cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_a_short_file_comes_with_its_rows(path: Path) -> None:
    path.write_text(joined(HEADER, ALAN, PRIYA))
    table = open_file(path, "x").tables[0]
    path.unlink()
    assert [row.cells[0] for row in table.rows()] == [ALAN[0], PRIYA[0]]
    assert [row.cells[0] for row in table.rows()] == [ALAN[0], PRIYA[0]]


@pytest.mark.parametrize("count", [300, 3_000])
def test_rows_are_the_same_as_read_here(path: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(joined(HEADER, *([f"Company {number}", *ALAN[1:]] for number in range(count))))
    table = open_file(path, "x").tables[0]
    found = [*table.rows()]
    monkeypatch.setattr(limits._Here, "apart", True)
    assert found == [*open_file(path, "x").tables[0].rows()]
    assert len(found) == table.row_count == count


def test_rows_may_be_left_before_their_end(path: Path) -> None:
    path.write_text(joined(HEADER, *([str(number), *ALAN[1:]] for number in range(20_000))))
    rows = open_file(path, "x").tables[0].rows()
    first = next(rows)
    assert isinstance(first, Row)
    assert first.cells[0] == "0"
    rows.close()  # type: ignore[attr-defined]


def test_a_refusal_comes_over(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Unreadable, match="PDF"):
        open_file(path, "x")


def test_a_sheet_of_two_cells_that_asks_for_all_memory_is_refused_at_once(path: Path) -> None:
    far = 'table:number-columns-repeated="16000"'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell("x", far)}</table:table-row>'
    path.write_bytes(sheet_of(f"<table:table-row>{cell('Company')}</table:table-row>{rows}"))
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        open_file(path, "x")
    assert time.monotonic() - began < 10
    assert len(caught.value.reason) > 40


def test_a_process_that_was_ended_is_started_again(path: Path) -> None:
    path.write_text(joined(HEADER, ALAN))
    open_file(path, "x")
    assert apart.APART.waiting.warm is not None
    apart.APART.waiting.warm.process.kill()
    apart.APART.waiting.warm.process.wait()
    assert open_file(path, "x").tables[0].row_count == 1


def test_many_files_at_once(path: Path) -> None:
    path.write_text(joined(HEADER, ALAN, PRIYA))
    with ThreadPoolExecutor(8) as threads:
        books = list(threads.map(lambda _: open_file(path, "x"), range(40)))
    assert {book.tables[0].row_count for book in books} == {2}


def test_answers(path: Path) -> None:
    path.write_text(joined(HEADER, *([str(number), *ALAN[1:]] for number in range(2_500))))
    (book,) = apart.answers_to(apart.Opening(path, "x"))
    again = book.tables[0].source
    assert again == apart.Again(path, "x", 0)
    assert [len(rows) for rows in apart.answers_to(again)] == [500] * 5 + [0]


def test_a_file_that_has_gone_is_said_when_its_rows_are_asked_for(path: Path) -> None:
    path.write_text(joined(HEADER, *([str(number), *ALAN[1:]] for number in range(2_500))))
    table = open_file(path, "x").tables[0]
    path.unlink()
    with pytest.raises(Unreadable, match="could not be opened"):
        list(table.rows())


def test_an_ods_is_read(path: Path) -> None:
    rows = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in (HEADER[:3], ALAN[:3], PRIYA[:3])
    ).replace("& ", "&amp; ")
    path.write_bytes(sheet_of(rows))
    book = open_file(path, "x")
    assert (book.format, book.tables[0].header) == ("ods", tuple(HEADER[:3]))
    assert [row.cells[1] for row in book.tables[0].rows()] == [ALAN[1], PRIYA[1]]


def test_a_warm_process_answers_in_no_time(path: Path) -> None:
    path.write_text(joined(HEADER, ALAN))
    open_file(path, "x")
    took = []
    for _ in range(10):
        began = time.perf_counter()
        open_file(path, "x")
        took.append(time.perf_counter() - began)
    assert min(took) < 0.1


class Evil:
    def __reduce__(self) -> Any:
        return (os.system, ("true",))


def test_of_what_a_reader_says_nothing_else_is_made() -> None:
    """Even of a process that a file has taken over."""
    with pytest.raises(pickle.UnpicklingError, match="nothing that a reader says"):
        apart.APART.load(io.BytesIO(pickle.dumps(Evil())))
    attribute = pickle.dumps(ZoneInfo("Europe/London")).replace(b"_unpickle", b"from_file")
    with pytest.raises(pickle.UnpicklingError, match="nothing that a reader says"):
        apart.APART.load(io.BytesIO(attribute))
    row = Row(2, ("Ada", date(2026, 1, 5), datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Europe/London"))))
    assert apart.APART.load(io.BytesIO(pickle.dumps(row, pickle.HIGHEST_PROTOCOL))) == row
