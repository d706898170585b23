"""Adding and changing persons and companies."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.once import Stale
from rightday.kernel import phones
from rightday.people import actions, rules, search
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber, Position
from rightday.team.rules import NotAllowed
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

    def test_renaming_keeps_the_old_name_and_finds_its_people(self, inside: Cast):
        search.put_persons([inside.martin.pk])
        actions.edit_company(inside.halden, seen=0, by=inside.sam, name="Norwood Group", city="Leeds")
        fresh = Company.objects.get(pk=inside.halden.pk)
        assert (fresh.name, fresh.key, fresh.also_written) == ("Norwood Group", "norwood group", ["Halden Insurance"])
        assert (fresh.version, fresh.city) == (1, "Leeds")
        assert search.find_companies("halden") == search.find_companies("norw") == [fresh.pk]
        assert search.find_persons("norwood") == [inside.martin.pk]
        assert last_event(company=fresh).data["changed"] == {
            "name": ["Halden Insurance", "Norwood Group"], "city": ["London", "Leeds"],
        }  # fmt: skip

    def test_an_edit_without_its_name_leaves_people_alone(self, inside: Cast):
        actions.edit_company(inside.halden, seen=0, by=inside.sam, works_with_agencies=True)
        assert last_event(company=inside.halden).data["changed"] == {"works with agencies": ["", "True"]}

    def test_nothing_changed_is_no_change(self, inside: Cast):
        actions.edit_company(inside.halden, seen=99, by=inside.sam, city="London ")
        assert not Event.objects.exists()

    def test_a_stale_edit_names_who_changed_what(self, inside: Cast):
        actions.edit_company(inside.halden, seen=0, by=inside.priya, city="Leeds")
        with pytest.raises(Stale, match="Priya Nair changed city while") as raised:
            actions.edit_company(inside.halden, seen=0, by=inside.sam, note="x")
        assert raised.value.who == "Priya Nair"
        assert raised.value.when is not None


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

    def test_an_edit_puts_the_position_right(self, inside: Cast):
        inside.martin.refresh_from_db()
        actions.edit_person(inside.martin, seen=0, by=inside.sam, title="CTO", given="Marten")
        fresh = Person.objects.get(pk=inside.martin.pk)
        assert (fresh.name, fresh.key, fresh.version) == ("Marten Ahlqvist", "ahlqvist marten", 1)
        assert current(fresh) == ("CTO", inside.halden.pk, None)
        actions.edit_person(fresh, seen=1, by=inside.sam, company=None)
        assert current(fresh) == ("CTO", None, None)
        assert Position.objects.count() == 1
        actions.edit_person(fresh, seen=2, by=inside.sam, title="")
        assert Position.objects.count() == 0
        assert search.find_persons("marten") == [fresh.pk]

    def test_moving_keeps_the_old_position(self, inside: Cast):
        corvid = actions.add_company("Corvid", by=inside.sam)
        actions.edit_person(inside.martin, seen=0, by=inside.sam, title="Head of data")
        actions.edit_person(inside.martin, seen=1, by=inside.sam, company=corvid, moved_on=TUE)
        assert current(inside.martin) == ("Head of data", corvid.pk, TUE)
        old = Position.objects.get(current=False)
        assert (old.company, old.ended) == (inside.halden, TUE)
        actions.edit_person(inside.martin, seen=2, by=inside.sam, company=None, title="", moved_on=TUE)
        assert current(inside.martin) == ()
        assert Position.objects.count() == 2

    def test_positions_follow_whatever_is_changed(self, inside: Cast):
        """Any sequence of edits leaves at most one current position, equal to the person's columns."""
        corvid = actions.add_company("Corvid", by=inside.sam)
        edits = [
            {"title": "A"},
            {"company": corvid},
            {"company": None},
            {"title": ""},
            {"title": "B", "company": corvid},
        ]
        for seen, edit in enumerate(edits):
            moved_on = TUE if seen % 2 else None
            actions.edit_person(inside.martin, seen=seen, by=inside.sam, moved_on=moved_on, **edit)
            row = list(Position.objects.filter(person=inside.martin, current=True).values_list("title", "company"))
            expected = (inside.martin.title, inside.martin.company_id)
            assert row == ([expected] if any(expected) else [])

    def test_nothing_changed_is_no_change(self, inside: Cast):
        actions.edit_person(inside.martin, seen=99, by=inside.sam, title="Head of platform ", company=inside.halden)
        assert not Event.objects.exists()

    def test_other_columns_leave_positions_alone(self, inside: Cast):
        actions.edit_person(inside.martin, seen=0, by=inside.sam, name_confirmed_on=TUE)
        assert Person.objects.get(pk=inside.martin.pk).name_confirmed_on == TUE
        assert not Position.objects.exists()

    def test_a_stale_edit_changes_nothing(self, inside: Cast):
        actions.edit_person(inside.martin, seen=0, by=inside.priya, title="CTO", city="York")
        with pytest.raises(Stale, match="Priya Nair changed title, city while"):
            actions.edit_person(inside.martin, seen=0, by=inside.sam, title="CIO")
        assert Person.objects.get(pk=inside.martin.pk).title == "CTO"

    def test_a_stale_edit_by_nobody_known(self, inside: Cast):
        Person.objects.filter(pk=inside.martin.pk).update(version=4)
        with pytest.raises(Stale, match="Somebody changed this record while"):
            actions.edit_person(inside.martin, seen=0, by=inside.sam, title="CIO")

    def test_only_known_columns(self, inside: Cast):
        with pytest.raises(TypeError, match="do_not_call"):
            actions.edit_person(inside.martin, seen=0, by=inside.sam, do_not_call=True)

    def test_somebody_who_left_changes_nothing(self, inside: Cast):
        from django.utils import timezone

        inside.jo.left_at = timezone.now()
        for act in (
            lambda: actions.add_company("X", by=inside.jo),
            lambda: actions.add_companies(["X"], by=inside.jo),
            lambda: actions.edit_company(inside.halden, seen=0, by=inside.jo, city="X"),
            lambda: actions.add_person(given="X", family="", by=inside.jo),
            lambda: actions.edit_person(inside.martin, seen=0, by=inside.jo, title="X"),
        ):
            with pytest.raises(NotAllowed):
                act()
