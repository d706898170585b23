import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.day_words import full_year, month_days, number_of, to_date, to_time

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10:30", dt.time(10, 30)),
        ("2pm", dt.time(14)),
        ("12am", dt.time(0)),
        ("12.15 p.m.", dt.time(12, 15)),
        ("noon", dt.time(12)),
        ("3", dt.time(3)),
        ("13pm", None),
        ("24:00", None),
        ("soon", None),
    ],
)
def test_a_time_is_read(text: str, time: dt.time | None) -> None:
    assert to_time(text) == time


def test_an_hour_of_the_office_is_in_the_day() -> None:
    assert to_time("3", office=True) == dt.time(15)
    assert to_time("8", office=True) == dt.time(8)
    assert to_time("3:00", office=True) == dt.time(3)


@pytest.mark.parametrize(
    ("text", "year"), [("2026", 2026), ("26", 2026), ("'27", 2027), ("46", 2046), ("47", 1947), ("99", 1999)]
)
def test_two_digits_of_a_year_are_near(text: str, year: int) -> None:
    assert full_year(text, TODAY) == year


def test_years_of_another_century() -> None:
    assert full_year("05", dt.date(2095, 1, 1)) == 2105


def test_the_calendar() -> None:
    assert to_date(2026, 4, 31) is None
    assert to_date(2026, 13, 1) is None
    assert to_date(0, 1, 1) is None
    assert month_days(2, 2028) == 29
    assert number_of("3rd") == 3


@given(st.dates())
def test_every_day_is_in_the_calendar(day: dt.date) -> None:
    assert to_date(day.year, day.month, day.day) == day
