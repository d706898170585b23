"""Whatever the bytes: a book, or a reason."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.intake import reading
from rightday.intake.reading import Unreadable, open_file
from tests.intake.reading.made import WORKBOOK, bare, joined, zipped


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.binary(max_size=600),
        st.text(alphabet=st.sampled_from('a1@,;\t|"\n\r\0 é=-+▼'), max_size=300).map(str.encode),
        st.binary(max_size=60).map(lambda tail: zipped({"xl/workbook.xml": WORKBOOK})[:-20] + tail),
        st.binary(max_size=300).map(bare),
        st.binary(max_size=200).map(lambda content: bare(b"<worksheet/>", sharedStrings=content)),
    )
)
def test_any_bytes_open_or_are_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        book = open_file(path, "x")
    except Unreadable:
        return
    for table in book.tables:
        assert len(list(table.rows())) == table.row_count


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=2, max_size=5),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_every_text_of_a_file_is_in_its_rows_header_or_skipped_lines(path: Path, lines: list[list[str]]) -> None:
    path.write_text(joined(*lines), encoding="utf-8")
    try:
        table = open_file(path, "x").tables[0]
    except Unreadable:
        return
    told = [" ".join(table.header), *(line.text for line in table.skipped)]
    told += [" ".join(map(reading.text_of, row.cells)) for row in table.rows()]
    everything = "".join(" ".join(told).split())
    for line in lines:
        for text in line:
            for word in text.replace("\ufeff", "").split():
                assert word in everything or any(mark in word for mark in ',;\t|"')


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (2079460958.0, "2079460958"), (0.5, "0.5"), (None, ""), (True, "yes"), (False, "no"),
        (date(2026, 4, 3), "2026-04-03"),
        (datetime(2026, 4, 3, 9, 30), "2026-04-03 09:30"), (1e300, "1e+300"), (7, "7"), (" a ", " a "),
    ],
)  # fmt: skip
def test_cells_as_people_see_them(cell: reading.Cell, text: str) -> None:
    assert reading.text_of(cell) == text


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (16_383, "XFD")])
def test_columns_have_letters(index: int, name: str) -> None:
    assert reading.letter(index) == name
