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


def test_what_is_hidden_in_the_file_is_said() -> None:
    given = said()
    given["tables"][0]["notes"] = ["This sheet is hidden in the file. It is read like the others."]
    aside = import_shown.understanding(given).sheets[0].aside
    assert aside.endswith("2 empty lines. This sheet is hidden in the file. It is read like the others")


def test_an_unknown_region_has_its_letters() -> None:
    assert import_shown.region_name("ZZZ") == "ZZZ"
    assert import_shown.understanding({}).sheets == ()


def wide(count: int) -> Any:
    columns = [
        {"index": n, "header": f"h{n}", "field": "own" if n else "person", "sure": 0.6, "why": "", "samples": ["x"]}
        for n in range(count)
    ]
    table = {"name": "", "holds": "leads", "header_row": 1, "rows": 1, "use": True, "columns": columns}
    return import_shown.understanding({"tables": [table], "as_before": "May.csv"})


def test_a_wide_sheet_folds_its_fields_of_their_own_away():
    few, many = wide(20).sheets[0], wide(21).sheets[0]
    assert (len(few.parts[0]), few.parts[1]) == (20, ())
    assert (len(many.parts[0]), len(many.parts[1])) == (1, 20)


def test_it_is_said_what_a_file_is_read_as():
    assert wide(3).known_as == "Read as May.csv was: the same columns, with what was chosen then."
    header = ("First Name", "Last Name", "URL", "Position", "Connected On")
    columns = [
        {"index": n, "header": one, "field": "own", "sure": 1, "why": "", "samples": []} for n, one in enumerate(header)
    ]
    table = {"name": "", "holds": "leads", "header_row": 1, "rows": 1, "use": True, "columns": columns}
    assert import_shown.understanding({"tables": [table]}).known_as.startswith("Recognised: LinkedIn connections.")
    assert import_shown.understanding({"tables": []}).known_as == ""
