"""The order explains itself: the factors multiply to the score."""

from __future__ import annotations

import re
from datetime import timedelta
from math import isclose, prod

import pytest
from hypothesis import given

from rightday.agencies import clock
from rightday.agenda import actions as agenda
from rightday.agenda import queries
from rightday.agenda.reckoning import Facts, reckon
from rightday.agenda.rules import Kind, Place, Reason, score, standing
from tests.agenda.test_rules import DAY, facts, near


def reckoned(facts, on=DAY, place=None):
    kept = {name: value for name, value in facts.items() if name not in {"holds_until", "then"}}
    step = standing(**facts)
    if place:
        step = step.__class__(place, *[getattr(step, name) for name in step.__slots__[1:]])
    return reckon(Facts(**kept), step, on), step


@given(facts, near)
def test_the_lines_multiply_to_the_score(facts, on):
    found, step = reckoned(facts, on)
    shown = prod(float(re.sub(r"[^\d.e+-]", "", line.figure)) for line in found.lines)
    assert found.score == score(step, on)
    assert isclose(shown, found.score, rel_tol=0.03)  # figures have three digits


FACTS = {
    "reason": Reason.HOT, "fact_on": DAY - timedelta(days=1), "due": DAY, "agreed": False, "dials": 5, "talks": 2,
    "introduced": True, "works_with_agencies": True, "holds_until": DAY + timedelta(days=4), "then": Reason.RAN_OUT,
}  # fmt: skip


def words(**changed):
    found, _ = reckoned(FACTS | changed, changed.pop("on", DAY))
    return [line.words for line in found.lines], found.place


def test_in_words():
    said, place = words()
    assert said == [
        "Reason: hot",
        "Halved every 10 days; it is 1 day old",
        "Chance to answer: answered 2 of 5 calls, leaning to the average",
        "Somebody can speak for us",
        "Works with agencies",
    ]
    assert place == "By its score."
    said, place = words(agreed=True, works_with_agencies=False, introduced=False)
    assert said[-2:] == ["Chance to answer: on the day agreed", "Does not work with agencies"]
    assert place == "Before the score: the day is agreed."
    assert "never called yet" in words(dials=0, talks=0)[0][2]


def test_places_in_words():
    assert words(holds_until=DAY + timedelta(days=1))[1] == "Before the score: hot in its last days."
    assert (
        words(reason=Reason.FALL_THROUGH, holds_until=None)[1] == "Before the score: a fall-through of the last days."
    )
    assert words(reason=Reason.CHECK_IN, agreed=True)[1] == "A weekly check-in: after what cannot wait."
    assert reckoned(FACTS, place=Place.LIVE_ORDER)[0].place == "First: a call on a live job order."


def test_hot_that_ran_out_is_reckoned_as_such():
    found, _ = reckoned(FACTS, DAY + timedelta(days=9))
    assert found.lines[0].words == "Reason: hot that ran out"
    assert found.lines[0].figure == "0.4"


@pytest.mark.parametrize("weight", [1.0, 1.8])
def test_the_later_it_failed_the_more_it_is_worth(inside, weight):
    plain, heavy = (
        agenda.plan(
            owner=inside.sam, person=inside.martin, company=inside.halden, by=inside.sam, kind=Kind.MILESTONE,
            reason=Reason.FALL_THROUGH, why="Did not start.", objective="How soon", fact_on=DAY, due=DAY, weight=one,
        )
        for one in (1.0, weight)
    )  # fmt: skip
    said = queries.reckoning(heavy.pk, on=DAY)
    assert said.score == pytest.approx(queries.reckoning(plain.pk, on=DAY).score * weight)
    assert any(line.words == "How late in the process it failed" for line in said.lines) is (weight != 1)
    assert agenda.reorder_for(inside.martin, by=inside.sam) == 2
    before = heavy.rank
    heavy.refresh_from_db()
    assert heavy.rank == pytest.approx(before) and heavy.weight == weight


def test_what_is_asked_of_others_says_so_and_stays_off_the_sheet(inside):
    asked = agenda.plan(
        owner=inside.sam, person=inside.martin, company=None, by=inside.sam, kind=Kind.FIND_OUT,
        reason=Reason.FALL_THROUGH, why="No call about it.", objective="What became of it", fact_on=DAY, due=DAY,
    )  # fmt: skip
    agenda.reorder_for(inside.martin, by=inside.sam)
    assert queries.reckoning(asked.pk, on=DAY).place == "On no sheet: they want no call about it. Ask others."
    sheet = queries.sheet(inside.sam, on=DAY, now=clock.now())
    assert (sheet.now, sheet.later, sheet.due) == ((), (), 0)
