import datetime as dt
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.when import DayOrder, Moment, dayfirst_of, read_day, say_day
from tests.kernel.shared import DATA, needs_data

TODAY = dt.date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(dt.date(1960, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("03/04/2026", dt.date(2026, 4, 3)),
        ("3/4/26", dt.date(2026, 4, 3)),
        ("3rd April 2026", dt.date(2026, 4, 3)),
        ("Thursday, 3 April 2026", dt.date(2026, 4, 3)),
        ("3 of April, 2026", dt.date(2026, 4, 3)),
        ("3-Apr-26", dt.date(2026, 4, 3)),
        ("Apr 9, 26", dt.date(2026, 4, 9)),
        ("April 9th 2026", dt.date(2026, 4, 9)),
        ("15.04.2026", dt.date(2026, 4, 15)),
        ("03 04 2026", dt.date(2026, 4, 3)),
        ("2026-04-03", dt.date(2026, 4, 3)),
        ("2026/4/3", dt.date(2026, 4, 3)),
        ("20260403", dt.date(2026, 4, 3)),
        ("03042026", dt.date(2026, 4, 3)),
        (20260403, dt.date(2026, 4, 3)),
        (46125, dt.date(2026, 4, 13)),
        ("46125", dt.date(2026, 4, 13)),
        ("٤٦١٢٥", dt.date(2026, 4, 13)),
        ("04/23/2026", dt.date(2026, 4, 23)),
        ("3 avril 2026", dt.date(2026, 4, 3)),
        ("3. März 2026", dt.date(2026, 3, 3)),
        ("1/1/75", dt.date(1975, 1, 1)),
        ("1/1/40", dt.date(2040, 1, 1)),
        ("today", TODAY),
        ("Tomorrow.", dt.date(2026, 11, 25)),
        (dt.date(2026, 4, 3), dt.date(2026, 4, 3)),
        (dt.datetime(2026, 4, 3), dt.date(2026, 4, 3)),
    ],
)
def test_a_day_is_read_in_the_usual_forms(cell: str | int | dt.date, day: dt.date) -> None:
    moment = read_day(cell, TODAY)
    assert (moment.day, moment.time, moment.problem) == (day, None, "")


@pytest.mark.parametrize("cell", [1.015625, -2.50625, 12345.25e6])
def test_a_number_with_eight_signs_is_no_day(cell: float) -> None:
    assert read_day(cell, TODAY).day is None


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("2026-04-03T10:30:00Z", dt.time(10, 30)),
        ("2026-04-03 10:30", dt.time(10, 30)),
        ("3/4/2026 2pm", dt.time(14)),
        ("3 April 2026 at 14:00", dt.time(14)),
        (46115.5, dt.time(12)),
        ("46115.25", dt.time(6)),
        (dt.datetime(2026, 4, 3, 10, 30, tzinfo=dt.UTC), dt.time(10, 30)),
        ("3 avril 2026 à 10:30", dt.time(10, 30)),
        ("3/4/2026 13pm", None),
    ],
)
def test_the_time_of_a_cell_is_kept(cell: str | float | dt.datetime, time: dt.time | None) -> None:
    moment = read_day(cell, TODAY)
    assert (moment.day, moment.time) == (dt.date(2026, 4, 3), time)


def test_month_first_where_the_column_says_so() -> None:
    assert read_day("03/04/2026", TODAY, dayfirst=False).day == dt.date(2026, 3, 4)
    assert read_day("23/04/2026", TODAY, dayfirst=False).day == dt.date(2026, 4, 23)
    assert read_day("03042026", TODAY, dayfirst=False).day == dt.date(2026, 3, 4)


