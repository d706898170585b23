"""What the result form means, also when it was sent without a script, a key or sense."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from django.http import QueryDict

from rightday.calls.forms import LONGEST_ANSWER, ResultForm, answers_in
from rightday.calls.rules import Choice, Result, Said
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.rules import Failure
from rightday.leads.rules import Ending


def form(query: str) -> ResultForm:
    made = ResultForm(QueryDict(query))
    made.is_valid()
    return made


def test_a_typed_day_is_picked_by_enter_too() -> None:
    said = form("result=met&next=&day=2026-12-03&at=10:30&permission=yes")
    assert said.choice() is Choice.PICK
    assert said.said() == Said(date(2026, 12, 3), time(10, 30), True)


def test_a_key_goes_before_a_typed_day() -> None:
    assert form("result=met&next=rule&day=2026-12-03").choice() is Choice.RULE
    assert form("result=met&next=tomorrow&day=2026-12-03").choice() is Choice.TOMORROW


def test_without_anything_the_rule_decides() -> None:
    assert form("result=met").choice() is Choice.RULE
    assert form("result=met&permission=no").said() == Said(may_call=False)


def test_an_ending_is_chosen_like_a_day() -> None:
    assert form("result=not_interested&next=not_recruiting").choice() is Ending.NOT_RECRUITING


def test_the_key_of_a_form() -> None:
    assert form("result=met&once=" + "a" * 32).once == UUID("a" * 32)
    assert form("result=met&once=nonsense").once != form("result=met&once=nonsense").once


def test_each_wrong_field_says_what_to_do() -> None:
    wrong = form("next=pick&day=soon&at=late")
    assert wrong.errors == {
        "result": ["Say first how the call went: keys 1 to 6."],
        "day": ["Write the day as 27/11/2026."],
        "at": ["Write the time as 10:00."],
    }


def test_answers_are_the_fields_named_so() -> None:
    data = QueryDict("answer-no=Too+junior&answer-empty=++&note=no+answer&answer-long=" + "x" * 5_000)
    assert answers_in(data) == {"no": "Too junior", "long": "x" * LONGEST_ANSWER}


def test_the_result_is_known_while_the_rest_is_wrong() -> None:
    assert form("result=met&day=soon").result_said() is Result.MET
    assert form("result=great").result_said() is None


THURSDAY, WEDNESDAY = date(2026, 11, 26), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ({}, None),
        ({"milestone_place": "6"}, None),
        ({"milestone": "done", "milestone_place": "6"}, MilestoneHeard(6, WEDNESDAY)),
        ({"milestone": "done", "milestone_on": "yesterday"}, MilestoneHeard(0, date(2026, 11, 24))),
        ({"milestone": "yes"}, MilestoneHeard(0, WEDNESDAY, "yes")),
        ({"milestone": "no", "note": "Nobody"}, MilestoneHeard(0, WEDNESDAY, "no", note="Nobody")),
        ({"milestone": "no_show", "note": "x"}, MilestoneHeard(0, WEDNESDAY, "", Failure.NO_SHOW, note="x")),
        ({"milestone_next": "Thursday", "note": "x"}, MilestoneHeard(0, None, expected=THURSDAY)),
    ],
)
def test_what_was_said_of_the_milestone(typed, heard):
    form = ResultForm({"result": "met"} | typed, today=WEDNESDAY)
    assert form.is_valid(), form.errors
    assert form.milestone_heard() == heard


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("milestone_on", "yesterday"),
        ("milestone_on", "tomorrow"),
        ("milestone_on", "blue"),
        ("milestone_next", "one day"),
        ("milestone", "maybe"),
    ],
)
def test_what_cannot_be_of_a_milestone(field, words):
    assert list(ResultForm({"result": "met", field: words}, today=WEDNESDAY).errors) == [field]
