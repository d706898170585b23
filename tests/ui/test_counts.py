"""Numbers as a sentence has them."""

from __future__ import annotations

import pytest

from rightday.ui.counts import spelled


@pytest.mark.parametrize(
    ("number", "words"), [(0, "none"), (1, "one"), (3, "three"), (9, "nine"), (10, "10"), (1204, "1,204"), (-1, "-1")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert spelled(number) == words
