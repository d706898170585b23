"""Formatting that means something."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from rightday.intake import reading
from tests.intake.reading.made import ALAN, HEADER, PRIYA, rows_of, workbook


def test_cells_come_as_people_see_them(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet("Leads")
        page.write_row(0, 0, ["Company", "Day", "Time", "Fee", "Postcode", "Phone", "Called", "When", "Long"])
        page.write_string(1, 0, "Acme")
        page.write_datetime(1, 1, datetime(2026, 4, 3), book.add_format({"num_format": "dd/mm/yyyy"}))
        page.write_number(1, 2, 0.5, book.add_format({"num_format": "hh:mm"}))
        page.write_number(1, 3, 0.2, book.add_format({"num_format": "0%"}))
        page.write_number(1, 4, 1067, book.add_format({"num_format": "00000"}))
        page.write_number(1, 5, 2079460958)
        page.write_boolean(1, 6, True)
        page.write_datetime(1, 7, datetime(2026, 4, 3, 9, 30), book.add_format({"num_format": "d/m/yy h:mm"}))
        page.write_number(1, 8, 1.5, book.add_format({"num_format": "[h]:mm"}))

    row = next(workbook(path, fill).tables[0].rows())
    assert [reading.text_of(cell) for cell in row.cells] == [
        "Acme", "2026-04-03", "12:00:00", "20%", "01067", "2079460958", "yes", "2026-04-03 09:30",
        "1 day, 12:00:00",
    ]  # fmt: skip
    assert row.cells[1] == date(2026, 4, 3)
    assert row.cells[5] == 2079460958


def test_days_of_1904_and_of_early_1900(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Company", "Date"])
        page.write_number(1, 1, 0 if book.date_1904 else 1, book.add_format({"num_format": 14}))
        page.write(1, 0, "Acme")

    assert rows_of(workbook(path, fill, date_1904=True).tables[0])[0][1] == date(1904, 1, 1)
    assert rows_of(workbook(path, fill).tables[0])[0][1] == date(1900, 1, 1)


def test_a_day_beyond_the_calendar_stays_a_number(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Company", "Date"])
        page.write_row(1, 0, ["Acme", 9e9], book.add_format({"num_format": "yyyy-mm-dd"}))

    assert rows_of(workbook(path, fill).tables[0]) == [("Acme", 9e9)]


def test_a_struck_through_row_says_so(path: Path) -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        struck = book.add_format({"font_strikeout": 1})
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, ALAN)
        page.write_row(2, 0, PRIYA, struck)
        page.write_row(3, 0, ALAN[:2])
        page.write(3, 2, ALAN[2], struck)
        page.write_rich_string(4, 0, struck, "Old ", struck, "Ltd")

    assert [row.struck for row in workbook(path, fill).tables[0].rows()] == [False, True, False, True]
