import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel.names import (
    PERSON_LIKELY,
    PERSON_SAME,
    PersonName,
    person_key,
    read_name,
    similar_person,
)
from tests.kernel.shared import DATA, needs_data

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüñøABC.,'’-() ", max_size=40)


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Alan Smith", "Alan", "Smith"),
        ("MARTINEZ, José Luis", "José Luis", "Martinez"),
        ("MARTINEZ José Luis", "José Luis", "Martinez"),
        ("DELACROIX R", "R", "Delacroix"),
        ("Smith A.", "A.", "Smith"),
        ("A. Smith", "A.", "Smith"),
        ("JL Smith", "JL", "Smith"),
        ("J.R.R. Tolkien", "J.R.R.", "Tolkien"),
        ("Madonna", "Madonna", ""),
        ("ALAN SMITH", "Alan", "Smith"),
        ("alan smith", "Alan", "Smith"),
        ("José MARTINEZ", "José", "Martinez"),
        ("Jo van der Berg", "Jo", "van der Berg"),
        ("JO VAN DER BERG", "Jo", "van der Berg"),
        ("van der Berg, Jo", "Jo", "van der Berg"),
        ("Jo Anna Maria de la Cruz", "Jo Anna Maria", "de la Cruz"),
        ("Siobhán O’BRIEN", "Siobhán", "O’Brien"),
        ("SIOBHAN O'BRIEN", "Siobhan", "O'Brien"),
        ("RONALD MCDONALD", "Ronald", "McDonald"),
        ("Ian McKellen", "Ian", "McKellen"),
        ("SARAH-JANE O'NEILL", "Sarah-Jane", "O'Neill"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("محمد بن سلمان", "محمد", "بن سلمان"),
        ("王小明", "王小明", ""),
        ("Robert (Bob) Smith", "Robert", "Smith"),
        ("(Bob)", "(Bob)", ""),
        ("M. Night Shyamalan", "M. Night", "Shyamalan"),
        ("  Alan \u00a0 Smith ", "Alan", "Smith"),
        ("", "", ""),
    ],
)
def test_a_name_is_read_in_either_order_and_put_right(text: str, given_name: str, family: str) -> None:
    assert read_name(text) == PersonName(given_name, family)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Jo Bloggs", PersonName("Jo", "Bloggs", "Dr")),
        ("Prof. Dr. Hans Müller", PersonName("Hans", "Müller", "Prof. Dr.")),
        ("Mr Smith", PersonName("", "Smith", "Mr")),
        ("Jo Bloggs, MBA", PersonName("Jo", "Bloggs", "", "MBA")),
        ("Sir Ian McKellen CBE", PersonName("Ian", "McKellen", "Sir", "CBE")),
        ("Bloggs, Dr Jo, PhD", PersonName("Jo", "Bloggs", "Dr", "PhD")),
        ("Dr", PersonName("Dr", "")),
    ],
)
def test_titles_and_suffixes_are_set_apart(text: str, name: PersonName) -> None:
    assert read_name(text) == name


def test_the_full_name_is_as_people_say_it() -> None:
    assert read_name("MARTINEZ, Dr José Luis").full == "José Luis Martinez"
    assert read_name("Mr Smith").full == "Smith"


def test_a_text_too_long_for_a_name_is_kept_as_it_is() -> None:
    assert read_name("ab  " * 100).given == ("ab " * 100).strip()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Alan Smith", "alan smith"),
        ("SMITH, Alan", "alan smith"),
        ("Mr Alan Smith MBE", "alan smith"),
        ("A. Smith", "a smith"),
        ("Siobhán O’Brien", "obrien siobhan"),
        ("Smith-Jones, Jo", "jo jones smith"),
        ("...", ""),
    ],
)
def test_the_key_folds_order_case_accents_and_titles(text: str, key: str) -> None:
    assert person_key(text) == key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alan Smith", "A. Smith"),
        ("Alan Smith", "Smith, Alan"),
        ("Alan Smith", "Alan J Smith"),
        ("Jon Smith", "John Smith"),
        ("Siobhán O’Brien", "SIOBHAN OBRIEN"),
        ("Anne Marie Jones", "Annemarie Jones"),
    ],
)
def test_the_same_person_written_differently_is_likely(a: str, b: str) -> None:
    assert similar_person(a, b) >= PERSON_LIKELY


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alan Smith", "Bob Smith"),
        ("Alan Smith", "Alex Smith"),
        ("Alan Smith", "Alan Jones"),
        ("Alan Smith", "B. Smith"),
        ("Alan Smith", "Alan"),
        ("Alan Smith", "A. S."),
        ("Alan Smith", ""),
        ("", ""),
    ],
)
def test_other_people_are_not_likely(a: str, b: str) -> None:
    assert similar_person(a, b) < PERSON_LIKELY


def test_an_initial_is_never_the_same_only_likely() -> None:
    assert PERSON_LIKELY <= similar_person("Alan Smith", "A. Smith") < PERSON_SAME
    assert similar_person("Alan Smith", "SMITH Alan") == 1.0


@given(st.text(max_size=250))
def test_no_text_makes_it_fail(text: str) -> None:
    name = read_name(text)
    assert isinstance(name.full, str)
    assert bool(person_key(text)) == any(char.isalnum() for char in text) or not text.isascii()


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0.0 <= similar_person(a, b) == similar_person(b, a) <= 1.0


@given(WORDS)
def test_everybody_is_like_themselves(text: str) -> None:
    assert similar_person(text, text) == (1.0 if person_key(text) else 0.0)


@given(st.lists(st.sampled_from(["Alan", "Jo", "Siobhán", "Smith", "O’Brien"]), min_size=2, max_size=4))
def test_no_word_of_a_plain_name_is_lost(words: list[str]) -> None:
    assert sorted(read_name(" ".join(words)).full.split()) == sorted(words)


@needs_data
def test_the_people_of_the_lead_tracker_come_together() -> None:
    truth = json.loads((DATA / "synthetic" / "lead_tracker_uk.xlsx.truth.json").read_text(encoding="utf-8"))
    for group in truth["contact_groups"]:
        assert all(similar_person(a, b) >= PERSON_LIKELY for a, b in combinations(group, 2))
