"""What is known of stored records, for comparison."""

from __future__ import annotations

from rightday.kernel import phones
from rightday.people import actions as people
from rightday.people.duplicates import sides
from rightday.people.models import Person
from tests.conftest import Cast
from tests.counting import counted


def test_nothing_is_asked_for_no_pairs(inside: Cast):
    assert sides.compared([]) == {} == sides.compared([(inside.martin.pk, inside.martin.pk)])
    assert sides.compared_companies([]) == {}


def test_a_switchboard_and_a_shared_mailbox_join_nobody(inside: Cast):
    (board,) = phones.read("020 7946 0100")
    people.add_number(inside.halden, board, by=inside.sam)
    pks = [
        people.add_person(given=given, family=family, phones=[board], emails=["info@halden.example"], by=inside.sam).pk
        for given, family in (("Ada", "King"), ("Omar", "Haddad"))
    ]
    with counted() as statements:
        (said,) = sides.compared([(pks[1], pks[0])]).values()
    assert not said.likely and not said.certain
    assert len(statements) <= 7


def test_who_is_gone_is_left_out(inside: Cast):
    assert sides.compared([(inside.martin.pk, 10**6)]) == {}
    assert sides.compared_companies([(inside.halden.pk, 10**6)]) == {}


def test_a_profile_joins(inside: Cast):
    ada = people.add_person(given="Ada", family="King", by=inside.sam, website="https://linkedin.com/in/ada")
    other = people.add_person(given="A.", family="Lovelace", by=inside.sam, website="http://uk.linkedin.com/in/Ada/")
    (said,) = sides.compared([(ada.pk, other.pk)]).values()
    assert said.certain and said.one[0] == "same profile"
    assert Person.objects.count() >= 3


def test_companies_with_one_website_or_one_switchboard_and_a_similar_name_are_likely(inside: Cast):
    (board,) = phones.read("020 7946 0100")
    group = people.add_company("Halden Group", by=inside.sam, website="https://www.halden.example/about")
    risk = people.add_company("Halden Risk", by=inside.sam, website="halden.example")
    for firm in (group, inside.halden):
        people.add_number(firm, board, by=inside.sam)
    said = sides.compared_companies([(group.pk, risk.pk), (inside.halden.pk, group.pk), (inside.halden.pk, risk.pk)])
    reasons = [one.one for one in said.values()]
    assert reasons == [("same website", "similar name"), ("same switchboard", "similar name"), ()]
