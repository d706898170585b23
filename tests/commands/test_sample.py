"""The sample desk as a real spreadsheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from python_calamine import load_workbook

from rightday.commands import sample


def test_it_is_dated_around_its_day(tmp_path: Path):
    path = tmp_path / "tracker.xlsx"
    sample.write_tracker(path, date(2026, 1, 30))
    (name,) = load_workbook(str(path)).sheet_names
    rows = load_workbook(str(path)).get_sheet_by_name(name).to_python(skip_empty_area=False)
    assert rows[0][0] == "Sam's desk"
    assert tuple(rows[2]) == sample.HEADER
    assert len(rows) == 3 + len(sample.ROWS)
    spoke = sample.HEADER.index("Spoke")
    assert rows[3][spoke] == date(2026, 1, 26)  # Martin, four days before
    days = [row[spoke] for row in rows[3:] if row[spoke]]
    assert all(isinstance(day, date) and day < date(2026, 1, 30) for day in days)


def test_nobody_in_it_is_real():
    """Numbers of the ranges kept for drama, addresses of the domain kept for examples."""
    numbers = ["".join(filter(str.isdigit, row[4])) for row in sample.ROWS if row[4]]
    kept = ("7946", "496", "555")
    assert [number for number in numbers if not any(part in number for part in kept)] == []
    assert [row[5] for row in sample.ROWS if row[5] and not row[5].endswith(".example")] == []
