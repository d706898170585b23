"""The rows of a submittal while it changes: who is first, whose call it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.joborders.rules import Stage
from rightday.joborders.submittals import rows
from rightday.joborders.submittals.models import Submittal
from tests import desk


@pytest.fixture
def it(inside):
    return desk.submittal(desk.order(inside.sam, inside.martin), desk.candidate(inside.priya), owner=inside.priya)


def test_who_comes_second_is_told(inside, it):
    rows.settle(rows.begin(it, by=inside.sam), by=inside.sam)
    with pytest.raises(Stale):
        rows.begin(it, by=inside.priya)
    assert rows.begin(it, by=inside.priya, seen=1).pk == it.pk


def test_the_candidates_calls_are_its_owners_and_the_clients_the_orders(inside, it):
    there = rows.settle(rows.locked(it.pk), by=inside.sam)
    assert there.next_step.owner == inside.sam
    desk.interview(it, timezone.now() + timedelta(days=2))
    there = rows.settle(rows.locked(it.pk), by=inside.sam)
    assert (there.next_step.owner, there.stage) == (inside.priya, Stage.FIRST_INTERVIEW)


def test_the_calls_of_who_has_left_are_whose_hands_they_are_in(inside, it):
    type(inside.sam).objects.filter(pk=inside.sam.pk).update(left_at=timezone.now())
    there = rows.settle(rows.locked(it.pk), by=inside.jo)
    assert there.next_step.owner == inside.jo


def test_places_are_those_placed_and_those_accepted(inside, it):
    assert rows.taken_places(it.order) == 0
    Submittal.objects.filter(pk=it.pk).update(stage=Stage.ACCEPTED)
    assert (rows.taken_places(it.order), rows.taken_places(it.order, but=it)) == (1, 0)
