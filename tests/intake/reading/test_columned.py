"""Columns found on the way."""

from rightday.intake.reading.columned import MOST_COLUMNS, Columned


def test_whether_a_row_has_an_entry() -> None:
    made = Columned(["Name"])
    made.put("City", "Leeds")
    assert [made.has(name) for name in ("City", "Name", "Country")] == [True, False, False]


def test_entries_become_columns_in_their_order() -> None:
    made = Columned(["A"])
    made.put("B", "1")
    made.put("B", "2")
    made.put("B", "1")
    made.put("C", "")
    first = made.row(1, ["odd"])
    made.put("A", "x")
    assert (made.header, first.cells, first.problems) == (["A", "B", "B 2"], (None, "1", "2"), ("odd",))
    assert made.row(2).cells == ("x",)


def test_nothing_is_lost_where_there_are_too_many() -> None:
    made = Columned()
    for number in range(MOST_COLUMNS + 2):
        made.put(f"H{number}", "v")
    for number in range(30):
        made.put("H0", f"n{number}")
    row = made.row(1)
    assert made.header[-1] == "Other entries"
    assert str(row.cells[-1]).startswith(f"H{MOST_COLUMNS}: v\nH{MOST_COLUMNS + 1}: v\nH0: n")
    assert "H0: n29" in str(row.cells[-1])
