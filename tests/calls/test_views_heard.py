"""Answers typed during a call, understood."""

from __future__ import annotations

from datetime import date, time

import pytest

from rightday.calls.rules import Said
from rightday.calls.views_heard import day_in, evidence_in
from rightday.leads.rules import Shows
from rightday.people.models import Person

TUESDAY = date(2026, 11, 24)
MARTIN = Person(given="Martin", name="Martin Ahlqvist")


def shows(answers: dict[str, str], note: str = "") -> set[Shows]:
    return {one.shows for one in evidence_in(answers, note, person=MARTIN, today=TUESDAY)}


@pytest.mark.parametrize(
    ("answers", "note", "found"),
    [
        ({"seeing": "Two more on Thursday, both contractors"}, "", {Shows.INTERVIEWING}),
        ({"seeing": "nobody this month"}, "", set()),
        ({"seeing": "we are on hold until June"}, "", set()),
        ({"team": "three, until March"}, "", {Shows.CONTRACTORS}),
        ({"no": "two years too junior"}, "", set()),
        ({}, "They may be interviewing in spring", {Shows.RUMOUR}),
        ({"seeing": "yes, one"}, "Interviewing one on Friday", {Shows.INTERVIEWING}),
    ],
)
def test_what_an_answer_shows(answers: dict[str, str], note: str, found: set[Shows]) -> None:
    assert shows(answers, note) == found


def test_evidence_is_theirs_and_never_of_a_day_to_come() -> None:
    (one,) = evidence_in({}, "Interviewing two on Thursday", person=MARTIN, today=TUESDAY)
    assert (one.true_on, one.said_by, one.words, one.second_hand) == (
        TUESDAY, MARTIN, "Interviewing two on Thursday", False,
    )  # fmt: skip


def test_the_day_of_the_decision_is_read_from_its_answer() -> None:
    assert day_in({"decides": "Friday at 10, with Ruth"}, Said(may_call=True), TUESDAY) == Said(
        date(2026, 11, 27), time(10), True
    )


def test_a_day_typed_as_such_goes_first_and_a_past_one_is_none() -> None:
    typed = Said(date(2026, 12, 1))
    assert day_in({"decides": "Friday"}, typed, TUESDAY) == typed
    assert day_in({"decides": "decided yesterday"}, Said(), TUESDAY) == Said()
    assert day_in({"no": "Friday"}, Said(), TUESDAY) == Said()
