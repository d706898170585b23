"""The comparison, measured on a labelled set, and what it says."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.people.duplicates import rules
from rightday.people.duplicates.rules import Side, compare, compare_companies, compare_names
from tests.people.duplicates import labelled


def measured(pairs, said) -> tuple[float, float]:
    right = sum(1 for pair, likely in zip(pairs, said, strict=True) if likely and pair)
    suggested = sum(said)
    return right / suggested, right / sum(pairs)


@pytest.mark.parametrize("seed", [4, 11, 2026])
def test_of_persons_suggested_nearly_all_are_one_and_nearly_all_are_suggested(seed):
    pairs = labelled.persons(seed)
    said = [compare(pair.a, pair.b, namesakes=pair.namesakes).likely for pair in pairs]
    precision, recall = measured([pair.one for pair in pairs], said)
    wrong = Counter(pair.kind for pair, likely in zip(pairs, said, strict=True) if likely != pair.one)
    assert precision >= 0.95, wrong
    assert recall >= 0.85, wrong


def test_who_shares_a_number_an_address_or_a_profile_is_one_every_time():
    assert all(compare(pair.a, pair.b).certain for pair in labelled.exact())
    assert not any(compare(pair.a, pair.b).certain for pair in labelled.persons())


@pytest.mark.parametrize("seed", [6, 12])
def test_of_companies_suggested_nearly_all_are_one_and_nearly_all_are_suggested(seed):
    pairs = labelled.companies(seed)
    said = [compare_companies(**values).likely for values, _one, _kind in pairs]
    precision, recall = measured([one for _values, one, _kind in pairs], said)
    wrong = Counter(kind for (_values, one, kind), likely in zip(pairs, said, strict=True) if likely != one)
    assert precision >= 0.95, wrong
    assert recall >= 0.85, wrong


def test_what_is_said_of_two_names():
    assert compare_names("Bill Coyle", "William Coyle") == rules.Named(0.95, "a short form of the name")
    assert compare_names("J. Lindholm", "Jane Lindholm").words == "an initial only"
    assert compare_names("Lindholm, Grace", "Grace Lindholm").words in ("same name", "names turned round")
    assert compare_names("Anne Marie Coyle", "Annemarie Coyle") == rules.Named(0.97, "same name")
    assert compare_names("Grace Ann Lindholm", "Grace Lindholm").words == "a middle name more"
    assert compare_names("Grace Lindhlom", "Grace Lindholm").words == "a slip in the name"
    assert compare_names("Oskar Featherstoen", "Oskar Faetherstone").words == "a slip in the name"


@pytest.mark.parametrize(
    ("one", "other"),
    [("", "Grace Lindholm"), ("Grace", "Grace Lindholm"), ("Tom Hart Jr", "Tom Hart Sr"), ("A. B.", "A. B. C."),
     ("Maria Coyle", "Marie Coyle"), ("Bil Coile", "Will Coyle"), ("K. Whitby", "Grace Whitby"), ("Tom Ng", "Tom Nu")],
)  # fmt: skip
def test_what_is_not_alike(one, other):
    assert compare_names(one, other).score < rules.LIKELY


def test_a_number_that_two_written_out_names_share_is_no_proof():
    shared = frozenset({"+442079460142"})
    said = compare(Side("Grace Lindholm", numbers=shared), Side("Omar Haddad", numbers=shared))
    assert not said.likely
    profile = frozenset({"linkedin.com/in/grace"})
    assert compare(Side("Grace Lindholm", links=profile), Side("Grace Haddad-Moran", links=profile)).certain


def test_what_speaks_for_one_and_what_for_two():
    said = compare(
        Side("Grace Lindholm", "Meridian Freight Inc", city="New York", numbers=frozenset("1"), emails=frozenset("a")),
        Side("J. Lindholm", "Meridian", city="Leeds", numbers=frozenset("2"), emails=frozenset("b")),
    )
    assert not said.likely  # Grace is no J.
    said = compare(
        Side("Jane Lindholm", "Meridian Freight Inc", city="New York", numbers=frozenset("1"), emails=frozenset("a")),
        Side("J. Lindholm", "Meridian Freight", city="New York", numbers=frozenset("2"), emails=frozenset("b")),
    )
    assert said.one == ("an initial only", "same company", "same place")
    assert said.two == ("the numbers differ", "the addresses differ")
    elsewhere = compare(Side("Jane Lindholm", "Meridian", city="Leeds"), Side("Jane Lindholm", "Corvid", city="York"))
    assert elsewhere.two == ("another company", "another place")


def test_companies_of_one_name_in_two_places_are_no_longer_certain_to_be_one():
    assert compare_companies("Halden Ltd", "Halden plc").certain
    assert compare_companies("Hal den", "Halden").one == ("same name",)
    assert compare_companies("Halden", "Halden", city="Leeds", other_city="York").two == ("another place",)
    assert compare_companies("Halden", "Haldens Group", same_number=True).one == ("same switchboard", "similar name")
    assert compare_companies("Halden", "Corvid").two == ("another name",)
    assert compare_companies("Halden", "Halden Insurance").two == ("part of the name alone",)


NAMES = st.sampled_from(["Grace Lindholm", "J. Lindholm", "Bill Coyle", "", "O'Brien", "Ёлка Ng", "Tom Hart Jr"])


@given(NAMES, NAMES, st.sampled_from(["", "Halden", "Corvid"]), st.sampled_from(["", "Halden Ltd"]))
def test_the_order_of_two_records_changes_nothing(name, other, company, elsewhere):
    a, b = Side(name, company, "CTO", "Leeds"), Side(other, elsewhere, "CTO", "Leeds", before=("Corvid",))
    assert compare(a, b, namesakes=2) == compare(b, a, namesakes=2)
    assert 0 <= compare(a, b).score <= 1


def test_an_id_of_another_system_joins_and_says_whose():
    ids = frozenset({("Bullhorn", "bullhorn/ClientContact/12")})
    said = compare(Side("Anna Berg", ids=ids), Side("Anna Lindqvist", ids=ids))
    assert said.certain and said.one[0] == "same id in Bullhorn"
    assert not compare(Side("Anna Berg", ids=ids), Side("Omar Haddad", ids=ids)).certain  # an id given to another


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("Grace Lindholm", "Omar Haddad", True),
        ("Grace Lindholm", "Grace Haddad", False),
        ("Grace", "Omar Haddad", False),
        ("Grace Lindholm", "Omar", False),
        ("G Lindholm", "G Haddad", True),
    ],
)
def test_two_names_cannot_be_one_persons(a: str, b: str, two: bool):
    assert rules.two_names(a, b) is two


@pytest.mark.parametrize(
    "address",
    ["https://www.Halden.example/about?x", "halden.example", " WWW.halden.example/jobs ", "http://halden.example"],
)
def test_websites_are_compared_by_their_host(address: str):
    assert rules.site(address) == "halden.example"
