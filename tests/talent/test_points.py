"""The five points of FIELD_GUIDE 8, and the results of calling about somebody."""

from __future__ import annotations

from rightday.talent.points import MPC_RESULT_CHOICES, POINT_WORDS, MpcResult, Point


def test_five_points_and_each_result_have_words_of_their_own():
    assert list(POINT_WORDS) == list(Point) and len(set(POINT_WORDS.values())) == 5
    assert [value for value, _ in MPC_RESULT_CHOICES] == [one.value for one in MpcResult]
    assert len({words for _, words in MPC_RESULT_CHOICES}) == len(MpcResult)
