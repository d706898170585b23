from rightday.kernel import name_words
from rightday.kernel.folding import fold


def test_the_words_of_names_are_folded() -> None:
    for words in (name_words.LEGAL, name_words.AND, name_words.COMMON_IN_COMPANIES, name_words.SUFFIXES):
        assert {word for word in words if fold(word) != word} == set()
    assert {word for word in name_words.TITLES if fold(word).replace(" ", "-") != word} == set()


def test_longer_legal_forms_come_before_those_they_end_with() -> None:
    forms = name_words.LEGAL_SEQUENCES
    for index, form in enumerate(forms):
        assert not any(form[-len(earlier) :] == earlier for earlier in forms[:index])


def test_small_particles_are_particles() -> None:
    assert name_words.LOWER_PARTICLES <= name_words.PARTICLES
