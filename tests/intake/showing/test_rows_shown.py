"""Rows and bars of a trial, shaped for the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rightday.intake.showing import rows_shown

TODAY = date(2026, 11, 25)


def row(**more: Any) -> dict[str, Any]:
    return {"row": 2, "sheet": "Leads", "name": "Irene Castell", "company": "Sable", "grade": "hot", "until": "2026-11-28",
            "why": "Seeing two", "problems": [], "words": "Irene · Sable"} | more  # fmt: skip


def trial(tab: str = "") -> rows_shown.Trial:
    rows = {"lead": [row(), row(row=3)], "refused": [row(row=9, name="", grade="none", until="", company="")]}
    tried = {
        "counts": {"lead": 3, "refused": 1, "person": 0},
        "grades": {"hot": 2, "cold": 1},
        "rows": rows,
        "problems": 4,
    }
    return rows_shown.trial({"trial": tried, "tables": [{"use": True}, {"use": True}]}, tab, TODAY)


def test_one_of_each_and_the_rows_of_a_tab():
    whole = trial()
    assert [(one.number, one.kind, one.grade, one.ticks, one.left) for one in whole.rows] == [
        (2, "Lead", "hot", 3, "until Sat 28 Nov"), (9, "Cannot be used", "", 0, ""),
    ]  # fmt: skip
    assert (whole.bring, whole.refused, whole.problems, whole.several, whole.more) == (3, 1, 4, True, False)
    assert whole.rows[1].name == "Irene · Sable"
    leads = trial("lead")
    assert ([one.number for one in leads.rows], leads.more) == ([2, 3], True)
    assert trial("nonsense").tab == trial("known").tab == ""


def test_new_people_have_a_bar_only_where_there_are_some():
    assert [bar.became for bar in rows_shown.bars({}, {})] == ["lead", "intelligence", "known", "decide", "refused"]
    made = {bar.became: bar for bar in rows_shown.bars({"person": 1, "lead": 3}, {"hot": 2, "cold": 1})}
    assert (made["person"].count, made["lead"].words, made["known"].words) == (1, "2 hot, 1 cold", "")


def test_one_is_not_said_as_many():
    one = {bar.became: bar for bar in rows_shown.bars(dict.fromkeys(("lead", "person", "known", "refused"), 1), {})}
    two = {bar.became: bar for bar in rows_shown.bars(dict.fromkeys(("lead", "person", "known", "refused"), 2), {})}
    assert (one["person"].words, one["person"].counted) == ("somebody to place, or who said no", "new person")
    assert (two["person"].words, two["person"].counted) == ("people to place, and people who said no", "new people")
    assert (one["lead"].counted, two["lead"].counted, one["known"].counted) == ("new lead", "new leads", "known")
    assert one["refused"].words == "with its reason, yours to download"


@pytest.mark.parametrize(
    ("grade", "until", "ticks"),
    [("hot", date(2026, 11, 30), 5), ("hot", TODAY, 0), ("warm", TODAY, 1), ("cold", date(2027, 5, 24), 5), ("none", TODAY, 0), ("hot", None, 0)],
)  # fmt: skip
def test_ticks_are_the_time_left(grade: str, until: date | None, ticks: int) -> None:
    assert rows_shown.ticks(grade, until, TODAY) == ticks
