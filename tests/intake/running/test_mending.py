"""Rows that were refused go out in a spreadsheet, are mended in it, and come in with it as they were meant."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from rightday.db.row_security import enter
from rightday.intake import actions
from rightday.intake.models import Import
from rightday.intake.running import mending
from rightday.intake.showing import sheets
from rightday.intake.understanding.choices import Choices, TableChoice
from rightday.intake.understanding.fields import Field
from rightday.people.models import Person
from tests.conftest import Cast
from tests.intake.made_imports import csv, received

HEADER = ("Who", "Firm", "Talked", "Blah", "Tel")
ROWS = (
    ("Irene Castell", "Sable Robotics", "03/04/2026", "Asks for facts", "0117 496 0181"),
    ("", "", "04/03/2026", "gone to Stackline??", "0117 496 0182"),
)


def fields(batch: Import) -> dict[str, str]:
    return {column["header"]: column["field"] for column in batch.understood["tables"][0]["columns"]}


def first(cast: Cast, tmp_path: Path) -> Import:
    """A file whose columns somebody had to choose, and that was read month first."""
    batch = received(cast, tmp_path, csv(ROWS, HEADER))
    chosen = {0: Field.PERSON, 1: Field.COMPANY, 2: Field.SPOKE_ON, 3: Field.TITLE, 4: Field.PHONE}
    table = TableChoice(True, "leads", {index: field.value for index, field in chosen.items()})
    choices = Choices({0: table}, dayfirst=False, region="GB", currency="EUR")
    batch = actions.choose(batch, choices=choices, seen=batch.version, by=cast.sam)
    return actions.run_now(batch, by=cast.sam)


def mended(came: Path, out: Path, *, without_end: bool = False) -> Path:
    """The spreadsheet with a name written into its row, as somebody would."""
    rows = CalamineWorkbook.from_path(str(came)).get_sheet_by_index(0).to_python()
    rows[1][2], rows[1][3] = "Bruno Salt", "Vale Water"
    book = xlsxwriter.Workbook(str(out))
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row[:-2] if without_end else row):
            sheet.write(number, column, cell)
    book.close()
    return out


def test_a_mended_row_comes_in_as_its_file_was_read(inside: Cast, tmp_path: Path) -> None:
    batch = first(inside, tmp_path)
    assert batch.counts["refused"] == 1
    sheets.write_refused(batch, tmp_path / "refused.xlsx")
    again = received(inside, tmp_path, mended(tmp_path / "refused.xlsx", tmp_path / "m.xlsx").read_bytes(), "m.xlsx")
    assert again.understood["mends"] == batch.pk
    assert {name: fields(again)[name] for name in HEADER} == fields(batch)
    assert fields(again) | {name: fields(again)[name] for name in HEADER} == fields(again)
    assert [fields(again)[name] for name in ("Sheet", "Row", "Reason")] == [Field.LEAVE_OUT.value] * 3
    assert (again.understood["dayfirst"], again.understood["currency"]) == (False, "EUR")
    again = actions.run_now(again, by=inside.sam)
    assert (again.counts["refused"], again.total) == (0, 1)
    bruno = Person.objects.get(name="Bruno Salt")
    assert (bruno.company.name, bruno.title) == ("Vale Water", "gone to Stackline??")
    assert f"{bruno.name_confirmed_on}" == "2026-04-03"  # month first, as chosen for the file


def test_our_columns_at_the_end_may_be_cut_off(inside: Cast, tmp_path: Path) -> None:
    batch = first(inside, tmp_path)
    sheets.write_refused(batch, tmp_path / "refused.xlsx")
    cut = mended(tmp_path / "refused.xlsx", tmp_path / "m.xlsx", without_end=True)
    assert received(inside, tmp_path, cut.read_bytes(), "m.xlsx").understood["mends"] == batch.pk


def test_somebodys_own_columns_named_as_ours_are_theirs(inside: Cast, tmp_path: Path) -> None:
    batch = received(inside, tmp_path, csv([("x", "7", "Ada King", "Alder")], ("Sheet", "Row", "Hiring Mgr", "Co.")))
    assert "mends" not in batch.understood
    assert all("us when" not in column["why"] for column in batch.understood["tables"][0]["columns"])


def test_a_file_of_ours_whose_import_is_unknown_is_read_without_its_frame(inside: Cast, tmp_path: Path) -> None:
    header = ("Sheet", "Row", "Hiring Mgr", "Co.", "Reason", "Other values")
    batch = received(inside, tmp_path, csv([("x", "7", "Ada King", "Alder", "No person", "Pay: 600")], header))
    assert "mends" not in batch.understood
    assert fields(batch)["Reason"] == Field.LEAVE_OUT.value
    assert fields(batch)["Other values"] == Field.KEEP_AS_NOTE.value
    assert fields(batch)["Hiring Mgr"] == Field.PERSON.value


def test_another_agencys_files_are_nobodys_pattern(ours: Cast, theirs: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        sheets.write_refused(first(ours, tmp_path), tmp_path / "refused.xlsx")
    data = mended(tmp_path / "refused.xlsx", tmp_path / "m.xlsx").read_bytes()
    with enter(theirs.agency):
        assert "mends" not in received(theirs, tmp_path, data, "m.xlsx").understood


def test_an_ordinary_file_is_left_as_it_was_understood() -> None:
    said = {"tables": [{"use": True, "columns": [{"header": "Sheet", "field": "title"}]}], "region": "GB"}
    assert mending.recognised(said) == said
