"""Words marked, the sentence found, numbers left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.people import found_words


@pytest.mark.parametrize(
    ("text", "terms", "pieces"),
    [
        ("Martin Ahlqvist", ["mar"], (("Mar", True), ("tin Ahlqvist", False))),
        ("Omar Marsh", ["mar"], (("Omar ", False), ("Mar", True), ("sh", False))),
        ("Ruth Délacroix", ["dela", "ru"], (("Ru", True), ("th ", False), ("Déla", True), ("croix", False))),
        ("Martin", [], (("Martin", False),)),
        ("", ["mar"], ()),
    ],
)
def test_beginnings_are_marked(text, terms, pieces):
    assert found_words.marks(text, terms) == pieces


@given(st.text(), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_the_pieces_are_the_text(text, terms):
    assert "".join(piece for piece, _ in found_words.marks(text, terms)) == text


def test_the_sentence_with_most_of_the_words():
    note = "Nice to hear. I want to stay until March.\nMarch is far!"
    assert found_words.sentence_with(note, ["mar", "stay"]) == "I want to stay until March."
    assert found_words.sentence_with(note, ["april"]) == ""
    assert found_words.sentence_with("", ["a"]) == ""
    assert found_words.sentence_with("march " * 100, ["mar"], longest=20) == "march march march m…"


@pytest.mark.parametrize("number", ["+44 20 7946 0142", "020 7946-0142", "02079460142", "(0113) 496 0120"])
def test_no_number_is_left(number):
    assert "0" not in found_words.without_numbers(f"Ring {number} after nine")
    assert found_words.without_numbers("Two people in 2026, 15:10") == "Two people in 2026, 15:10"


def test_words_of_a_file_are_told_from_its_name():
    told = "Take me off (please). (as written in Sam desk (2).xlsx)"
    assert found_words.without_file(told) == ("Take me off (please).", "Sam desk (2).xlsx")
    assert found_words.without_file("Take me off.") == ("Take me off.", "")
