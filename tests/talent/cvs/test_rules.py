"""What may become of a proposal."""

from rightday.talent.cvs.rules import ANSWER_WORDS, Answer


def test_each_answer_has_its_words() -> None:
    assert set(ANSWER_WORDS) == set(Answer)
