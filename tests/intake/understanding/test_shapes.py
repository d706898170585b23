"""Tables of one shape have one key."""

from __future__ import annotations

from typing import Any

from rightday.intake.understanding import shapes


def table(*headers: str, **more: Any) -> dict[str, Any]:
    columns = [{"index": n, "header": one, "field": "own", "sure": 0.6, "why": "x"} for n, one in enumerate(headers)]
    return {"header_row": 1, "holds": "leads", "columns": columns} | more


def test_the_same_headers_in_the_same_order_are_one_shape():
    assert shapes.key_of(("Name", "Shoe size")) == shapes.key_of(("name", "SHOE SIZE", ""))
    assert shapes.key_of(("Name", "Shoe size")) != shapes.key_of(("Shoe size", "Name"))


def test_too_few_headers_or_none_are_no_shape():
    assert shapes.key_of(("Name",)) == ""
    assert shapes.key_of_table(table("A", "B", header_row=None)) == ""
    assert shapes.key_of_table(table("Name", "Team"))


def test_columns_mean_what_they_meant_before():
    before = shapes.fields_of(table("Name", "Team"))
    before["Team"] = "needs"
    read = shapes.as_before(table("Name", "Team", "New"), before, "candidates", "As in May.xlsx.")
    assert [(one["field"], one["why"]) for one in read["columns"]] == [
        ("own", "x"), ("needs", "As in May.xlsx."), ("own", "x"),
    ]  # fmt: skip
    assert read["holds"] == "candidates"
