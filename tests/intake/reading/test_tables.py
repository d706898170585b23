"""Titles, sections, totals, and records."""

from pathlib import Path

import pytest

from rightday.intake.reading import Skip, Unreadable, open_file
from tests.intake.reading.made import ALAN, HEADER, PRIYA, joined, text_file


def test_titles_sections_and_totals_are_no_records(path: Path) -> None:
    lines = (
        ["LEAD TRACKER 2026"], [], HEADER, ["HOT LEADS ▼"], ALAN, [], ["WARM / OTHER ▼"], PRIYA,
        ["Only A Company Ltd"], HEADER, ["TOTAL LEADS", "", "3"], ["Total", "2"], ["Total Oil", "Ann Lee"],
    )  # fmt: skip
    table = text_file(path, joined(*lines))
    assert (table.header_row, table.header, table.row_count) == (3, tuple(HEADER), 4)
    assert [(line.number, line.reason) for line in table.skipped] == [
        (1, Skip.TITLE), (4, Skip.SECTION), (7, Skip.SECTION), (10, Skip.HEADER), (11, Skip.TOTAL),
        (12, Skip.TOTAL),
    ]  # fmt: skip
    assert [(row.number, row.section) for row in table.rows()] == [
        (5, "HOT LEADS ▼"), (8, "WARM / OTHER ▼"), (9, "WARM / OTHER ▼"), (13, "WARM / OTHER ▼"),
    ]  # fmt: skip
    assert table.skipped[4].text == "TOTAL LEADS · 3"


@pytest.mark.parametrize("text", ["w/c 5 Jan", "MARCH", "--- cold ---", "Follow up:", "Q3 2026", "DEAD LEADS"])
def test_these_alone_on_a_line_head_a_section(path: Path, text: str) -> None:
    table = text_file(path, joined(HEADER, ALAN, [text], PRIYA))
    expected = [] if text == "MARCH" else [Skip.SECTION]
    assert [line.reason for line in table.skipped] == expected


def test_a_footnote_is_no_company(path: Path) -> None:
    note = "Note: this list is private and must not be passed on to anybody outside the office please"
    assert [line.reason for line in text_file(path, joined(HEADER, ALAN, [note])).skipped] == [Skip.NOTE]


def test_an_address_alone_is_a_record(path: Path) -> None:
    assert text_file(path, joined(HEADER, ALAN, ["", "", "", "SALES@NEW.EXAMPLE:"])).row_count == 2


def test_without_a_header_columns_have_letters_and_no_row_is_lost(path: Path) -> None:
    table = text_file(path, joined(ALAN, PRIYA))
    assert (table.header_row, table.header) == (None, ("A", "B", "C", "D", "E"))
    assert table.row_count == 2


def test_a_table_of_nothing_but_titles_is_refused(path: Path) -> None:
    path.write_text(joined(HEADER, *[["--- cold ---"]] * 10_001), encoding="utf-8")
    with pytest.raises(Unreadable, match="More than 10,000 lines"):
        open_file(path, "x")
