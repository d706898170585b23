"""The question whether two records are one person: to whom it is put, and in which words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.calls.queries_same import asked_of
from rightday.calls.rules import say_same
from rightday.people import actions as people
from rightday.people.duplicates import actions as duplicates
from rightday.people.models import DuplicateSuggestion, Person
from tests.conftest import Cast
from tests.counting import counted


def twin(cast: Cast, name: str = "M. Ahlqvist", company: str = "Meridian Freight") -> Person:
    given, _, family = name.partition(" ")
    firm = people.add_company(company, by=cast.sam) if company else None
    return people.add_person(given=given, family=family, company=firm, by=cast.sam)


def asked(cast: Cast, likeness: float = 0.9, **more: str) -> DuplicateSuggestion:
    pair = people.suggest_duplicate(cast.martin, twin(cast, **more), ["a similar name"], likeness)
    duplicates.put_off(pair, by=cast.sam, ask=True)
    return DuplicateSuggestion.objects.get(pk=pair.pk)


def test_both_are_asked_about_the_other(inside: Cast):
    pair = asked(inside)
    with counted() as statements:
        mine = asked_of(inside.martin.pk)
    assert len(statements) == 1
    assert (mine.pair, mine.name, mine.at) == (pair.pk, "M. Ahlqvist", "Meridian Freight")
    assert mine.say == "I also have M. Ahlqvist at Meridian Freight on file. Is that you, or somebody else?"
    theirs = asked_of(pair.other_id)
    assert (theirs.name, theirs.at) == ("Martin Ahlqvist", "Halden Insurance")


def test_the_likeliest_of_several_first(inside: Cast):
    asked(inside, 0.86, name="Martin Alquist")
    likeliest = asked(inside, 0.95, company="")
    assert asked_of(inside.martin.pk).pair == likeliest.pk


def test_only_what_was_put_off_with_a_question_and_is_not_decided(inside: Cast):
    pair = people.suggest_duplicate(inside.martin, twin(inside), ["a similar name"], 0.9)
    assert asked_of(inside.martin.pk) is None
    duplicates.put_off(pair, by=inside.sam)
    assert asked_of(inside.martin.pk) is None
    duplicates.put_off(pair, by=inside.sam, ask=True)
    assert asked_of(inside.martin.pk) is not None
    DuplicateSuggestion.objects.update(later_until=timezone.localdate() - timedelta(days=3))
    assert asked_of(inside.martin.pk) is not None
    duplicates.keep_two(pair, by=inside.sam)
    assert asked_of(inside.martin.pk) is None


@pytest.mark.parametrize(
    ("at", "here", "words"),
    [
        ("Corvid", "Alder", "I also have Anna Berg at Corvid on file. Is that you, or somebody else?"),
        ("Corvid", "", "I also have Anna Berg at Corvid on file. Is that you, or somebody else?"),
        ("Alder", "Alder", "I have you on file twice, also as Anna Berg. Is there a second Anna Berg at Alder?"),
        ("", "", "I have you on file twice, also as Anna Berg. Is there a second Anna Berg where you are?"),
    ],
)
def test_in_words_to_speak(at: str, here: str, words: str):
    assert say_same("Anna Berg", at=at, here=here) == words
