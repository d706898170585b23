"""Reach, days and duplicates of many people at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rightday.kernel import phones
from rightday.people import actions, actions_import, actions_many, search
from rightday.people.models import DuplicateSuggestion, EmailAddress, Person, PhoneNumber
from rightday.team.rules import NotAllowed
from tests.conftest import Cast
from tests.counting import counted

DAY = date(2026, 11, 20)


@pytest.fixture
def ada(inside: Cast) -> Person:
    return actions.add_person(given="Ada", family="King", phones=phones.read("020 7946 0777"), by=inside.sam)


def test_numbers_of_companies_each_once_in_one_statement_more(inside: Cast):
    other = actions.add_company("Alder", by=inside.sam)
    reach = [(inside.halden, phones.read("020 7946 0100 / 020 7946 0101")), (other, phones.read("020 7946 0100")),
             (inside.halden, phones.read("020 7946 0101"))]  # fmt: skip
    made = actions_many.add_switchboards(reach, by=inside.sam)
    assert [len(ids) for ids in made] == [2, 1, 0]
    assert actions_many.add_switchboards(reach, by=inside.sam) == [[], [], []]
    assert search.find_companies("79460101", 9) == [inside.halden.pk]
    actions_import.take_out_reach(numbers=made[0], emails=[], by=inside.sam)
    assert search.find_companies("79460101", 9) == []


def test_only_what_is_new_is_added_and_told_in_order(inside: Cast, ada: Person):
    made = actions_many.add_reach(
        [
            (inside.martin, phones.read("020 7946 0142"), []),
            (ada, phones.read("020 7946 0142 / 07700 900123"), ["ada@alder.example", "ADA@alder.example"]),
            (ada, phones.read("07700 900123"), ["ada@alder.example", "a@alder.example"]),
        ],
        by=inside.sam,
    )
    numbers = {number.pk: number.e164 for number in PhoneNumber.objects.filter(person=ada)}
    emails = {email.pk: email.address for email in EmailAddress.objects.filter(person=ada)}
    assert [[numbers[pk] for pk in one.get("numbers", [])] for one in made] == [
        [],
        ["+442079460142", "+447700900123"],
        [],
    ]
    assert [[emails[pk] for pk in one.get("emails", [])] for one in made] == [
        [],
        ["ada@alder.example"],
        ["a@alder.example"],
    ]
    assert made[0] == {}
    assert search.find_persons("900123") == [ada.pk]


def test_an_unreadable_number_is_kept_as_typed_once(inside: Cast, ada: Person):
    first, second = (actions_many.add_reach([(ada, phones.read("12"), [])], by=inside.sam)[0] for _ in range(2))
    assert (len(first["numbers"]), second) == (1, {})


def test_the_latest_day_that_is_told_counts(inside: Cast, ada: Person):
    told = [(ada, "+442079460777", DAY), (ada, "+442079460777", DAY - timedelta(days=3))]
    actions_many.tell_reached(told, by=inside.sam)
    number = PhoneNumber.objects.get(person=ada)
    assert (number.state, number.state_on, number.reached_on) == ("reached", DAY, DAY)
    actions_many.tell_reached([(ada, "+442079460777", DAY - timedelta(days=1))], by=inside.sam)
    number.refresh_from_db()
    assert number.reached_on == DAY
    actions_many.tell_reached([(ada, "+442079460777", DAY + timedelta(days=1))], by=inside.sam)
    number.refresh_from_db()
    assert number.reached_on == DAY + timedelta(days=1)


def test_a_day_is_told_of_one_persons_number_alone(inside: Cast, ada: Person):
    """Two people, each with a number of the other's day: neither gets it."""
    actions_many.tell_reached([(ada, "+442079460142", DAY), (inside.martin, "+442079460777", DAY)], by=inside.sam)
    assert set(PhoneNumber.objects.values_list("state", flat=True)) == {"untested"}


def test_pairs_are_suggested_once_and_stay_as_decided(inside: Cast, ada: Person):
    martin = inside.martin
    actions_many.suggest_duplicates(
        [(ada.pk, martin.pk, ("same name",), 0.9), (ada.pk, ada.pk, ("herself",), 1.0)], by=inside.sam
    )
    actions_many.suggest_duplicates([(martin.pk, ada.pk, ("again",), 0.5)], by=inside.sam)
    one = DuplicateSuggestion.objects.get()
    assert (one.person_id, one.other_id, one.reasons) == (min(ada.pk, martin.pk), max(ada.pk, martin.pk), ["same name"])


def test_statements_do_not_grow_with_the_rows(inside: Cast):
    some = [actions.add_person(given=f"Ada{n}", family="King", by=inside.sam) for n in range(12)]

    def statements(people: list[Person]) -> int:
        with counted() as found:
            actions_many.add_reach([(p, phones.read(f"020 7946 09{p.pk % 100:02}"), []) for p in people], by=inside.sam)
        return len(found)

    assert statements(some[:2]) == statements(some[2:])


def test_who_has_left_changes_nothing(inside: Cast):
    inside.priya.left_at = timezone.now()
    for act in (actions_many.add_reach, actions_many.tell_reached, actions_many.suggest_duplicates):
        with pytest.raises(NotAllowed):
            act([], by=inside.priya)
