"""Changing an agency."""

from __future__ import annotations

import pytest

from rightday.agencies import queries
from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.agencies.rules import CallHours
from rightday.leads.rules import Holds
from rightday.team.actions_agency import change_numbers, edit_agency
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event


def test_a_change_is_kept_seen_at_once_and_said(inside):
    edit_agency(inside.agency, seen=0, by=inside.sam, name="North", country="GB", hours=CallHours(days=(1, 2)))
    kept = Agency.objects.get(pk=inside.agency.pk)
    assert (kept.name, kept.version, inside.agency.version) == ("North", 1, 1)
    with queries.at_hand(inside.agency):
        assert queries.numbers(CallHours, "hours").days == (1, 2)
    assert Event.objects.get().data == {"what": ["name", "settings"]}


def test_saving_what_is_there_already_says_nothing(inside):
    edit_agency(inside.agency, seen=0, by=inside.sam, name=inside.agency.name)
    assert Event.objects.count() == 0


def test_numbers_are_kept_as_what_differs(inside):
    change_numbers(inside.agency, section="grades", numbers=Holds(warm=60), seen=0, by=inside.sam)
    assert Agency.objects.get(pk=inside.agency.pk).settings == {"grades": {"warm": 60}}
    change_numbers(inside.agency, section="grades", numbers=Holds(), seen=1, by=inside.sam)
    assert Agency.objects.get(pk=inside.agency.pk).settings == {}
    assert [event.data["now"] for event in Event.objects.order_by("id")] == [{"warm": 60}, {}]


def test_who_comes_second_is_told_and_who_may_not_is_refused(inside):
    edit_agency(inside.agency, seen=0, by=inside.sam, name="North")
    with pytest.raises(Stale):
        change_numbers(inside.agency, section="grades", numbers=Holds(hot=3), seen=0, by=inside.sam)
    with pytest.raises(NotAllowed):
        edit_agency(inside.agency, seen=1, by=inside.priya, name="Mine")
    with pytest.raises(NotAllowed):
        change_numbers(inside.agency, section="grades", numbers=Holds(hot=3), seen=1, by=inside.priya)
    assert Agency.objects.get(pk=inside.agency.pk).name == "North"
