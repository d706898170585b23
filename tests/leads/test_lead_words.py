"""The words of a title: one way to write them for asking and keeping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.leads.lead_words import LONGEST_WORD, MOST_WORDS, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2 Senior Java Developers (Zürich)", ("senior", "java", "developer", "zurich")),
        ("Head of the platform", ("head", "platform")),
        ("C++ and C#", ("c",)),
        ("Boss, business analysts", ("boss", "business", "analyst")),
        ("", ()),
        ("of the 12", ()),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@given(st.text(max_size=200))
def test_they_are_few_short_and_each_once(text):
    words = words_of(text)
    assert len(words) == len(set(words)) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD for word in words)
