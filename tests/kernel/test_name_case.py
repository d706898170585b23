import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.name_case import is_capitals, put_right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("SMITH", "Smith"),
        ("smith", "Smith"),
        ("MCDONALD", "McDonald"),
        ("O’BRIEN", "O’Brien"),
        ("D'ARCY", "D'Arcy"),
        ("JEAN-LUC", "Jean-Luc"),
        ("ÉMILE", "Émile"),
        ("JL", "JL"),
        ("J.R.", "J.R."),
        ("محمد", "محمد"),
    ],
)
def test_a_shouted_word_is_put_right(word: str, right: str) -> None:
    assert put_right(word, shouted=True) == right


def test_what_its_owner_wrote_stays() -> None:
    assert put_right("McKELLEN", shouted=False) == "McKELLEN"


def test_particles_go_small_only_inside_a_family_name() -> None:
    assert put_right("VAN", shouted=True, particle=True) == "van"
    assert put_right("VAN", shouted=True) == "Van"
    assert put_right("ROSA", shouted=True, particle=True) == "Rosa"


def test_capitals_need_letters_with_cases() -> None:
    assert [is_capitals(word) for word in ("O’BRIEN", "A.", "Smith", "王", "-")] == [
        True, True, False, False, False,
    ]  # fmt: skip


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=20))
def test_no_letter_comes_or_goes(word: str) -> None:
    assert put_right(word, shouted=True).upper().lower() == word.upper().lower()
