import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.days import (
    Place,
    add_working_days,
    holiday_name,
    is_working_day,
    next_working_day,
    on_or_after_working_day,
    working_days_between,
)

LONDON, EDINBURGH, RIYADH, NOWHERE = Place("GB"), Place("GB", "SCT"), Place("SA"), Place("")
PLACES = st.sampled_from([LONDON, EDINBURGH, RIYADH, NOWHERE, Place("US", "CA"), Place("CN"), Place("AE")])
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "place", "works"),
    [
        (dt.date(2026, 11, 24), LONDON, True),
        (dt.date(2026, 11, 28), LONDON, False),  # Saturday
        (dt.date(2026, 12, 25), LONDON, False),
        (dt.date(2026, 12, 28), LONDON, False),  # Boxing Day, moved from a Saturday
        (dt.date(2026, 4, 6), LONDON, False),  # Easter Monday is England's
        (dt.date(2026, 4, 6), EDINBURGH, True),
        (dt.date(2026, 4, 6), Place("uk"), False),
        (dt.date(2026, 4, 6), Place("GB", "nowhere"), False),
        (dt.date(2026, 11, 26), Place("US", "ZZ"), False),  # Thanksgiving, in any part
        (dt.date(2026, 11, 27), RIYADH, False),  # Friday
        (dt.date(2026, 11, 29), RIYADH, True),  # Sunday
        (dt.date(2020, 5, 8), Place("AE"), False),  # Friday and Saturday until 2021
        (dt.date(2026, 5, 8), Place("AE"), True),
        (dt.date(2024, 2, 4), Place("CN"), True),  # a Sunday worked in exchange
        (dt.date(2026, 12, 25), NOWHERE, True),
        (dt.date(2026, 11, 28), Place("XX"), False),
    ],
)
def test_people_work_when_their_place_does(day: dt.date, place: Place, works: bool) -> None:
    assert is_working_day(day, place) is works


@pytest.mark.parametrize(
    ("day", "place", "name"),
    [
        (dt.date(2026, 12, 25), LONDON, "Christmas Day"),
        (dt.date(2026, 11, 30), EDINBURGH, "Saint Andrew's Day"),
        (dt.date(2026, 7, 14), Place("FR"), "National Day"),
        (dt.date(2026, 11, 24), LONDON, ""),
        (dt.date(2026, 12, 25), NOWHERE, ""),
    ],
)
def test_a_holiday_has_a_name(day: dt.date, place: Place, name: str) -> None:
    assert holiday_name(day, place) == name


def test_the_next_working_day_is_strictly_after() -> None:
    assert next_working_day(dt.date(2026, 11, 24), LONDON) == dt.date(2026, 11, 25)
    assert next_working_day(dt.date(2026, 12, 24), LONDON) == dt.date(2026, 12, 29)
    assert on_or_after_working_day(dt.date(2026, 11, 24), LONDON) == dt.date(2026, 11, 24)
    assert on_or_after_working_day(dt.date(2026, 11, 28), LONDON) == dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (dt.date(2026, 11, 27), 2, dt.date(2026, 12, 1)),
        (dt.date(2026, 11, 28), 2, dt.date(2026, 12, 1)),
        (dt.date(2026, 11, 30), -1, dt.date(2026, 11, 27)),
        (dt.date(2026, 11, 28), 0, dt.date(2026, 11, 30)),
        (dt.date(2026, 12, 24), 1, dt.date(2026, 12, 29)),
    ],
)
def test_working_days_are_added(day: dt.date, n: int, then: dt.date) -> None:
    assert add_working_days(day, n, LONDON) == then


def test_working_days_between_two_days() -> None:
    friday, tuesday = dt.date(2026, 11, 27), dt.date(2026, 12, 1)
    assert working_days_between(friday, tuesday, LONDON) == 2
    assert working_days_between(tuesday, friday, LONDON) == -2
    assert working_days_between(friday, friday, LONDON) == 0


def test_the_calendar_ends() -> None:
    with pytest.raises(OverflowError):
        next_working_day(dt.date.max, LONDON)
    assert is_working_day(dt.date.min, LONDON)


@given(DAYS, st.integers(1, 40), PLACES)
def test_counting_undoes_adding(day: dt.date, n: int, place: Place) -> None:
    then = add_working_days(day, n, place)
    assert is_working_day(then, place)
    assert working_days_between(day, then, place) == n


@given(DAYS, DAYS, st.integers(-20, 20), PLACES)
def test_a_later_day_never_ends_earlier(one: dt.date, other: dt.date, n: int, place: Place) -> None:
    early, late = sorted((one, other))
    assert add_working_days(early, n, place) <= add_working_days(late, n, place)


@given(DAYS, PLACES)
def test_a_holiday_is_no_working_day(day: dt.date, place: Place) -> None:
    assert not (holiday_name(day, place) and is_working_day(day, place))
