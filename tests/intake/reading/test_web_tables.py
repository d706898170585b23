"""Tables of pages that are called spreadsheets."""

from pathlib import Path

from rightday.intake.reading import open_file
from tests.intake.reading.made import refused, rows_of


def test_a_table_of_a_page(path: Path) -> None:
    path.write_text(
        "<html><table><tr><th>Company<th>Contact<th>Phone</tr><tr><td>Acme</td><td>Ann<br>Lee</td><td>020 7946 0958</td>"
        "</tr><tr><td colspan=2>Beta</td><td>020 7946 0959</td></tr></table></html>"
    )
    book = open_file(path, "x.xls")
    assert (book.format, book.tables[0].header) == ("html", ("Company", "Contact", "Phone"))
    assert rows_of(book.tables[0]) == [("Acme", "Ann\nLee", "020 7946 0958"), ("Beta", None, "020 7946 0959")]


def test_a_page_without_a_table_is_refused(path: Path) -> None:
    assert "without a table" in refused(path, b"<html><p>Hello</p></html>")
