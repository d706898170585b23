import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.when_text import Kind, find_days

TODAY = dt.date(2026, 11, 24)  # a Tuesday
N, D, J = (lambda day: dt.date(2026, 11, day)), (lambda day: dt.date(2026, 12, day)), dt.date(2027, 1, 1)


def only(text: str, *, today: dt.date = TODAY, past: bool = False) -> tuple[str, dt.date, dt.time | None]:
    (found,) = find_days(text, today, past=past)
    assert text[found.start : found.end] == found.text
    return found.text, found.day, found.time


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", N(24)),
        ("tonight", N(24)),
        ("this morning", N(24)),
        ("tomorrow", N(25)),
        ("yesterday", N(23)),
        ("the day after tomorrow", N(26)),
        ("on Thursday", N(26)),
        ("Thursday", N(26)),
        ("this Thursday", N(26)),
        ("Tuesday", D(1)),
        ("next Thurs", D(3)),
        ("next Tuesday", D(1)),
        ("last Thursday", N(19)),
        ("a week on Thursday", D(3)),
        ("Thursday week", D(3)),
        ("by Friday", N(27)),
        ("on sat", N(28)),
        ("Wed", N(25)),
        ("this week", N(27)),
        ("end of the week", N(27)),
        ("early this week", N(24)),
        ("next week", N(30)),
        ("early next week", N(30)),
        ("mid next week", D(2)),
        ("end of next week", D(4)),
        ("last week", N(20)),
        ("this weekend", N(28)),
        ("at the weekend", N(28)),
        ("next weekend", D(5)),
        ("in two weeks", D(8)),
        ("in 3 weeks' time", D(15)),
        ("in 3 days", N(27)),
        ("within a week", D(1)),
        ("in a month", D(24)),
        ("in a couple of days", N(26)),
        ("in one year", dt.date(2027, 11, 24)),
        ("two weeks' time", D(8)),
        ("two weeks ago", N(10)),
        ("a fortnight ago", N(10)),
        ("3 days from now", N(27)),
        ("3rd April", dt.date(2027, 4, 3)),
        ("3 of April", dt.date(2027, 4, 3)),
        ("April 3rd", dt.date(2027, 4, 3)),
        ("3 April 2028", dt.date(2028, 4, 3)),
        ("Apr 3, 2028", dt.date(2028, 4, 3)),
        ("3 May", dt.date(2027, 5, 3)),
        ("Thu 26 Nov", N(26)),
        ("on Thu 26 Nov", N(26)),
        ("20 Nov", N(20)),
        ("26/11", N(26)),
        ("Thursday 26/11", N(26)),
        ("26/11/2026", N(26)),
        ("26.11.26", N(26)),
        ("2026-11-26", N(26)),
        ("29 Feb", dt.date(2028, 2, 29)),
        ("the 30th", N(30)),
        ("on 3rd", D(3)),
        ("the 31st", D(31)),
        ("end of month", N(30)),
        ("end of the month", N(30)),
        ("month end", N(30)),
        ("this month", N(30)),
        ("next month", D(1)),
        ("end of next month", D(31)),
        ("last month", dt.date(2026, 10, 31)),
        ("in March", dt.date(2027, 3, 1)),
        ("end of March", dt.date(2027, 3, 31)),
        ("mid December", D(15)),
        ("start of March 2028", dt.date(2028, 3, 1)),
        ("end of the year", D(31)),
        ("year end", D(31)),
    ],
)
def test_words_mean_a_day(text: str, day: dt.date) -> None:
    assert only(text) == (text, day, None)
    assert only(f"she said: {text}, then")[1] == day


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("next Thurs at 10", "next Thurs at 10", dt.time(10)),
        ("call Monday 10:30 sharp", "Monday 10:30", dt.time(10, 30)),
        ("Friday, 5pm", "Friday, 5pm", dt.time(17)),
        ("Thu 26 Nov at 3", "Thu 26 Nov at 3", dt.time(15)),
        ("tomorrow at 8", "tomorrow at 8", dt.time(8)),
        ("tomorrow at noon", "tomorrow at noon", dt.time(12)),
        ("back 4pm Friday", "4pm Friday", dt.time(16)),
        ("back at 3 on Monday", "at 3 on Monday", dt.time(15)),
        ("20/11/2026 at 14:30", "20/11/2026 at 14:30", dt.time(14, 30)),
        ("12am tomorrow", "12am tomorrow", dt.time(0)),
        ("tomorrow at 13pm", "tomorrow", None),
        ("tomorrow at 10% off", "tomorrow", None),
    ],
)
def test_the_time_beside_a_day_belongs_to_it(text: str, words: str, time: dt.time | None) -> None:
    found, _, said = only(text)
    assert (found, said) == (words, time)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Thursday", N(19)),
        ("Tuesday", N(17)),
        ("this Thursday", N(26)),
        ("next Thursday", D(3)),
        ("26 Nov", dt.date(2025, 11, 26)),
        ("24 Nov", N(24)),
        ("the 30th", dt.date(2026, 10, 30)),
        ("the 31st", dt.date(2026, 10, 31)),
        ("in March", dt.date(2026, 3, 1)),
        ("in two weeks", D(8)),
    ],
)
def test_a_note_about_the_past_looks_back(text: str, day: dt.date) -> None:
    assert only(text, past=True)[1] == day


