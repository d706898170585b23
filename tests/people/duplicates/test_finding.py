"""The search over the whole book: what it finds, how it goes on, what it costs."""

from __future__ import annotations

import random

import pytest

from rightday.kernel import phones
from rightday.people import actions as people
from rightday.people import external
from rightday.people.duplicates import finding, walking
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch
from rightday.people.models import DuplicateSuggestion, Person
from tests.conftest import Cast
from tests.counting import counted
from tests.people.duplicates import labelled


def add(inside: Cast, name: str, company: str = "", reach: str = "", email: str = "", **more: str) -> Person:
    given, _, family = name.partition(" ")
    firm = people.add_company(company, by=inside.sam) if company else None
    return people.add_person(
        given=given, family=family, company=firm, by=inside.sam, emails=[email] if email else [],
        phones=phones.read(reach, "GB") if reach else (), **more,
    )  # fmt: skip


def look(inside: Cast) -> set[frozenset[str]]:
    finding.begin(by=inside.sam)
    while finding.look_on(by=inside.sam):
        pass
    rows = DuplicateSuggestion.objects.values_list("person__name", "other__name")
    return {frozenset(names) for names in rows}


def test_numbers_addresses_names_and_slips_are_found(inside: Cast):
    add(inside, "Grace Lindholm", "Meridian Freight", "020 7946 0142 ext 1")
    add(inside, "G Lindholm-Ray", "Corvid", "07700 900123")
    add(inside, "Grace Lindholm-Ray", "Alder", "07700 900123")
    add(inside, "Omar Haddad", email="omar@corvid.example")
    add(inside, "Haddad Omar", email="OMAR@corvid.example")
    add(inside, "Tess Moran", "Corvid", email="info@corvid.example")
    add(inside, "Ian Coyle", "Corvid Ltd", email="info@corvid.example")
    add(inside, "Ian Coile", "Corvid Analytics")
    add(inside, "Karen Whitby", "Alder")
    add(inside, "Karen Whitby", "Northgate")
    assert look(inside) == {
        frozenset(names) for names in (
            ("G Lindholm-Ray", "Grace Lindholm-Ray"), ("Omar Haddad", "Haddad Omar"), ("Ian Coyle", "Ian Coile"),
        )
    }  # fmt: skip
    search = DuplicateSearch.objects.get()
    assert (search.state, search.found) == ("done", 3) and search.finished_at is not None
    assert not finding.look_on(by=inside.sam)


def test_what_was_decided_is_not_suggested_again(inside: Cast):
    add(inside, "Grace Lindholm", reach="07700 900123")
    add(inside, "Grace Lindholm", reach="07700 900123")
    look(inside)
    DuplicateSuggestion.objects.update(same=False, decided_by=inside.sam)
    look(inside)
    assert DuplicateSuggestion.objects.get().same is False
    assert DuplicateSearch.objects.get().found == 0


def test_companies_that_begin_alike_are_found(inside: Cast):
    people.add_company("Meridian Freight", by=inside.sam, city="Leeds")
    people.add_company("Meridian Frieght", by=inside.sam, city="Leeds")
    people.add_company("Meridian", by=inside.sam, city="York")
    look(inside)
    pair = CompanySuggestion.objects.get()
    assert {pair.company.name, pair.other.name} == {"Meridian Freight", "Meridian Frieght"}
    look(inside)
    assert CompanySuggestion.objects.count() == 1


def test_a_search_under_way_goes_on_and_slices_leave_nobody_out(inside: Cast, monkeypatch):
    for number in range(9):
        add(inside, f"Ada King{'abcdefghi'[number // 2]}", reach=f"07700 9001{number // 2:02d}")
    whole = look(inside)
    DuplicateSuggestion.objects.all().delete()
    monkeypatch.setattr(walking, "SIZE", 3)
    monkeypatch.setattr(walking, "COMPANIES_AT_ONCE", 1)
    begun = finding.begin(by=inside.sam)
    finding.look_on(by=inside.sam)
    assert finding.begin(by=inside.sam).seen == DuplicateSearch.objects.get(pk=begun.pk).seen > 0
    assert look(inside) == whole and len(whole) == 4


