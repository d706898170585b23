from rightday.intake.capture.captured import Known
from rightday.intake.capture.cast import cast_of, helped
from rightday.intake.capture.words_in_text import split


def test_each_name_plays_one_part() -> None:
    text = "Tom Ellis says Jane Okafor and Anna Bell at Lumen Grid are seeing people, Hays too"
    cast = cast_of(text, split(text), Known())
    assert cast.person is not None
    assert cast.company is not None
    assert cast.told is not None
    assert (cast.person.text, cast.company.text, cast.told.name.text) == ("Jane Okafor", "Lumen Grid", "Tom Ellis")
    assert (cast.others, cast.rivals) == (("Anna Bell",), ("Hays",))


def test_a_library_adds_only_what_the_rules_have_not() -> None:
    text = "well well orla kinsella and google"
    words = split(text)
    found = [(10, 23, True), (28, 34, False), (0, 4, True), (99, 100, True)]
    person, company = helped(text, words, found, None, None)
    assert person is not None
    assert company is not None
    assert (person.text, company.text) == ("orla kinsella", "google")
    assert helped(text, words, found, person, None) == (person, company)
    assert helped(text, words, [(0, 4, True)], person, company) == (person, company)
