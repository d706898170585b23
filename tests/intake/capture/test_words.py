from rightday.intake.capture import words as known_words


def test_words_are_compared_in_lower_case() -> None:
    sets = [value for value in vars(known_words).values() if isinstance(value, frozenset)]
    assert sets
    assert all(word == word.lower() for words in sets for word in words)


def test_what_names_a_technology_or_a_day_is_no_name() -> None:
    assert {"java", "sre", "linkedin", "thursday", "interviewing", "contractors"} <= known_words.NOT_NAMES
    assert not {"priya", "northwind", "castle"} & known_words.NOT_NAMES
