"""When a watch is asked about, and how its answer reads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.leads.process.rules import Filler
from rightday.leads.watching.rules import DAYS, QUESTION, Found, Watching, answer_words, ask_on, question_of

TODAY = date(2026, 11, 25)


@given(st.dates(), st.dates(), st.integers(min_value=1, max_value=365))
def test_it_is_asked_so_many_days_on_and_never_before_today(heard: date, today: date, days: int):
    asked = ask_on(heard, today, days)
    assert asked >= today
    if asked not in {today, date.max}:
        assert asked == heard + timedelta(days=days)


def test_thirty_days_unless_said():
    assert Watching().days == DAYS == 30
    assert ask_on(TODAY, TODAY, DAYS) == date(2026, 12, 25)
    assert ask_on(date.max, TODAY, DAYS) == date.max


def test_the_question_of_a_watch_keeps_the_one_that_makes_it_a_lead():
    assert question_of("Who decides?", watched=True) == f"{QUESTION} Who decides?"
    assert question_of("", watched=True) == QUESTION
    assert question_of("Who decides?", watched=False) == "Who decides?"


@pytest.mark.parametrize(
    ("found", "named", "words"),
    [
        (
            Found.COMPETITOR,
            {"winner": "Brightline", "who": "Ana Duarte"},
            "Filled by a competitor: Brightline, Ana Duarte",
        ),
        (Found.OWN, {"who": "Ana Duarte"}, "Filled by their own hire: Ana Duarte"),
        (Found.GONE, {}, "Nobody was hired: the place is gone"),
    ],
)
def test_an_answer_in_words(found: Found, named: dict[str, str], words: str):
    assert answer_words(found, **named) == words


def test_who_filled_it():
    assert [found.filler for found in Found] == [Filler.US, Filler.COMPETITOR, Filler.OWN, None]
