"""Adding and changing persons and companies."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.kernel import phones
from rightday.people import actions, rules, search
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber, Position
from rightday.timeline.models import Event
from tests.conftest import Cast

TUE = date(2026, 11, 24)


def last_event(**of) -> Event:
    return Event.objects.filter(**of).order_by("-id").first()


def current(person: Person) -> tuple:
    row = Position.objects.filter(person=person, current=True).values_list("title", "company", "began").first()
    return row or ()


class TestCompanies:
    def test_a_new_company(self, inside: Cast):
        company = actions.add_company("  Smith  & Sons Ltd ", by=inside.sam, city="Leeds", country="GB")
        assert (company.name, company.key, company.city) == ("Smith & Sons Ltd", "smith and sons", "Leeds")
        assert company.added_by == inside.sam
        assert last_event(company=company).verb == "company.added"

    def test_a_known_one_however_it_is_written(self, inside: Cast):
        company = actions.add_company("Smith & Sons Ltd", by=inside.sam)
        assert actions.add_company("SMITH AND SONS LIMITED", by=inside.priya, city="York") == company
        assert Company.objects.get(pk=company.pk).city == ""

    def test_many_at_once(self, inside: Cast):
        with CaptureQueriesContext(connection) as one:
            actions.add_companies(["Alpha"], by=inside.sam, record=False)
        with CaptureQueriesContext(connection) as three:
            found = actions.add_companies(["Gamma", "Beta", "BETA Ltd", "Delta"], by=inside.sam, record=False)
        assert list(found) == ["gamma", "beta", "delta"]
        assert len(one) == len(three)
        assert not Event.objects.exists()
        found = actions.add_companies(["Alpha plc", "halden insurance"], by=inside.sam)
        assert found["halden insurance"] == inside.halden
        assert found["alpha"].name == "Alpha"

    def test_each_its_own_columns(self, inside: Cast):
        found = actions.add_companies(["Beta", "Delta"], by=inside.sam, country="GB", each={"Delta": {"city": "Leeds"}})
        assert [(row.city, row.country) for row in found.values()] == [("", "GB"), ("Leeds", "GB")]

    @pytest.mark.parametrize("name", ["", "   "])
    def test_a_name_is_needed(self, inside: Cast, name: str):
        with pytest.raises(rules.NoName):
            actions.add_company(name, by=inside.sam)
        with pytest.raises(rules.NoName):
            actions.edit_company(inside.halden, seen=0, by=inside.sam, name=name)


class TestPersons:
    def test_a_new_person(self, inside: Cast):
        person = actions.add_person(
            given="  Ruth ", family="Delacroix", title="Director", company=inside.halden, by=inside.sam,
            phones=[*phones.read("no number"), *phones.read("020 7946 0731 / 020 7946 0731")],
            emails=["Ruth@x.example", " ruth@X.example", " "], source="conference", zone="Europe/Paris",
        )  # fmt: skip
        person = Person.objects.get(pk=person.pk)
        assert (person.name, person.key, person.zone) == ("Ruth Delacroix", "delacroix ruth", "Europe/Paris")
        numbers = PhoneNumber.objects.filter(person=person).order_by("pk")
        assert [(n.typed, n.e164, n.first) for n in numbers] == [
            ("no number", "", False), ("020 7946 0731", "+442079460731", True),
        ]  # fmt: skip
        assert list(EmailAddress.objects.values_list("address", "key")) == [("Ruth@x.example", "ruth@x.example")]
        assert current(person) == ("Director", inside.halden.pk, None)
        event = last_event(person=person)
        assert (event.verb, event.data, event.company) == ("person.added", {"source": "conference"}, inside.halden)
        assert search.find_persons("ruth hald") == [person.pk]

    def test_somebody_who_was_reached_before(self, inside: Cast):
        new = actions.NewPerson("Ann", "Bell", phones=phones.read("020 7946 0731"), reached_on=TUE)
        person = actions.add_people([new], by=inside.sam)[0]
        number = PhoneNumber.objects.get(person=person)
        assert (person.name_confirmed_on, number.state, number.reached_on) == (TUE, "reached", TUE)

    def test_a_name_alone_is_enough_and_needed(self, inside: Cast):
        person = actions.add_person(given="Madonna", family="", by=inside.sam)
        assert current(person) == ()
        assert not person.numbers.exists()
        with pytest.raises(rules.NoName):
            actions.add_person(given=" ", family="", by=inside.sam)

    def test_longer_than_its_column(self, inside: Cast):
        person = actions.add_person(given="A" * 300, family="B", title="C" * 500, by=inside.sam)
        assert (len(person.given), len(person.name), len(person.title)) == (100, 200, 160)

    def test_the_same_number_of_statements_for_one_and_for_three(self, inside: Cast):
        def add(count: int) -> int:
            new = [
                actions.NewPerson("Ann", f"Bell{n}", "T", inside.halden, phones.read("020 7946 0731"), ("a@b.example",))
                for n in range(count)
            ]
            with CaptureQueriesContext(connection) as queries:
                actions.add_people(new, by=inside.sam, record=False)
            return len(queries)

        add(1)
        assert add(1) == add(3)
        assert not Event.objects.exists()
