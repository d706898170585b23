"""The clocks of a hand-off."""

from __future__ import annotations

import pytest

from rightday.leads.demand import Grade
from rightday.leads.handoffs import ANSWER_WORDS, RETURN_WORDS, Answer, Return, answer_hours, call_hours


@pytest.mark.parametrize(
    ("grade", "answer", "call"),
    [(Grade.HOT, 2, 4), (Grade.WARM, 9.5, 19), (Grade.COLD, 28.5, 47.5), (Grade.NONE, 28.5, 47.5)],
)
def test_the_clocks_are_those_of_the_field_guide(grade: Grade, answer: float, call: float) -> None:
    assert (answer_hours(grade), call_hours(grade)) == (answer, call)


def test_every_answer_has_words() -> None:
    assert set(ANSWER_WORDS) == set(Answer)
    assert set(RETURN_WORDS) == set(Return)
