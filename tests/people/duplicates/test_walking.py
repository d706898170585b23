"""Slices of an index: no key in part, none left out."""

from __future__ import annotations

import pytest

from rightday.people import actions as people
from rightday.people import external
from rightday.people.duplicates import walking
from rightday.people.duplicates.sides import SHARED_BY
from rightday.people.duplicates.walking import Part
from tests.conftest import Cast


@pytest.mark.parametrize("size", [2, 3, 4, 50])
def test_every_key_is_read_whole_whatever_the_size(inside: Cast, monkeypatch, size: int):
    monkeypatch.setattr(walking, "SIZE", size)
    twins = [
        tuple(people.add_person(given="Ada", family=f"King{letter}", by=inside.sam).pk for _ in range(2))
        for letter in "abc"
    ]
    found, cursor, slices = set(), "", 0
    while cursor is not None:
        walked = walking.walk(Part.NAMES, cursor)
        found |= walked.persons
        cursor, slices = walked.cursor, slices + 1
        assert slices < 20
    assert found == (set(twins) if size > 2 else found) and slices >= 1


def test_each_part_walks(inside: Cast):
    assert [walking.walk(part, "").cursor for part in Part] == [None] * 5


@pytest.mark.parametrize("at_once", [1, 2, 250_000])
def test_profiles_and_ids_are_joined_however_they_are_written(inside: Cast, monkeypatch, at_once: int):
    monkeypatch.setattr(walking, "NAMED_AT_ONCE", at_once)
    monkeypatch.setattr(walking, "SIZE", 2)

    def add(name: str, website: str = "", *ids: tuple[str, str, str]) -> int:
        given, _, family = name.partition(" ")
        person = people.add_person(given=given, family=family, by=inside.sam, website=website)
        external.name(dict.fromkeys(ids, person.pk), {})
        return person.pk

    by_site = add("Ada King", "https://www.linkedin.com/in/ada")
    by_network = add("A King", "", ("linkedin", "profile", "http://uk.linkedin.com/in/ADA/"))
    short = add("Anna Berg", "", ("salesforce", "Contact", "0035g00000XyZaB"))
    long = add("Anna Berg-Lund", "", ("salesforce", "Contact", "0035g00000XyZaBAAX"))
    add("Omar Haddad", "https://halden.example/in/ada", ("salesforce", "Contact", "0035g00000XyZaC"))
    add("Karen Whitby", "https://linkedin.com/company/halden")
    for number in range(SHARED_BY + 1):
        add(f"Tess Moran{number}", "https://linkedin.com/in/team")
    found, cursor, read = set(), "", 0
    while cursor is not None:
        walked = walking.walk(Part.NAMED, cursor)
        found |= walked.persons
        cursor, read = walked.cursor, read + walked.read
    assert found == {(by_site, by_network), (short, long)}
    assert read == 5 + SHARED_BY + 1
