"""Search as one types: beginnings of names and companies, any run of digits, words that were said."""

from __future__ import annotations

import pytest
from django.db import connection

from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency, wall_open
from rightday.kernel import phones
from rightday.people import actions, search, search_sqlite
from rightday.people.models import Person
from tests.conftest import Cast


@pytest.fixture
def priya(inside: Cast) -> Person:
    company = actions.add_company("Corvid & Sons Ltd", by=inside.sam, city="Leeds")
    return actions.add_person(
        given="Ruth",
        family="Délacroix",
        title="Programme director",
        company=company,
        phones=phones.read("0113 496 0120"),
        emails=["r.delacroix@corvid.example"],
        by=inside.sam,
    )


@pytest.mark.parametrize(
    "typed",
    ["de", "Delac", "ruth dela", "dela cor", "programme", "960120", "0113 496", "+44 113 496 0120", "corvid.ex"],
)
def test_finds_by_beginnings_and_any_run_of_digits(priya: Person, typed: str):
    assert search.find_persons(typed) == [priya.pk]


@pytest.mark.parametrize("typed", ["", "  ", "elacroix", "ruth smith", "99", "999999", "'\"*", "ruth NOT", "x0001"])
def test_finds_nobody_else(priya: Person, typed: str):
    assert search.find_persons(typed) == []


def test_a_company_by_name_place_and_switchboard(inside: Cast, priya: Person):
    company = priya.company
    assert company is not None
    actions.add_number(company, phones.read("020 7946 0555")[0], by=inside.sam)
    for typed in ("corv", "leeds", "7946 0555"):
        assert search.find_companies(typed) == [company.pk]
    search.remove_companies([company.pk])
    assert search.find_companies("corv") == []


def test_what_was_said_is_found_and_the_oldest_goes_first(priya: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "SAID_AT_MOST", 3)
    search.add_words(priya.pk, "stay until March")
    assert search.find_said("mar sta") == [priya.pk]
    search.add_words(priya.pk, "until budget")
    assert search.find_said("stay") == []
    assert search.find_said("march until budg") == [priya.pk]
    search.add_words(priya.pk, "")
    assert search.find_said("bud") == [priya.pk]
    search.remove_persons([priya.pk])
    assert search.find_said("bud") == []
    assert search.find_persons("ruth") == []


def test_words_of_many_at_once(inside: Cast, priya: Person):
    search.add_words(priya.pk, "budget in May")
    search.add_words_of_many({priya.pk: "two testers", inside.martin.pk: "three testers", 999_999: " "})
    assert set(search.find_said("tester")) == {priya.pk, inside.martin.pk}
    assert search.find_said("budget two") == [priya.pk]


@pytest.mark.parametrize("name", ["نور الهدى", "प्रिया नटराजन", "李 明", "Þórður", "Zoë"])
def test_names_of_all_scripts(inside: Cast, name: str):
    given, family = (name + " X").split(" ")[:2]
    person = actions.add_person(given=given, family=family, by=inside.sam)
    for word in name.split():
        assert search.find_persons(word[:3]) == [person.pk]
        assert search.find_persons(word) == [person.pk]


def test_another_agency_finds_nothing(ours: Cast, theirs: Cast):
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
        assert search.find_persons("martin") == [ours.martin.pk]
    with enter(theirs.agency):
        assert search.find_persons("martin") == []
        search.put_persons([ours.martin.pk])  # not theirs: there is no such row
        search.remove_persons([ours.martin.pk])
        assert search.find_persons("martin") == []
    with enter(ours.agency):
        assert search.find_persons("martin") == [ours.martin.pk]


def test_needs_one_agency(ours: Cast):
    with wall_open(), pytest.raises(OutsideAgency):
        search.find_persons("martin")


def test_a_row_of_another_agency_is_never_overwritten(ours: Cast, theirs: Cast):
    if connection.vendor != "sqlite":
        pytest.skip("the key of PostgreSQL's tables begins with the agency")
    search_sqlite.put(connection, "person", ours.agency.pk, [(7, ["one"], [])])
    with pytest.raises(PermissionError):
        search_sqlite.put(connection, "person", theirs.agency.pk, [(7, ["two"], [])])


def test_a_limit_holds(inside: Cast):
    for number in range(5):
        actions.add_person(given="Ann", family=f"Bell{number}", by=inside.sam)
    assert len(search.find_persons("ann", limit=3)) == 3
    assert len(search.find_persons("ann bel", limit=3)) == 3
