"""Pairs as the screens show them."""

from __future__ import annotations

from datetime import date, timedelta

from rightday.people import actions as people
from rightday.people.duplicates import shown
from rightday.people.models import DuplicateSuggestion, Person
from tests.conftest import Cast
from tests.counting import counted

DAY = date(2026, 11, 25)


def pairs(inside: Cast, many: int) -> list[DuplicateSuggestion]:
    return [
        people.suggest_duplicate(
            inside.martin, people.add_person(given="M.", family=f"Ahlqvist {n}", by=inside.sam), ["same name"], 0.9
        )
        for n in range(many)
    ]


def test_the_open_pair_stands_in_the_queue_wherever_it_waits(inside: Cast):
    rows = pairs(inside, 4)
    line = shown.queue("persons", today=DAY, at=rows[3].pk, limit=2).lines
    assert [one.id for one in line] == [rows[3].pk, rows[0].pk]
    DuplicateSuggestion.objects.filter(pk=rows[0].pk).update(later_until=DAY + timedelta(days=1))
    assert shown.queue("persons", today=DAY).waiting == 3
    assert shown.queue("persons", today=DAY + timedelta(days=1)).waiting == 4


def test_statements_do_not_grow_with_the_queue(inside: Cast):
    pairs(inside, 1)
    with counted() as one:
        shown.queue("persons", today=DAY)
    pairs(inside, 5)
    with counted() as six:
        shown.queue("persons", today=DAY)
    assert len(one) == len(six) <= 5


def test_who_was_talked_with_stays_and_fields_are_compared(inside: Cast):
    (pair,) = pairs(inside, 1)
    other = pair.other if pair.person_id == inside.martin.pk else pair.person
    Person.objects.filter(pk=other.pk).update(talks=3, city="Leeds", title="CTO")
    Person.objects.filter(pk=inside.martin.pk).update(city="York", title="CTO")
    page = shown.pair_page("persons", pair.pk)
    assert (page.kept.pk, page.gone.pk) == (other.pk, inside.martin.pk)
    how = {row.label: row.how for row in page.rows}
    assert how == {
        "Name": "like",
        "Company": "one",
        "Role": "same",
        "Phone": "one",
        "Place": "diff",
        "On record": "one",
    }
    assert shown.maybe_of(inside.martin.pk).name == other.name
    assert shown.maybe_of(10**6) is None
