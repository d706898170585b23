"""What the views of people share."""

from __future__ import annotations

import pytest

from rightday.people import answers


@pytest.mark.parametrize(("number", "words"), [(0, "none"), (1, "one"), (9, "nine"), (10, "10"), (1234, "1,234")])
def test_numbers_under_ten_are_words(number, words):
    assert answers.spelled(number) == words
