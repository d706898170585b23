"""What somebody chose goes before what was understood; everything else stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.understanding.choices import Choices, TableChoice, chosen
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds


def column(index: int, field: str) -> dict[str, Any]:
    return {"index": index, "header": f"H{index}", "field": field, "sure": 0.4, "why": "By its header."}


def understood(**more: Any) -> dict[str, Any]:
    tables = [
        {
            "name": name,
            "use": True,
            "holds": "leads",
            "rows": 3,
            "columns": [column(0, "full_name"), column(1, "notes")],
        }
        for name in ("Leads", "Old")
    ]
    return {"tables": tables, "dayfirst": True, "region": "GB", "currency": "GBP", "format": "CSV"} | more


def choices(tables: dict[int, TableChoice] | None = None, dayfirst: bool | None = None) -> Choices:
    return Choices(tables or {}, dayfirst, "US", "USD")


def test_a_chosen_column_says_so_and_the_rest_stays() -> None:
    first = {"tables": understood()["tables"]}
    made = chosen(understood(), choices({1: TableChoice(False, "candidates", {1: "phone"})}))
    assert made["tables"][0] == first["tables"][0]
    assert (made["tables"][1]["use"], made["tables"][1]["holds"]) == (False, "candidates")
    assert made["tables"][1]["columns"] == [
        column(0, "full_name"), column(1, "notes") | {"field": "phone", "sure": 1.0, "why": "Chosen by you."},
    ]  # fmt: skip
    assert (made["region"], made["currency"], made["format"]) == ("US", "USD", "CSV")


def test_choosing_what_was_understood_changes_no_column() -> None:
    made = chosen(understood(), choices({0: TableChoice(True, "leads", {0: "full_name", 1: "notes"})}))
    assert made["tables"] == understood()["tables"]


def test_the_trial_of_other_columns_is_gone() -> None:
    assert "trial" not in chosen(understood(trial={"counts": {}}), choices())


def test_the_order_of_days_is_kept_unless_another_is_chosen() -> None:
    assert (chosen(understood(), choices())["dayfirst"], chosen(understood(), choices())["order_chosen"]) == (
        True,
        False,
    )
    same = chosen(understood(), choices(dayfirst=True))
    assert (same["dayfirst"], same["order_chosen"]) == (True, False)
    other = chosen(understood(), choices(dayfirst=False))
    assert (other["dayfirst"], other["order_chosen"]) == (False, True)
    assert chosen(other, choices(dayfirst=False))["order_chosen"]


def test_what_is_no_field_or_holds_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        chosen(understood(), choices({0: TableChoice(True, "leads", {0: "nonsense"})}))
    with pytest.raises(ValueError, match="nonsense"):
        chosen(understood(), choices({0: TableChoice(True, "nonsense", {})}))


@given(
    st.dictionaries(
        st.integers(0, 1),
        st.builds(
            TableChoice, st.booleans(), st.sampled_from([one.value for one in Holds]),
            st.dictionaries(st.integers(0, 3), st.sampled_from([one.value for one in Field])),
        ),
    ),
    st.sampled_from([None, True, False]),
)  # fmt: skip
def test_choosing_twice_is_choosing_once(tables: dict[int, TableChoice], dayfirst: bool | None) -> None:
    wanted = choices(tables, dayfirst)
    once = chosen(understood(), wanted)
    assert chosen(once, wanted) == once
    for place, choice in tables.items():
        fields = {one["index"]: one["field"] for one in once["tables"][place]["columns"]}
        assert fields == {0: "full_name", 1: "notes"} | {k: v for k, v in choice.fields.items() if k in (0, 1)}
