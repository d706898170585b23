"""Slices of an index: no key in part, none left out."""

from __future__ import annotations

import pytest

from rightday.people import actions as people
from rightday.people.duplicates import walking
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
    assert [walking.walk(part, "").cursor for part in Part] == [None] * 4
