"""The rows of a placement while it changes."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.joborders.placements import rows
from rightday.people.models import Person
from tests import desk


@pytest.fixture
def it(inside):
    who = desk.candidate(inside.priya)
    return desk.placement(desk.submittal(desk.order(inside.sam, inside.martin), who))


def test_who_comes_second_is_told(inside, it):
    rows.settle(rows.begin(it, by=inside.sam), by=inside.sam)
    with pytest.raises(Stale):
        rows.begin(it, by=inside.priya)
    assert rows.begin(it, by=inside.priya, seen=1).pk == it.pk


def test_who_said_no_is_not_called_the_other_side_is(inside, it):
    Person.objects.filter(pk=it.person_id).update(do_not_call=True)
    assert rows.settle(rows.locked(it.pk), by=inside.sam).next_step.person == inside.martin


def test_the_calls_of_who_has_left_are_whose_hands_they_are_in(inside, it):
    type(inside.sam).objects.filter(pk=inside.sam.pk).update(left_at=timezone.now())
    assert rows.settle(rows.locked(it.pk), by=inside.jo).next_step.owner == inside.jo
