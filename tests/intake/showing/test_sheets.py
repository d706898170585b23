"""What goes out as a spreadsheet: every row, harmless, and openable whatever the cells hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from rightday.intake import actions
from rightday.intake.showing import sheets as import_sheets
from tests.conftest import Cast
from tests.intake.made_imports import csv, done, received


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"


def rows(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def test_a_trial_longer_than_a_chunk_goes_out_whole(inside: Cast, tmp_path: Path) -> None:
    data = csv([(f"Irene Castell{n}", f"Sable {n}", "", "", "", "", "") for n in range(501)])
    batch = actions.try_now(received(inside, tmp_path, data), by=inside.sam)
    import_sheets.write_trial(batch, tmp_path / "out.xlsx", by=inside.sam)
    found = rows(tmp_path / "out.xlsx")
    assert (len(found), found[501][2]) == (502, "Irene Castell500")


def test_signs_that_no_workbook_holds_and_values_beside_the_headers(inside: Cast, tmp_path: Path) -> None:
    data = b"Name,Company\n,\n,,gone\x0b to\x1f Stackline??\n"
    batch = done(inside, tmp_path, data=data)
    import_sheets.write_refused(batch, tmp_path / "out.xlsx")
    assert "gone to Stackline??" in rows(tmp_path / "out.xlsx")[1]
    batch.understood["tables"][0]["columns"] = batch.understood["tables"][0]["columns"][:1]
    import_sheets.write_refused(batch, tmp_path / "out.xlsx")
    assert rows(tmp_path / "out.xlsx")[1][-1].endswith(": gone to Stackline??")


def test_more_rows_than_a_sheet_holds_end_at_its_end(inside: Cast, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(import_sheets, "_MOST_ROWS", 2)
    batch = done(inside, tmp_path)
    import_sheets.write_all(batch, tmp_path / "out.xlsx")
    assert len(rows(tmp_path / "out.xlsx")) == 3
    batch.name = "desk"
    assert import_sheets.file_name(batch, "rows").startswith("desk, rows ")
