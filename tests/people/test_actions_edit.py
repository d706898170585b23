"""Changing persons and companies."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.agencies.once import Stale
from rightday.people import actions, search
from rightday.people.models import Company, Person, Position
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
