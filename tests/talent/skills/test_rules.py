"""How a word for a skill is folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.talent.skills import library, rules


@pytest.mark.parametrize(
    ("one", "other"), [("Node.js", "nodejs"), ("C++", " c++ "), ("CI/CD", "ci cd"), ("Kubernetes", "KUBERNETES")]
)
def test_written_differently_it_is_one(one: str, other: str):
    assert rules.key(one) == rules.key(other) != ""


def test_signs_tell_languages_apart():
    assert len({rules.key(name) for name in ("C", "C++", "C#", "F#", "Objective-C", ".NET")}) == 6


@given(st.text(max_size=300))
def test_any_text_has_a_key_that_fits(text: str):
    assert len(rules.key(text)) <= 120


def test_no_word_of_our_list_means_two_things():
    words = [rules.key(name) for entry in library.entries() for name in (entry.name, *entry.aliases)]
    assert len(library.entries()) >= 150
    assert "" not in words
    assert [word for word in words if words.count(word) > 1] == []
