import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.phone_cells import cleaned, digits, pieces, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a", "a"),
        (5, "5"),
        (2079460958.0, "2079460958"),
        (1.5, "1.5"),
        (float("nan"), ""),
        (float("-inf"), ""),
    ],
)
def test_a_cell_becomes_text(cell: str | float, text: str) -> None:
    assert text_of(cell) == text


def test_labels_part_and_extensions_stay_with_their_number() -> None:
    assert pieces(cleaned("Tel 0161 496 0000 ext 3 Mob 07700 900456")) == ["0161 496 0000~3", "07700 900456"]
    assert digits("0161 496 0000~3") == 11


def test_slashes_part_numbers_but_not_the_area_from_the_number() -> None:
    assert pieces("030/1234567") == ["030 1234567"]
    assert pieces("0301234567/0307654321") == ["0301234567", "0307654321"]


def test_too_many_digits_without_a_gap_stay_together() -> None:
    assert pieces("1" * 20) == ["1" * 20]
    assert pieces("12345 0 12345 678901234567") == ["12345 0 12345 678901234567"]


@given(st.text(max_size=80))
def test_no_digit_is_made_up(text: str) -> None:
    found = "".join(pieces(cleaned(text)))
    assert sum(char.isdigit() for char in found) <= sum(char.isdigit() or not char.isascii() for char in text) * 6
