"""What a CV's text proposes, each with its place."""

from datetime import date

from rightday.talent.cvs.understanding.proposal import Kind, Proposal, from_stored
from rightday.talent.cvs.understanding.understood import understood
from rightday.talent.skills.rules import key
from tests.talent.cvs.made import TEXT

LIBRARY = {
    key(name): (number, name)
    for number, name in enumerate(("Kubernetes", "Go", "Kafka", "Java", "Incident response", "C++"))
}


def read(text: str = TEXT) -> tuple[Proposal, ...]:
    return understood(
        text, today=date(2026, 11, 25), region="GB", fold=key,
        library=lambda keys: {one: LIBRARY[one] for one in keys if one in LIBRARY},
    )  # fmt: skip


def test_everything_has_its_place_in_the_text() -> None:
    by_kind = {kind: [one for one in read() if one.kind is kind] for kind in Kind}
    assert {kind: len(found) for kind, found in by_kind.items()} == {
        Kind.NAME: 1, Kind.PHONE: 1, Kind.EMAIL: 1, Kind.CITY: 1, Kind.POSITION: 4, Kind.SKILL: 4, Kind.DEED: 1,
    }  # fmt: skip
    for one in read():
        for start, end in one.spans:
            assert TEXT[start:end].strip() == TEXT[start:end] != ""
    deed = by_kind[Kind.DEED][0]
    assert TEXT[slice(*deed.spans[0])] == deed.values["text"]
    assert deed.of == by_kind[Kind.POSITION][1].key


def test_it_is_stored_and_comes_back() -> None:
    assert tuple(from_stored(one.stored()) for one in read()) == read()


def test_skills_say_where_and_ask() -> None:
    found = {one.values["text"]: one for one in read() if one.kind is Kind.SKILL}
    assert found["Go"].values["where"] == ["Norwood Dental", "Ashdown Rail Ltd"]
    assert found["Kafka"].ask == "Named once. Used it, or built with it?"
    assert found["Java"].values["last"] == "2020-12-31"


def test_words_that_are_english_too_count_only_in_lists() -> None:
    found = {
        one.values["text"]
        for one in read("Jo Bell\nSkills\nGo live in nine weeks, C++ and incident response.\nThey go, we")
    }
    assert found >= {"C++", "Incident response"}
    assert "Go" not in found


def test_the_longest_word_wins_and_nothing_is_proposed_of_nothing() -> None:
    assert read("") == ()
