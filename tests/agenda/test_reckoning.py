"""The order explains itself: the factors multiply to the score."""

from __future__ import annotations

import re
from datetime import timedelta
from math import isclose, prod

from hypothesis import given

from rightday.agenda.reckoning import Facts, reckon
from rightday.agenda.rules import Place, Reason, score, standing
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
