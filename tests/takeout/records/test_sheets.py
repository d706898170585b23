from __future__ import annotations

import csv
import io
import json
from datetime import date, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from rightday.takeout.records import sheets

ROWS = [("=1+1", 7, date(2026, 11, 24), time(9, 30), None), ("+44 20 7946 0142", 0, None, None, "a\x0bb\ud83d")]


def test_csv_is_neutral_and_excel_knows_its_letters():
    body = b"".join(sheets.csv_lines(("A", "B", "C", "D", "E"), ROWS))
    assert body.startswith(b"\xef\xbb\xbfA,B")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows[1] == ["'=1+1", "7", "2026-11-24", "09:30", ""]
    assert rows[2][:2] == ["+44 20 7946 0142", "0"]


def test_a_workbook_opens_with_days_as_days(tmp_path: Path):
    sheets.write_workbook(tmp_path / "a.xlsx", "People", ("A", "B", "C", "D", "E"), ROWS)
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0] == ["A", "B", "C", "D", "E"]
    assert rows[1][:4] == ["'=1+1", 7, date(2026, 11, 24), time(9, 30)]
    assert rows[2][4] == "ab"


def test_more_rows_than_excel_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    sheets.write_workbook(tmp_path / "a.xlsx", "People", ("A",), [("x",), ("y",)])
    assert CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python() == [["A"], ["x"]]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_document(count: int):
    rows = [{"n": number, "on": date(2026, 1, 1)} for number in range(count)]
    said = json.loads(b"".join(sheets.json_lines("people", rows)))
    assert said["format"] == "rightday-list" and said["version"] == 1
    assert said["people"] == [{"n": number, "on": "2026-01-01"} for number in range(count)]
