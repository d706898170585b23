"""The verbs of the objection library."""

from __future__ import annotations

import pytest

from rightday.joborders.objections import actions
from rightday.joborders.objections.models import Objection, ObjectionAnswer, Raised
from rightday.joborders.objections.rules import About, Side, prior
from rightday.joborders.objections.starting import STARTING
from rightday.team.rules import Refused


def one_more(cast):
    return actions.add("We want to see one more person.", side=Side.CLIENT, about=About.DECISION, by=cast.sam)


def test_an_empty_library_is_stocked_once(inside):
    assert actions.stock(by=inside.sam) == len(STARTING)
    assert actions.stock(by=inside.sam) == 0
    assert Objection.objects.count() == len(STARTING)
    assert ObjectionAnswer.objects.count() == sum(len(one.answers) for one in STARTING)


def test_what_is_there_is_not_added_again_and_wakes_up(inside):
    first = one_more(inside)
    actions.rest(first, by=inside.sam)
    assert Objection.objects.get().resting_since is not None
    again = actions.add("we want to see one MORE person", side=Side.CLIENT, about=About.MONEY, by=inside.jo)
    assert (again.pk, again.resting_since, again.about) == (first.pk, None, "decision")
    with pytest.raises(Refused):
        actions.add(" ! ", side=Side.CLIENT, about=About.MONEY, by=inside.sam)


def test_an_answer_rests_and_comes_back(inside):
    first = one_more(inside)
    said = actions.answer(first, words=" What would they show? ", by=inside.sam, note="Priya")
    assert (said.words, said.note) == ("What would they show?", "Priya")
    actions.rest(said, by=inside.sam)
    assert ObjectionAnswer.objects.get().resting_since is not None
    actions.rest(said, by=inside.sam)
    assert ObjectionAnswer.objects.get().resting_since is None
    with pytest.raises(Refused):
        actions.answer(first, words=" ", by=inside.sam)


def test_counts_go_up_and_back(inside):
    first = one_more(inside)
    said = actions.answer(first, words="What would they show?", by=inside.sam)
    time = actions.raised(first, held=True, answer=said, person=inside.martin, by=inside.sam)
    actions.raised(first, held=False, answer=said, by=inside.sam)
    actions.raised(first, held=None, by=inside.sam)
    assert counts() == (3, 1, 2, 1)
    for _twice in range(2):
        actions.take_back(time, by=inside.sam)
    assert counts() == (2, 0, 1, 0)
    assert Raised.objects.filter(undone_at=None).count() == 2


def test_an_answer_to_something_else_is_refused(inside):
    other = actions.add("Over budget.", side=Side.CLIENT, about=About.MONEY, by=inside.sam)
    said = actions.answer(other, words="By how much?", by=inside.sam)
    with pytest.raises(Refused):
        actions.raised(one_more(inside), held=True, answer=said, by=inside.sam)


def counts():
    row, said = Objection.objects.get(), ObjectionAnswer.objects.get()
    return row.raised, row.held, said.used, said.held


def test_an_answer_that_held_goes_before_one_that_did_not_and_a_new_one_between():
    assert prior(9, 12) > prior(0, 0) > prior(1, 6)
