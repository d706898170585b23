"""The agency entered, and its numbers."""

from __future__ import annotations

import pytest

from rightday.agencies import queries
from rightday.agencies.models import Agency
from rightday.agencies.rules import CallHours
from rightday.db.row_security import enter
from rightday.db.scope import OutsideAgency, wall_open
from rightday.leads.rules import Holds


def test_the_agency_entered_is_read_once_where_it_is_not_at_hand(inside, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert queries.here() == inside.agency
    with django_assert_num_queries(0), queries.at_hand(inside.agency):
        assert queries.here() is inside.agency


def test_an_agency_at_hand_is_never_taken_for_another(ours, theirs):
    with queries.at_hand(ours.agency), enter(theirs.agency):
        assert queries.here() == theirs.agency


def test_outside_there_is_no_agency(ours):
    with pytest.raises(OutsideAgency):
        queries.here()
    with wall_open(), pytest.raises(OutsideAgency):
        queries.here()


def test_numbers_are_the_agencys_own(ours, theirs):
    Agency.objects.filter(pk=ours.agency.pk).update(settings={"grades": {"warm": 60}}, version=1)
    with enter(ours.agency):
        assert queries.numbers(Holds, "grades") == Holds(warm=60)
        assert queries.numbers(CallHours, "hours") == CallHours()
    with enter(theirs.agency):
        assert queries.numbers(Holds, "grades") == Holds()


def test_a_new_version_brings_new_numbers(inside):
    assert queries.numbers(Holds, "grades").warm == 90
    Agency.objects.filter(pk=inside.agency.pk).update(settings={"grades": {"warm": 45}}, version=1)
    assert queries.numbers(Holds, "grades").warm == 45


def test_no_more_sections_are_kept_than_fit(inside, monkeypatch):
    monkeypatch.setattr(queries, "_SECTIONS_KEPT", 1)
    monkeypatch.setattr(queries, "_sections", {})
    first = queries.numbers(Holds, "grades")
    queries.numbers(CallHours, "hours")
    assert queries.numbers(Holds, "grades") == first
    assert len(queries._sections) == 1
