"""The stored file, read again under the columns that were chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rightday.intake import actions
from rightday.intake.models import Import
from rightday.intake.reading import Unreadable
from rightday.intake.running.lines import lines, reopen, stored
from rightday.intake.understanding.choices import Choices, TableChoice
from rightday.intake.understanding.holds import Holds
from tests.conftest import Cast
from tests.intake import made_imports
from tests.intake.trackers import row


@pytest.fixture
def sheets(inside: Cast, tmp_path: Path) -> Import:
    path = made_imports.xlsx(tmp_path / "desk.xlsx")
    return actions.receive(path, name="../desk.xlsx", by=inside.sam)


def test_every_sheet_in_its_order(sheets: Import, today: date) -> None:
    found = list(lines(sheets, today))
    assert [one.order for one in found] == list(range(1, len(made_imports.ROWS) + 2))
    assert {(one.sheet, one.holds) for one in found} == {("Leads 2026", Holds.LEADS), ("Candidates", Holds.CANDIDATES)}
    assert found[0].record.full_name == "Irene Castell"
    assert found[0].cells == {
        "Hiring Mgr": "Irene Castell", "Co.": "Sable Robotics", "Tel": "0117 496 0181", "Spoke": "23/11/2026",
        "Status": "HOT!", "Notes": "Interviewing two people this week.",
    }  # fmt: skip


def test_going_on_after_a_line_counts_the_same(sheets: Import, today: date) -> None:
    every = list(lines(sheets, today))
    for after in range(len(every) + 2):
        assert list(lines(sheets, today, after=after)) == every[after:]


def test_a_sheet_that_is_left_out_counts_nothing(sheets: Import, inside: Cast, today: date) -> None:
    choices = Choices({0: TableChoice(False, "leads", {})}, None, "GB", "GBP")
    batch = actions.choose(sheets, choices=choices, seen=sheets.version, by=inside.sam)
    assert [(one.order, one.record.full_name) for one in lines(batch, today)] == [(1, "Lena Fischer")]


def test_headers_that_come_twice_and_columns_without_one(bring, today: date) -> None:
    header = ("Contact", "Company", "Phone", "Notes", "Notes", "")
    batch = bring(("Ada King", "Alder", "020 7946 0777", "first", "second", "third"), header=header, run_it=False)
    (line,) = lines(batch, today)
    assert line.cells == {
        "Contact": "Ada King", "Company": "Alder", "Phone": "020 7946 0777", "Notes": "first",
        "Notes (E)": "second", "F": "third",
    }  # fmt: skip


def test_the_order_of_days_is_the_chosen_one(bring, inside: Cast, today: date) -> None:
    batch = bring(("Ada King", "05/03/2026"), header=("Contact", "Spoke"), run_it=False)
    assert next(lines(batch, today)).record.spoke_on.day == date(2026, 3, 5)
    actions.choose(batch, choices=Choices({}, False, "GB", "GBP"), seen=batch.version, by=inside.sam)
    assert next(lines(batch, today)).record.spoke_on.day == date(2026, 5, 3)


def test_a_name_is_never_a_path(sheets: Import) -> None:
    assert (stored(sheets).name, sheets.name) == (sheets.stored, "../desk.xlsx")
    assert stored(sheets).is_file()


def test_a_file_that_has_gone(bring) -> None:
    batch = bring(row("Ada King"), run_it=False)
    stored(batch).unlink()
    with pytest.raises(Unreadable):
        reopen(batch)
