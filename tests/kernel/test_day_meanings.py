import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel import day_meanings as meanings

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
TODAY = dt.date(2026, 11, 24)


def test_months_are_added_to_their_last_day() -> None:
    assert meanings.add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert meanings.add_months(dt.date(2026, 1, 31), -2) == dt.date(2025, 11, 30)


def test_a_month_that_runs_now_is_this_years() -> None:
    assert meanings.named_month(11, None, TODAY, part="end", past=False) == dt.date(2026, 11, 30)
    assert meanings.named_month(11, None, TODAY, part="", past=True) == dt.date(2026, 11, 1)
    assert meanings.named_month(12, None, TODAY, part="", past=True) == dt.date(2025, 12, 1)
    assert meanings.named_month(1, None, TODAY, part="", past=False) == dt.date(2027, 1, 1)


def test_a_day_that_no_month_has_is_no_day() -> None:
    assert meanings.day_of_month(32, TODAY, past=False) is None


@given(DAYS, st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_day_without_a_year_is_within_a_year(today: dt.date, month: int, day: int, past: bool) -> None:
    found = meanings.without_year(month, day, today, past=past)
    assert found is not None
    assert (found.month, found.day) == (month, day)
    assert (-366 <= (found - today).days <= 0) if past else (-60 <= (found - today).days <= 366)


@given(DAYS, st.integers(1, 31))
def test_a_day_of_the_month_comes_soon(today: dt.date, day: int) -> None:
    ahead = meanings.day_of_month(day, today, past=False)
    behind = meanings.day_of_month(day, today, past=True)
    assert ahead is not None
    assert behind is not None
    assert behind <= today <= ahead
    assert (ahead - behind).days <= 124


@given(DAYS, st.sampled_from(["next", "last"]))
def test_the_weekend_is_its_saturday(today: dt.date, which: str) -> None:
    saturday = meanings.weekend(today, which=which)
    assert saturday.weekday() == 5
    assert abs((saturday - today).days) <= 12