def test_a_key_that_more_share_than_are_read_at_once_is_passed_by(inside: Cast, monkeypatch):
    for _ in range(4):
        add(inside, "Ada King", reach="07700 900123")
    monkeypatch.setattr(walking, "SIZE", 2)
    look(inside)
    assert DuplicateSearch.objects.get().state == "done"


def test_many_of_one_name_at_one_firm_are_compared_by_company_alone(inside: Cast, monkeypatch):
    monkeypatch.setattr(walking, "SIDE_BY_SIDE", 2)
    monkeypatch.setattr(walking, "NAMESAKES", 2)
    add(inside, "Ada King", "Corvid")
    add(inside, "Ada Kingg", "Corvid")
    add(inside, "Ada Kings", "Corvid Analytics")
    assert look(inside) == {frozenset(("Ada King", "Ada Kingg"))}


@pytest.mark.parametrize("many", [3, 30])
def test_statements_do_not_grow_with_what_is_found(inside: Cast, many: int):
    for number in range(many):
        for _ in range(2):
            add(inside, f"Ada Kingston {number}", "Corvid", f"+44 7700 900{number:03d}")
    finding.begin(by=inside.sam)
    spent = []
    more = True
    while more:
        with counted() as statements:
            more = finding.look_on(by=inside.sam)
        spent.append(len(statements))
    assert max(spent) <= 17


def test_in_a_whole_book_nearly_all_that_is_suggested_is_one_and_nearly_all_is_suggested(inside: Cast):
    """Everything at once, with namesakes at hand: found from the rows, not compared as given."""
    rng = random.Random(3)
    wanted: set[frozenset[int]] = set()
    for number, pair in enumerate(labelled.persons(seed=8, each=8)):
        tail = "".join(rng.choice("bcdfgklmnprstv") + rng.choice("aeiou") for _ in range(3))
        pks = []
        more = [labelled.Side(pair.a.name, firm) for firm in ("Zephyr Lines", "Quorum Bank") if pair.namesakes > 2]
        for side in (pair.a, pair.b, *more):  # one more name each: pairs are no namesakes of one another
            name = f"{tail.capitalize()} {side.name}"
            firm = people.add_company(f"{side.company} {number}", by=inside.sam) if side.company else None
            person = people.add_person(
                given=name, family="", title=side.title, city=side.city, company=firm, by=inside.sam
            )
            for old in side.before:
                was = people.add_company(f"{old} {number}", by=inside.sam)
                person.positions.create(company=was, title="before")
            pks.append(person.pk)
        if pair.one:
            wanted.add(frozenset(pks[:2]))
    finding.begin(by=inside.sam)
    while finding.look_on(by=inside.sam):
        pass
    found = {frozenset(ids) for ids in DuplicateSuggestion.objects.values_list("person_id", "other_id")}
    assert len(found & wanted) / len(found) >= 0.95
    assert len(found & wanted) / len(wanted) >= 0.85


def test_an_id_and_a_profile_are_found_in_the_whole_book_with_their_words(inside: Cast):
    site = add(inside, "Ada King", website="https://www.linkedin.com/in/ada")
    network = add(inside, "A King")
    external.name({("linkedin", "profile", "https://linkedin.com/in/ada/"): network.pk}, {})
    eaten, whole = add(inside, "Anna Berg", "Alder"), add(inside, "Anna Lindqvist", "Corvid")
    external.name(
        {("bullhorn", "ClientContact", "123"): eaten.pk, ("bullhorn", "ClientContact", "00123"): whole.pk}, {}
    )
    look(inside)
    said = {(one.person_id, one.other_id): (one.likeness, one.reasons[0]) for one in DuplicateSuggestion.objects.all()}
    assert said == {
        (site.pk, network.pk): (1.0, "same profile"), (eaten.pk, whole.pk): (1.0, "same id in Bullhorn"),
    }  # fmt: skip
