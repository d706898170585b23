"""The set that every library starts with."""

from __future__ import annotations

from rightday.joborders.objections.rules import About, Side
from rightday.joborders.objections.starting import STARTING
from rightday.kernel.folding import fold


def test_about_forty_each_with_an_answer_and_a_meaning():
    assert 36 <= len(STARTING) <= 50
    assert [one.words for one in STARTING if not one.answers or not one.means or not one.when] == []


def test_every_kind_of_gap_has_three_of_the_client():
    gaps = (About.SKILL, About.EXPERIENCE, About.NOT_SOLVED, About.NOT_DELIVERED, About.SCOPE, About.MONEY)
    for about in gaps:
        assert len([one for one in STARTING if one.about is about and one.side is Side.CLIENT]) >= 3
    assert {one.side for one in STARTING} == set(Side)


def test_none_stands_twice_and_all_fit_their_columns():
    assert len({(one.side, fold(one.words)) for one in STARTING}) == len(STARTING)
    assert max(len(one.words) for one in STARTING) <= 200
