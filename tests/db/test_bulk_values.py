"""Values as the driver takes them, and what SQL may write by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rightday.db import bulk
from rightday.db.bulk_values import Written, converted, plainly
from rightday.intake.models import ImportRow
from rightday.people.models import Company, Person


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ([7, 7, 7], "7"),
        ([0, 0], "0"),
        (["", ""], "''"),
        (["2026-11-25 08:00:00", "2026-11-25 08:00:00"], "'2026-11-25 08:00:00'"),
        (["[]", "[]"], "'[]'"),
        ([7, 8, 7], None),
        (["it's", "it's"], None),
        (["100%", "100%"], None),
        (["Café", "Café"], None),
        ([1.5, 1.5], None),
    ],
)
def test_only_what_is_harmless_and_the_same_stands_in_the_statement(column, written):
    assert plainly(column) == written


def test_a_value_that_is_written_already_is_taken_as_it_is():
    field = ImportRow._meta.get_field("cells")
    assert converted([Written('{"a": "é"}'), {"b": 1}, {}, []], field, "sqlite") == [
        '{"a": "é"}',
        '{"b": 1}',
        "{}",
        "[]",
    ]


def test_yes_and_no_are_numbers_for_sqlite():
    field = Person._meta.get_field("do_not_call")
    found = converted([True, False, True], field, "sqlite")
    assert [(value, type(value)) for value in found] == [(1, int), (0, int), (1, int)]
    assert converted([True, False], field, "postgresql") == [True, False]


def test_many_rows_with_the_same_odd_texts_read_back_as_they_were(inside):
    odd = ["it's", "100% %s", 'a"b', "Café"]
    for text in odd:
        bulk.insert([Company(name=text, key=f"{text}{n}", note=text, city="") for n in range(bulk.WORTH_IT)])
    at = datetime(2026, 11, 25, 8, tzinfo=UTC)
    bulk.insert(
        [Person(name="Same", key="same", last_talk_at=at, name_confirmed_on=date(2026, 1, 2)) for _ in range(25)]
    )
    assert Company.objects.filter(name__in=odd, competitor=False, works_with_agencies=None).count() == 80
    found = set(
        Person.objects.filter(key="same").values_list("last_talk_at", "name_confirmed_on", "do_not_call", "dials")
    )
    assert found == {(at, date(2026, 1, 2), False, 0)}
