"""Lists of names and numbers, as people paste them."""

from pathlib import Path

import pytest

from rightday.intake.reading import open_file
from tests.intake.reading.made import rows_of, text_file


def test_names_and_numbers_in_a_line_are_two_cells(path: Path) -> None:
    table = text_file(
        path, "Alan Smith 020 7946 0958\nPriya Natarajan: +44 7700 900123 - call after ten\nsomething else\n"
    )
    assert rows_of(table) == [
        ("Alan Smith", "020 7946 0958"), ("Priya Natarajan", "+44 7700 900123", "call after ten"), ("something else",),
    ]  # fmt: skip
    assert open_file(path, "x").format == "text"


def test_bare_numbers_are_one_column(path: Path) -> None:
    assert rows_of(text_file(path, "020 7946 0958\n+44 7700 900123\n")) == [("020 7946 0958",), ("+44 7700 900123",)]


@pytest.mark.parametrize(
    "text", ["Company,Phone\nAcme,020 7946 0958\nBeta,020 7946 0959\n", "Acme\t020 7946 0958\nBeta\t020 7946 0959\n"]
)
def test_tables_stay_tables(path: Path, text: str) -> None:
    text_file(path, text)
    assert open_file(path, "x").format == "csv"
