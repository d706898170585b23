"""Terms, ages and days in words."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from rightday.talent import said
from rightday.talent.rules import Span

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("free_on", "notice", "words"),
    [
        (date(2027, 1, 4), None, "4 January 2027"), (date(2026, 12, 18), None, "18 December"), (TODAY, 30, "now"),
        (None, 28, "4 weeks after they resign"), (None, 7, "1 week after they resign"), (None, 0, "now"),
        (None, 30, "30 days after they resign"), (None, None, ""),
    ],
)  # fmt: skip
def test_when_they_are_free(free_on, notice, words):
    assert said.free_from(free_on, notice, TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "1 day"), (59, "59 days"), (70, "2 months"), (800, "2 years"), (-3, "today")]
)
def test_how_old_a_fact_is(days, words):
    assert said.age(TODAY - timedelta(days=days), TODAY) == words


def test_rates_say_their_unit_and_floor():
    row = SimpleNamespace(rate=4_500, rate_floor=None, currency="EUR", rate_per="hour")
    assert said.rate(row) == "€45 an hour"
    row.rate, row.rate_floor, row.rate_per = None, 59_000, "day"
    assert said.rate(row) == "not under €590 a day"
    row.rate_floor = None
    assert said.rate(row) == ""


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span("", date(2025, 1, 1), None, True), "Jan 2025 to now"), (Span("", None, None, True), "Now"),
        (Span("", None, date(2024, 5, 1)), "Until May 2024"), (Span("", date(2024, 5, 1), None), "From May 2024"),
        (Span("", None, None), ""),
    ],
)  # fmt: skip
def test_days_of_a_position(span, words):
    assert said.span(span) == words


def test_points_and_years():
    assert said.points({}) == ()
    assert said.points({"realistic": {"met": True, "words": "£620"}})[1] == ("Realistic", True, "£620")
    assert (said.years(None), said.years(1), said.years(6)) == ("", "one year", "6 years")
