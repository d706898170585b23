"""Text on its way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.neutral import neutral, restored


@pytest.mark.parametrize(
    "text", ["=1+1", "@x", "-5% discount", "+cmd|' /C calc'!A0", "\t=1", "\r=1", " =1", "+1 Events"]
)
def test_what_a_spreadsheet_would_evaluate_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["+44 20 7946 0001", "+44 (0)20 7946 0001 ext. 12", "-5", "Acme", "", "a=b"])
def test_numbers_and_words_go_out_as_they_are(text: str) -> None:
    assert neutral(text) == text


@given(st.text().filter(lambda text: not text.startswith("'")))
def test_what_left_comes_back_as_it_was(text: str) -> None:
    assert restored(neutral(text)) == text


def test_other_apostrophes_stay() -> None:
    assert [restored(text) for text in ("'tis", "'", "''", "'+44 20 7946 0001")] == [
        "'tis",
        "'",
        "''",
        "'+44 20 7946 0001",
    ]
