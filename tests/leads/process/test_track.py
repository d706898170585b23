"""Where a lead stands in its process: awaited, expected, slipping, the day of the call."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.leads.process.rules import DEFAULT_TEMPLATE, MarkKind
from rightday.leads.process.track import (
    Fact,
    OutOfOrder,
    awaited,
    call_day,
    may_expect,
    may_reach,
    points,
    slipped,
    working_days,
)
from rightday.leads.step_rules import _weekdays as add

DAY = date(2026, 11, 24)  # a Tuesday
TEMPLATE = DEFAULT_TEMPLATE
DAYS = st.dates(DAY - timedelta(days=200), DAY + timedelta(days=200))
FACTS = st.builds(Fact, st.none() | DAYS, st.none() | DAYS, st.sampled_from(["", "yes", "no"]))
KNOWN = st.dictionaries(st.integers(1, 13), FACTS)


@given(KNOWN)
def test_the_awaited_place_follows_the_furthest_one_reached(known: dict[int, Fact]) -> None:
    here = awaited(TEMPLATE, known)
    assert 1 <= here <= 14
    track = points(TEMPLATE, known, begun=DAY, add=add)
    assert [point.place for point in track] == list(range(1, 14))
    assert all(point.state in ("done", "passed") for point in track[: here - 1])
    assert [point.place for point in track if point.state == "here"] == ([here] if here <= 13 else [])
    assert all(point.state == "ahead" for point in track[here:])


def test_a_no_is_not_reached() -> None:
    assert awaited(TEMPLATE, {5: Fact(done_on=DAY, answer="no")}) == 1
    assert awaited(TEMPLATE, {5: Fact(done_on=DAY, answer="yes")}) == 6


def test_what_nobody_told_is_reckoned_from_the_day_before() -> None:
    track = points(TEMPLATE, {4: Fact(expected=DAY)}, begun=DAY - timedelta(days=10), add=add)
    assert (track[3].expected, track[3].about) == (DAY, False)
    assert (track[4].expected, track[4].about) == (DAY, True)
    assert track[5].expected == date(2026, 11, 26)
    assert all(point.expected is None for point in points(TEMPLATE, {}, begun=DAY, add=add))


@given(KNOWN, st.integers(1, 13), DAYS, DAYS)
def test_what_follows_slips_by_as_many_working_days_and_keeps_its_order(
    known: dict[int, Fact], place: int, was: date, day: date
) -> None:
    moved = slipped(known, place, was, day, add=add)
    for other, to in moved.items():
        assert other > place
        assert known[other].done_on is None
        assert to >= day
        if day > was:
            assert to >= add(known[other].expected, working_days(was, day, add))
    assert list(moved) == sorted(moved)


def test_a_week_later_moves_all_by_a_week() -> None:
    known = {4: Fact(DAY), 5: Fact(DAY), 9: Fact(DAY + timedelta(days=7))}
    assert slipped(known, 4, DAY, DAY + timedelta(days=7), add=add) == {
        5: DAY + timedelta(days=7), 9: DAY + timedelta(days=14),
    }  # fmt: skip
    assert slipped(known, 4, DAY, DAY - timedelta(days=1), add=add) == {}


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [(DAY, DAY, 0), (DAY, date(2026, 11, 27), 3), (DAY, date(2026, 12, 1), 5), (DAY, date(2026, 11, 28), 3)],
)
def test_working_days_between(start: date, end: date, count: int) -> None:
    assert working_days(start, end, add) == count


@pytest.mark.parametrize(
    ("place", "expected", "on"),
    [
        (1, DAY, date(2026, 11, 25)),
        (2, DAY, DAY),
        (4, date(2026, 11, 27), date(2026, 11, 30)),
        (10, date(2026, 11, 26), date(2026, 11, 30)),
        (12, date(2027, 1, 4), date(2027, 1, 4)),
        (13, date(2027, 1, 15), date(2027, 1, 8)),
        (13, date(2026, 11, 27), date(2026, 11, 27)),
        (2, date(2026, 11, 1), DAY),
    ],
)
def test_the_day_of_the_call_is_the_tables(place: int, expected: date, on: date) -> None:
    track = points(TEMPLATE, {place: Fact(expected)}, begun=DAY, add=add)
    assert call_day(track[place - 1], track[place - 2] if place > 1 else None, DAY, add=add) == on


def test_a_decision_is_called_about_with_the_milestone_before() -> None:
    track = points(TEMPLATE, {4: Fact(date(2026, 11, 27))}, begun=DAY, add=add)
    assert call_day(track[4], track[3], DAY, add=add) == call_day(track[3], None, DAY, add=add)
    done = points(TEMPLATE, {4: Fact(done_on=DAY), 5: Fact(expected=DAY)}, begun=DAY, add=add)
    assert call_day(done[4], done[3], DAY, add=add) == date(2026, 11, 25)


@given(KNOWN, st.integers(1, 13))
def test_the_call_is_never_in_the_past_nor_on_a_weekend(known: dict[int, Fact], place: int) -> None:
    track = points(TEMPLATE, known, begun=DAY, add=add)
    day = call_day(track[place - 1], track[place - 2] if place > 1 else None, DAY, add=add)
    assert day >= DAY
    assert day.weekday() < 5


@pytest.mark.parametrize(
    ("place", "day", "words"),
    [
        (4, DAY + timedelta(days=1), "still to come"),
        (4, date(2026, 11, 2), "after this day"),
        (1, date(2026, 11, 20), "already on"),
    ],
)
def test_days_reached_keep_their_order(place: int, day: date, words: str) -> None:
    known = {2: Fact(done_on=date(2026, 11, 10))}
    with pytest.raises(OutOfOrder, match=words):
        may_reach(TEMPLATE, known, place, day, DAY)
    may_reach(TEMPLATE, known, 4, DAY, DAY)


@pytest.mark.parametrize(
    ("place", "day", "words"),
    [
        (2, DAY, "Take that back first"),
        (4, DAY + timedelta(days=2000), "Check the year"),
        (4, date(2026, 11, 9), "comes after it"),
    ],
)
def test_days_expected_keep_their_order(place: int, day: date, words: str) -> None:
    known = {2: Fact(done_on=date(2026, 11, 10))}
    with pytest.raises(OutOfOrder, match=words):
        may_expect(TEMPLATE, known, place, day, DAY)
    may_expect(TEMPLATE, known, 4, DAY, DAY)


def test_every_decision_needs_its_yes() -> None:
    for place, mark in enumerate(TEMPLATE.marks, 1):
        known = {place: Fact(done_on=DAY)}
        assert (awaited(TEMPLATE, known) == place + 1) is (mark.kind is MarkKind.STEP)


def test_what_lies_before_something_done_is_not_expected_any_more() -> None:
    with pytest.raises(OutOfOrder, match="“Interviews arranged” is done, and “Interviews booked” lies before it"):
        may_expect(TEMPLATE, {3: Fact(done_on=DAY)}, 2, DAY, DAY)


def test_nothing_is_expected_before_what_somebody_said_comes_first() -> None:
    known = {6: Fact(expected=DAY + timedelta(days=9))}
    with pytest.raises(OutOfOrder, match="is expected on 3 Dec 2026, before “2nd interview completed”"):
        may_expect(TEMPLATE, known, 7, DAY + timedelta(days=8), DAY)
    may_expect(TEMPLATE, known, 7, DAY + timedelta(days=9), DAY)
    moved_along = {6: Fact(expected=DAY + timedelta(days=9), told=False)}
    may_expect(TEMPLATE, moved_along, 7, DAY + timedelta(days=8), DAY)
    may_expect(TEMPLATE, {6: Fact(done_on=DAY)}, 7, DAY, DAY)


def test_a_reckoned_day_is_not_after_a_later_one_that_was_told() -> None:
    start = DAY + timedelta(days=6)
    track = points(TEMPLATE, {1: Fact(done_on=DAY), 12: Fact(expected=start)}, begun=DAY, add=add)
    days = [point.expected for point in track[1:]]
    assert days == sorted(days)
    assert all(point.expected == start and point.about for point in track[7:11])
    assert track[11].expected == start and not track[11].about


def test_a_day_that_moved_along_is_about() -> None:
    track = points(TEMPLATE, {12: Fact(expected=DAY, told=False, call_on=DAY)}, begun=DAY, add=add)
    assert (track[11].about, track[11].call_on) == (True, DAY)
    assert points(TEMPLATE, {12: Fact(expected=DAY)}, begun=DAY, add=add)[11].about is False