def test_words_without_a_year_look_back_or_ahead() -> None:
    assert read_day("Thursday", TODAY).day == dt.date(2026, 11, 19)
    assert read_day("Thursday", TODAY, past=False).day == dt.date(2026, 11, 26)
    assert read_day("next Thursday at 10", TODAY) == Moment(
        dt.date(2026, 12, 3), dt.time(10), "next Thursday at 10", ""
    )


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("31/04/2026", "Apr 2026 has 30 days. Correct the day 31."),
        ("29 Feb 2027", "Feb 2027 has 28 days. Correct the day 29."),
        ("16/4", "The year is missing. Add it, for example 16 Apr 2026."),
        ("28-Apr", "The year is missing. Add it, for example 28 Apr 2026."),
        ("Apr 28", "The year is missing. Add it, for example 28 Apr 2026."),
        ("Apr 2026", "The day is missing. Add it: 1 Apr 2026."),
        ("99/99/2026", "This does not look like a date. Write it like 3 Apr 2026."),
        ("0/4", "This does not look like a date. Write it like 3 Apr 2026."),
        ("40/50", "This does not look like a date. Write it like 3 Apr 2026."),
        ("ASAP", "This does not look like a date. Write it like 3 Apr 2026."),
        ("met at expo 2026 twice", "This does not look like a date. Write it like 3 Apr 2026."),
        ("12", "This does not look like a date."),
        ("99999999", "This does not look like a date."),
        ("x" * 61, "This does not look like a date."),
        (7, "This does not look like a date."),
        (1e300, "This does not look like a date."),
        (float("nan"), "This does not look like a date."),
        (True, "This does not look like a date."),
    ],
)
def test_what_is_no_day_keeps_its_text_and_says_what_to_do(cell: str | float, problem: str) -> None:
    moment = read_day(cell, TODAY)
    assert (moment.day, moment.problem) == (None, problem)
    assert moment.text == (cell if isinstance(cell, str) else moment.text) != ""


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_an_empty_cell_is_no_problem(cell: str | None) -> None:
    assert read_day(cell, TODAY) == Moment(None, None, "", "")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "today"),
        (dt.date(2026, 11, 25), "tomorrow"),
        (dt.date(2026, 11, 23), "yesterday"),
        (dt.date(2026, 11, 26), "Thu 26 Nov"),
        (dt.date(2027, 1, 4), "Mon 4 Jan 2027"),
    ],
)
def test_a_day_is_said_with_its_date(day: dt.date, said: str) -> None:
    assert say_day(day, TODAY) == said


@pytest.mark.parametrize(
    ("cells", "dayfirst", "order"),
    [
        (["23/04/2026", "03/04/2026", 5, None, "soon"], True, DayOrder(1, 0, 1)),
        (["04/23/26", "3/4/26"], False, DayOrder(0, 1, 1)),
        (["03/04/2026"], None, DayOrder(0, 0, 1)),
        (["23/04/2026", "04/23/2026"], None, DayOrder(1, 1, 0)),
        (["23/04/2026"] * 4 + ["04/23/2026"], True, DayOrder(4, 1, 0)),
        ([], None, DayOrder(0, 0, 0)),
    ],
)
def test_a_column_tells_its_order(cells: Sequence[object], dayfirst: bool | None, order: DayOrder) -> None:
    assert dayfirst_of(cells) == (dayfirst, order)


@given(st.text(max_size=70) | st.integers() | st.floats() | st.none() | st.dates() | st.datetimes(), st.dates())
def test_no_cell_makes_it_fail(cell: str | int | float | dt.date | None, today: dt.date) -> None:
    moment = read_day(cell, today)
    assert not (moment.day and moment.problem)


@given(st.text(alphabet="0123456789/-.: ,'thAprilMayJunSeptMonThu", max_size=20), st.booleans())
def test_no_near_date_makes_it_fail(cell: str, dayfirst: bool) -> None:
    read_day(cell, TODAY, dayfirst=dayfirst)


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%a %d %b %Y", "%B %d, %Y", "%Y%m%d"]))
def test_what_is_written_is_read_again(day: dt.date, form: str) -> None:
    assert read_day(day.strftime(form), TODAY).day == day


@given(DAYS)
def test_serials_and_days_are_the_same(day: dt.date) -> None:
    assert read_day((day - dt.date(1899, 12, 30)).days, TODAY).day == day


@given(st.dates(dt.date(2026, 10, 1), dt.date(2028, 1, 1)))
def test_what_is_said_is_read_again(day: dt.date) -> None:
    said = say_day(day, TODAY)
    if day.year == TODAY.year and said[0].isupper():
        said += f" {day.year}"
    assert read_day(said, TODAY).day == day


@needs_data
def test_the_days_of_the_lead_tracker() -> None:
    truth = json.loads((DATA / "synthetic" / "lead_tracker_uk.xlsx.truth.json").read_text(encoding="utf-8"))
    for written, expected in truth["dates_dayfirst"].items():
        if written.startswith("row "):
            continue
        moment = read_day(written.removesuffix(" text").strip("'"), TODAY)
        if expected[0].isdigit():
            assert moment.day == dt.date.fromisoformat(expected)
        else:
            assert moment.day is None
            assert moment.problem
