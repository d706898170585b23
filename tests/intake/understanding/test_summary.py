"""What is kept of a file's understanding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rightday.agencies.models import Agency
from rightday.intake.reading import open_file
from rightday.intake.understanding.summary import SKIPPED, day_order, summary, with_guesses
from tests.conftest import Cast
from tests.intake import made_imports
from tests.intake.trackers import tracker


def table(*columns: tuple[str, bool | None, list[str]], rows: int = 3, use: bool = True) -> dict[str, Any]:
    return {
        "rows": rows, "use": use,
        "columns": [{"field": field, "dayfirst": first, "samples": samples} for field, first, samples in columns],
    }  # fmt: skip


def test_a_workbook_is_told_sheet_by_sheet(inside: Cast, tmp_path: Path, today: date) -> None:
    Agency.objects.update(country="US", currency="USD")
    inside.agency.refresh_from_db()
    book = open_file(made_imports.xlsx(tmp_path / "a.xlsx"), "a.xlsx")
    told = with_guesses(book, today, size=77)
    assert (told["size"], told["encoding"], told["region"], told["currency"]) == (77, "", "US", "USD")
    assert [(one["name"], one["holds"], one["use"]) for one in told["tables"]][:2] == [
        ("Leads 2026", "leads", True), ("Candidates", "candidates", True),
    ]  # fmt: skip
    assert [column["header"] for column in told["tables"][0]["columns"]] == list(made_imports.HEADER)
    assert summary(told) == len(made_imports.ROWS) + 1


def test_a_text_file_tells_its_letters(inside: Cast, tmp_path: Path, today: date) -> None:
    book = open_file(tracker(tmp_path / "a.csv", [("José",)], header=("Contact",)), "a.csv")
    assert with_guesses(book, today, size=1)["encoding"]


def test_lines_that_are_no_records_are_named_but_not_all(inside: Cast, tmp_path: Path, today: date) -> None:
    rows = [("Ada King", "Alder"), *[("Contact", "Company")] * (SKIPPED + 5)]
    book = open_file(tracker(tmp_path / "a.csv", rows, header=("Contact", "Company")), "a.csv")
    (told,) = with_guesses(book, today, size=1)["tables"]
    assert len(told["not_records"]) == SKIPPED
    assert "Contact" in told["not_records"][0]["text"]


def test_only_sheets_that_are_used_are_counted() -> None:
    assert summary({"tables": [table(), table(rows=40, use=False), table(rows=4)]}) == 7


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        ([("phone", None, ["1"])], (None, "No days in this file")),
        (
            [("spoke_on", None, ["01/02/2026"])],
            (None, "Nothing tells day and month apart; read as day, month, year"),
        ),
        (
            [("spoke_on", None, ["31/01/2026", "01/02/2026"])],
            (True, "Day, month, year. 1 of the samples can only be read this way"),
        ),
        (
            [("spoke_on", None, ["01/31/2026"]), ("next_on", None, ["02/28/2026"])],
            (False, "Month, day, year. 2 of the samples can only be read this way"),
        ),
        ([("spoke_on", True, ["01/02/2026"])], (True, "Day, month, year")),
        ([("spoke_on", False, ["01/02/2026"])], (False, "Month, day, year")),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month(columns: list[Any], order: tuple[bool | None, str]) -> None:
    assert day_order([table(*columns)]) == order
