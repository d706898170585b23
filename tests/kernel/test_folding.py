import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  O’Brien-CAFÉ  Ltd.", "obrien cafe ltd"),
        ("O'Brien", "obrien"),
        ("Łódź Ørsted Straße", "lodz orsted strasse"),
        ("Ｗｉｄｅ", "wide"),
        ("أحمد", "احمد"),
        ("हिन्दी", "हिन्दी"),
        ("한국", "한국"),
        ("が", "が"),
        ("...", ""),
        ("é" * 300, "e" * 300),
    ],
)
def test_writing_is_folded_and_words_of_every_script_stay(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower().upper())