@pytest.mark.parametrize(
    "text",
    [
        "they may be interviewing",
        "she may 2 or 3",
        "he sat with us in the sun and wed",
        "24/7 support",
        "5/13",
        "31 Nov",
        "31/11/2026",
        "£3/4 and v1.2.3 and 3/4%",
        "the 2nd interview",
        "each week and every month",
        "Mondays",
        "call 020 7946 0958",
        "2 contractors",
        "",
    ],
)
def test_words_that_are_no_day_are_left_alone(text: str) -> None:
    assert find_days(text, TODAY) == ()


def test_all_days_of_a_note_are_found_in_order_with_their_kind() -> None:
    note = "Interviews Thursday at 10, final round next week, start early January."
    assert [(found.text, found.day, found.kind) for found in find_days(note, TODAY)] == [
        ("Thursday at 10", N(26), Kind.DAY),
        ("next week", N(30), Kind.WEEK),
        ("early January", J, Kind.MONTH),
    ]


def test_a_week_that_is_over_means_today() -> None:
    assert only("this week", today=N(28))[1] == N(28)


def test_a_day_beyond_the_calendar_is_not_found() -> None:
    assert find_days("tomorrow or in 2 years", dt.date.max) == ()
    assert find_days("yesterday, 29 Feb", dt.date.min) != ()
    assert find_days("29 Feb", dt.date.min, past=True) == ()


@given(st.text(), st.dates(), st.booleans())
def test_no_text_makes_it_fail(text: str, today: dt.date, past: bool) -> None:
    find_days(text, today, past=past)


WORDS = [
    "on",
    "next",
    "last",
    "this",
    "Thursday",
    "Tue",
    "week",
    "weekend",
    "month",
    "end",
    "of",
    "the",
    "in",
    "two",
    "3",
    "days",
    "ago",
    "at",
    "10",
    "5pm",
    "noon",
    "26/11",
    "3rd",
    "April",
    "May",
    "tomorrow",
    "year",
    "a",
    "fortnight",
    "29",
    "Feb",
    "start",
    "mid",
    "2027",
    ",",
    "-",
    "and",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.dates(), st.booleans())
def test_what_is_found_stands_in_the_text_in_order(words: list[str], today: dt.date, past: bool) -> None:
    text = " ".join(words)
    reached = 0
    for found in find_days(text, today, past=past):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        reached = found.end


@given(st.sampled_from(["Mon", "Tuesday", "Thurs", "sunday"]), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_a_weekday_lies_within_the_week_ahead_or_behind(name: str, today: dt.date) -> None:
    ahead = only(f"on {name}", today=today)[1]
    behind = only(f"on {name}", today=today, past=True)[1]
    assert 1 <= (ahead - today).days <= 7
    assert 1 <= (today - behind).days <= 7
    assert ahead.weekday() == behind.weekday()
