"""What is indexed, and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.people import search_terms


def test_a_namespace_has_one_length_and_tells_agencies_apart():
    spaces = {search_terms.namespace(n) for n in (0, 1, 35, 36, 1_000_000, 36**4 - 1)}
    assert len(spaces) == 6
    assert {len(space) for space in spaces} == {5}


@given(st.text())
def test_words_are_folded_and_each_is_there_once(text: str):
    words = search_terms.words(text)
    assert len(set(words)) == len(words)
    assert all(word and len(word) <= search_terms.LONGEST_WORD for word in words)
    assert search_terms.words(" ".join(words)) == words


@given(st.from_regex(r"\+?[0-9]{3,15}", fullmatch=True), st.data())
def test_any_run_of_digits_is_the_beginning_of_a_suffix(number: str, data: st.DataObject):
    digits = number.removeprefix("+")
    start = data.draw(st.integers(0, len(digits) - 3))
    run = digits[start : data.draw(st.integers(start + 3, len(digits)))]
    assert any(suffix.startswith(run) for suffix in search_terms.suffixes(number))
    assert any(window.startswith(run[:6]) for window in search_terms.windows(number))
    assert any(window.startswith(run[-6:]) or run[-6:].startswith(window) for window in search_terms.windows(number))


@pytest.mark.parametrize(
    ("text", "size", "terms"),
    [
        ("Ruth dela", 6, ["ruth", "dela"]), ("020 7946", 6, ["207946"]), ("0207", 6, ["207"]), ("020", 6, ["020"]),
        ("+44 (20) 7946-0142", 6, ["442079", "460142"]), ("+44 (20) 7946-0142", 40, ["442079460142"]),
        ("0044 20", 6, ["4420"]), ("42", 6, []), ("0", 6, []), ("", 6, []), ("?!", 6, []),
        ("room 42", 6, ["room", "42"]),
        ("a b c d e f g h i j", 6, list("abcdefgh")), ("x" * 300, 6, ["x" * 40]),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, size: int, terms: list[str]):
    assert search_terms.wanted(text, size) == terms
