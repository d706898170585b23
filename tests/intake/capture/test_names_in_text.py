from dataclasses import dataclass

import pytest

from rightday.intake.capture import names_in_text


@dataclass(frozen=True)
class Entity:
    """As spaCy gives one."""

    text: str
    label_: str
    start_char: int = 0
    end_char: int = 9


@pytest.mark.parametrize(
    ("entity", "is_kept"),
    [
        (Entity("Orla Kinsella", "PERSON"), True),
        (Entity("Google", "ORG"), True),
        (Entity("Java", "ORG"), False),
        (Entity("Python 3", "PERSON"), False),
        (Entity("0991", "ORG"), False),
        (Entity("Hays", "ORG"), False),
        (Entity("Dublin", "GPE"), False),
    ],
)
def test_what_the_library_takes_for_a_name_by_mistake_is_left_out(entity: Entity, is_kept: bool) -> None:
    assert names_in_text.filtered([entity]) == (((0, 9, entity.label_ == "PERSON"),) if is_kept else ())


@pytest.mark.skipif(not names_in_text.SPACY, reason="the library for names is not installed")
def test_the_library_finds_names() -> None:
    assert names_in_text.by_library("yesterday Satya Nadella phoned from Microsoft") == (
        (10, 23, True),
        (36, 45, False),
    )


@pytest.mark.skipif(names_in_text.SPACY, reason="the library for names is installed")
def test_nothing_is_missed_without_the_library() -> None:
    assert names_in_text.by_library("yesterday Satya Nadella phoned from Microsoft") == ()
