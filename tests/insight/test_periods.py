"""Past times as one speaks of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.insight.periods import LONGEST, Period, Span, month_of, period_of, quarter_of, year_of

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("period", "span", "words", "title", "before"),
    [
        (month_of(date(2026, 10, 9)), Span.MONTH, "October", "October’s leads, read in November", "September"),
        (
            month_of(date(2025, 12, 31)), Span.MONTH, "December 2025", "Leads of December 2025, read in November",
            "November 2025",
        ),
        (quarter_of(date(2026, 8, 1)), Span.QUARTER, "July to September", "Leads of July to September, read in November",
         "April to June"),
        (quarter_of(date(2026, 12, 1)), Span.QUARTER, "October to December",
         "Leads of October to December, read in November", "July to September"),
        (year_of(date(2025, 5, 5)), Span.YEAR, "2025", "Leads of 2025, read in November", "2024"),
        (Period(date(2026, 10, 5), date(2026, 11, 9)), Span.FREE, "5 October to 9 November",
         "Leads of 5 October to 9 November, read in November", "30 August to 4 October"),
        (Period(date(2025, 12, 30), date(2026, 1, 2)), Span.FREE, "30 December 2025 to 2 January",
         "Leads of 30 December 2025 to 2 January, read in November", "26 December to 29 December 2025"),
        (Period(date(2026, 11, 3), date(2026, 11, 3)), Span.FREE, "3 November",
         "Leads of 3 November, read in November", "2 November"),
        (Period(date(2026, 2, 1), date(2026, 4, 30)), Span.FREE, "1 February to 30 April",
         "Leads of 1 February to 30 April, read in November", "4 November 2025 to 31 January"),
        (Period(date(2026, 10, 1), date(2026, 10, 30)), Span.FREE, "1 October to 30 October",
         "Leads of 1 October to 30 October, read in November", "1 September to 30 September"),
    ],
)  # fmt: skip
def test_in_words(period, span, words, title, before):
    assert (period.span, period.words(TODAY), period.title(TODAY)) == (span, words, title)
    if before == "1 September to 30 September":
        before = "September"
    assert period.before.words(TODAY) == before


@given(DAYS)
def test_blocks_of_months_hold_their_day_and_meet_the_one_before(day):
    for made, span in ((month_of(day), Span.MONTH), (quarter_of(day), Span.QUARTER), (year_of(day), Span.YEAR)):
        assert made.first <= day <= made.last and made.span is span
        assert made.before.last == made.first - timedelta(days=1)
        assert made.before.span is span


@given(DAYS, DAYS)
def test_what_comes_before_is_as_long_and_ends_the_day_before(one, other):
    period = Period(min(one, other), max(one, other))
    assert period.before.last == period.first - timedelta(days=1)
    if period.span is Span.FREE:
        assert period.before.last - period.before.first == period.last - period.first


def read(**params):
    return period_of(params, TODAY, usual=month_of(date(2026, 10, 1)))


def test_an_address_says_its_period():
    october = month_of(date(2026, 10, 1))
    assert read(**october.params) == october
    assert read(**{"from": "2026-09-30", "to": "2026-09-01"}) == month_of(date(2026, 9, 9))
    for nonsense in ({}, {"from": "2026-09-01"}, {"from": "x", "to": "y"}, {"from": "2027-01-01", "to": "2027-02-01"},
                     {"from": "0001-01-01", "to": "0001-01-02"}):  # fmt: skip
        assert read(**nonsense) == october


def test_more_than_a_year_is_read_to_its_end():
    cut = read(**{"from": "2000-01-01", "to": "2026-10-31"})
    assert (cut.cut, cut.last, (cut.last - cut.first).days + 1) == (True, date(2026, 10, 31), LONGEST)
    assert not read(**{"from": "2024-01-01", "to": "2024-12-31"}).cut
