"""The words of submittals: each is said, none twice, and each fits its column."""

from __future__ import annotations

import pytest

from rightday.joborders.submittals import rules

CHOICES = {name: value for name, value in vars(rules).items() if name.endswith("_CHOICES")}


def test_there_are_choices():
    assert len(CHOICES) == 5


@pytest.mark.parametrize("name", CHOICES)
def test_each_value_has_words_of_its_own(name: str):
    values, words = zip(*CHOICES[name], strict=True)
    assert len(set(values)) == len(values)
    assert len(set(words)) == len(words)
