"""What was understood, shaped for the screen."""

from __future__ import annotations

from typing import Any

from rightday.intake.showing import shown as import_shown


def said(**more: Any) -> dict[str, Any]:
    column = {"index": 0, "header": "A", "field": "leave_out", "sure": 1.0, "why": "", "samples": ["1", "2", "3", "4"]}
    table = {"name": "Leads", "holds": "leads", "header_row": None, "rows": 1, "empty_rows": 2, "use": True,
             "columns": [column], "not_records": [{"row": 9, "reason": "total", "text": "TOTAL"}]}  # fmt: skip
    return {
        "tables": [table, table | {"use": False}],
        "dayfirst": False,
        "day_words": "Month, day, year. 3 of the samples",
    } | more


def test_a_sheet_its_columns_and_what_is_left_out() -> None:
    shown = import_shown.understanding(said())
    first, second = shown.sheets
    assert (first.words, first.aside) == ("Leads, 1 row", "No header: columns are called by their letters. "
                                          "No records: row 9 (a sum). 2 empty lines")  # fmt: skip
    assert (second.used, second.columns, second.aside) == (False, (), "Left out. Nothing of it is read.")
    column = first.columns[0]
    assert (column.header, column.samples, column.sure, column.words) == ("no header", "1 · 2 · 3", "skip", "Not read")
    assert shown.line == "1 column, 0 used. Month, day, year. +44"
    assert shown.day_words == "3 of the samples"


def test_an_unknown_region_has_its_letters() -> None:
    assert import_shown.region_name("ZZZ") == "ZZZ"
    assert import_shown.understanding({}).sheets == ()
