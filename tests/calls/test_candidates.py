"""Whom a call may be added for."""

from __future__ import annotations

import pytest

from rightday.calls.candidates import Candidate, candidates
from rightday.people import search
from rightday.people.models import Person
from tests.conftest import Cast

pytestmark = pytest.mark.django_db


def test_people_are_found_by_name_but_never_who_said_no(inside: Cast) -> None:
    search.put_persons([inside.martin.pk])
    martin = Candidate(inside.martin.pk, "Martin Ahlqvist", "Head of platform", "Halden Insurance")
    assert candidates("martin") == (martin,)
    Person.objects.update(do_not_call=True)
    assert candidates("martin") == ()


def test_no_words_find_nobody(inside: Cast) -> None:
    assert candidates("  ") == ()
