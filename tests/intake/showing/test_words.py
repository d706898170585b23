"""Every field, sheet, state and kind of row has its words."""

from __future__ import annotations

from rightday.intake.reading import Skip
from rightday.intake.showing import words
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds


def test_nothing_is_without_a_word():
    assert set(words.FIELD_WORDS) == set(Field)
    assert set(words.HOLDS_WORDS) == set(Holds)
    assert set(words.SKIP_WORDS) == {skip.value for skip in Skip}
    assert set(words.STATE_WORDS) == set(words.State)
    assert set(words.BECAME_WORDS) == set(words.KIND_WORDS) == set(words.BESIDE) == set(words.Became)
    assert {*words.BROUGHT, words.Became.REFUSED} == set(words.Became)


def test_sizes_are_said_in_round_words():
    assert [words.size_words(size) for size in (0, 84_000, 50 * 1024 * 1024)] == ["1 KB", "82 KB", "50 MB"]
