"""Changing a checklist: what moves with what, and what cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.leads.process import template_edits as edits
from rightday.leads.process.rules import (
    DEFAULT_TEMPLATE,
    MOST_MARKS,
    BadTemplate,
    CallWhen,
    Failure,
    Mark,
    MarkKind,
    Stage,
    Template,
    checked,
)


def names(template):
    return [mark.name for mark in template.marks]


def test_a_new_milestone_comes_last_in_the_last_column():
    made = edits.added(DEFAULT_TEMPLATE, key="a")
    assert names(made) == [*names(DEFAULT_TEMPLATE), "New milestone"]
    assert (made.marks[-1].stage, made.marks[-1].restarts_at, made.marks[-1].key) == (Stage.PROBATION, 14, "a")


def test_there_is_an_end_to_adding():
    made = DEFAULT_TEMPLATE
    for number in range(MOST_MARKS - made.last):
        made = edits.added(made, key=f"a{number}")
    with pytest.raises(BadTemplate, match="one to 30"):
        edits.added(made, key="b")


def test_a_milestone_is_changed_where_it_stands():
    mark = replace(DEFAULT_TEMPLATE.mark(2), name="Interviews agreed")
    assert names(edits.changed(DEFAULT_TEMPLATE, 2, mark))[:3] == [
        "CVs received",
        "Interviews agreed",
        "Interviews arranged",
    ]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"restarts_at": 9}, "restarts_at"),
        ({"gap": 261}, "gap"),
        ({"weight": 0.5}, "weight"),
    ],
)
def test_what_is_wrong_of_a_milestone_is_said_with_its_place_and_field(changed, field):
    with pytest.raises(BadTemplate) as problem:
        edits.changed(DEFAULT_TEMPLATE, 5, replace(DEFAULT_TEMPLATE.mark(5), **changed))
    assert (problem.value.place, problem.value.field) == (5, field)


def test_the_first_is_called_about_with_none_before():
    with pytest.raises(BadTemplate, match="none before it") as problem:
        edits.moved(DEFAULT_TEMPLATE, 5, 1)
    assert (problem.value.place, problem.value.field) == (1, "call")


@pytest.mark.parametrize("place", [0, 14])
def test_no_such_place(place):
    for act in (edits.without, lambda t, p: edits.moved(t, p, 1), lambda t, p: edits.changed(t, p, t.mark(1))):
        with pytest.raises(IndexError):
            act(DEFAULT_TEMPLATE, place)


def test_what_moves_takes_along_where_others_begin_again():
    made = edits.moved(DEFAULT_TEMPLATE, 5, 4)  # a declined offer begins again at the contender
    assert names(made)[3:5] == ["At least one contender?", "Interviews completed"]
    assert made.mark(9).restarts_at == 4


def test_what_would_begin_again_later_begins_at_itself():
    made = edits.moved(DEFAULT_TEMPLATE, 9, 2)  # began again at 5
    assert made.mark(2).name == "Verbal offer and acceptance"
    assert made.mark(2).restarts_at == 2


def test_moving_beyond_the_ends_stops_there():
    assert names(edits.moved(DEFAULT_TEMPLATE, 12, 99))[-1] == "Start date"
    assert names(edits.moved(DEFAULT_TEMPLATE, 2, -3))[0] == "Interviews booked"


def test_taken_out_what_began_there_begins_at_what_follows():
    made = edits.without(DEFAULT_TEMPLATE, 5)
    assert made.last == 12
    assert made.mark(8).name == "Verbal offer and acceptance"
    assert made.mark(made.mark(8).restarts_at).name == "2nd interview arranged"


def test_the_last_one_cannot_be_taken_out():
    one = Template(2, (Mark("a", "A", ""),))
    with pytest.raises(BadTemplate):
        edits.without(one, 1)


def test_nothing_differs_from_itself():
    assert edits.differences(DEFAULT_TEMPLATE, DEFAULT_TEMPLATE) == ()


def test_each_difference_in_words():
    mark = replace(
        DEFAULT_TEMPLATE.mark(12), name="First day", call=CallWhen.NEXT_DAY, kind=MarkKind.DECISION, gap=10, agree=False,
        weight=2.5, fails_as=Failure.OTHER, restarts_at=5, stage=Stage.PROBATION, about="",
    )  # fmt: skip
    now = edits.without(edits.added(edits.changed(DEFAULT_TEMPLATE, 12, mark), key="x"), 11)
    said = {one.name: one.words for one in edits.differences(DEFAULT_TEMPLATE, now)}
    assert said == {
        "First day": (
            "name: First day, before: Start date; call about: nothing, before: Did they walk in?; kind: decision, before: step; "
            "call when: 1 working day after, before: the day it is due; column of the board: Probation, before: Start; "
            "usual working days: 10, before: 20; next day agreed about it: no, before: yes; "
            "begins again at: At least one contender?, before: CVs received; worth more by: 2.5 times, before: 1.8 times; "
            "a failure is called: began again, before: did not start"
        ),
        "New milestone": "new, at 13",
        "Resignation": "taken out",
    }


def test_a_move_is_told_of_the_one_that_moved():
    (one,) = edits.differences(DEFAULT_TEMPLATE, edits.moved(DEFAULT_TEMPLATE, 11, 9))
    assert (one.name, one.words) == ("Resignation", "moved from 11 to 9")


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 30), st.integers(1, 30)), max_size=25))
def test_no_sequence_of_edits_makes_a_checklist_that_cannot_be_followed(acts):
    template = DEFAULT_TEMPLATE
    for number, (kind, place, to) in enumerate(acts):
        place = min(place, template.last)
        before = template
        try:
            match kind:
                case 0:
                    template = edits.added(template, key=f"k{number}")
                case 1:
                    template = edits.moved(template, place, to)
                case _:
                    template = edits.without(template, place)
        except BadTemplate:
            template = before
        assert checked(template) is template
        assert (edits.differences(before, template) == ()) == (
            [mark.key for mark in before.marks] == [mark.key for mark in template.marks]
        )
