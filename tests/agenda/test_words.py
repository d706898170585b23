"""Each kind, reason and result has its words, and fits its column."""

from __future__ import annotations

import pytest

from rightday.agenda import words
from rightday.agenda.models import IntendedOutcome, NextStep


@pytest.mark.parametrize(
    ("said", "of"),
    [
        (words.KIND_WORDS, words.Kind), (words.REASON_WORDS, words.Reason), (words.ACHIEVEMENT_WORDS, words.Achievement),
        (words.ACHIEVEMENT_SAID, words.Achievement),
    ],
)  # fmt: skip
def test_none_is_without_words_of_its_own(said, of):
    assert list(said) == list(of)
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize(
    ("of", "model", "column"),
    [
        (words.Kind, NextStep, "kind"), (words.Reason, NextStep, "reason"), (words.Of, NextStep, "of"),
        (words.Achievement, IntendedOutcome, "kind"),
    ],
)  # fmt: skip
def test_each_fits_its_column(of, model, column):
    assert max(len(one) for one in of) <= model._meta.get_field(column).max_length
