from hypothesis import given
from hypothesis import strategies as st

from rightday.intake.capture.words_in_text import has_capitals, masked, split, without


def test_words_keep_what_belongs_to_them() -> None:
    assert [word.text for word in split("Priya's boss O'Brien, al-Huda; मोहन مُحَمَّد")] == [
        "Priya", "boss", "O'Brien", "al-Huda", "मोहन", "مُحَمَّد",
    ]  # fmt: skip


def test_only_blanks_ampersands_and_initials_join() -> None:
    words = split("J. Smith & Sons, Leeds. Bye")
    assert [word.soft for word in words] == [False, True, True, False, False]


def test_capitals_tell_only_where_both_cases_are_used() -> None:
    assert has_capitals(split("Spoke with Priya"))
    assert not has_capitals(split("spoke with priya on Friday"))
    assert not has_capitals(split("SPOKE WITH PRIYA"))
    assert not has_capitals(())


def test_words_inside_a_place_are_left_out_and_nothing_joins_over_it() -> None:
    words = split("Jane Head Okafor")
    assert without(words, None) == words
    left = without(words, (5, 9))
    assert [word.text for word in left] == ["Jane", "Okafor"]
    assert not left[1].soft
    assert [word.text for word in without(words, (5, 16))] == ["Jane"]


@given(text=st.text(max_size=100))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in split(text))


@given(text=st.text(max_size=60), places=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_blotting_keeps_the_length(text: str, places: list[tuple[int, int]]) -> None:
    inside = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    assert len(masked(text, inside)) == len(text)
