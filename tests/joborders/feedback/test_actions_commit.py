"""Commitments: each is a next step until it is kept or let go."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.joborders.feedback import actions_commit as actions
from rightday.joborders.feedback.models import Commitment
from rightday.joborders.feedback.rules import Side
from rightday.team.rules import Refused
from tests import desk


@pytest.fixture
def order(inside):
    return desk.order(inside.sam, inside.martin)


def thursday():
    return timezone.localdate() + timedelta(days=3)


def promised(order, cast, side=Side.CLIENT, **changed):
    return actions.commit(order, side=side, words=" Decides with Marcus ", due=thursday(), by=cast.sam, **changed)


def test_a_promise_of_the_client_is_asked_about_on_its_day(inside, order):
    made = promised(order, inside, who="Martin", at=time(16))
    step = made.next_step
    assert (step.person, step.due, step.agreed, step.of) == (inside.martin, thursday(), True, "commitment")
    assert (step.why, step.reason, step.latest) == ("Martin said: Decides with Marcus", "commitment", time(16))


@pytest.mark.parametrize(("side", "why"), [(Side.US, "You said: "), (Side.CANDIDATE, "Sanna said: ")])
def test_promises_of_the_others(inside, order, side, why):
    sanna = desk.someone()
    step = promised(order, inside, side, person=sanna).next_step
    assert (step.person, step.why) == (sanna, f"{why}Decides with Marcus")


def test_kept_and_dropped_end_it_once(inside, order):
    actions.kept(promised(order, inside), by=inside.sam)
    actions.dropped(promised(order, inside), by=inside.sam)
    kept, dropped = Commitment.objects.order_by("id")
    assert (kept.done_on, dropped.dropped_on) == (timezone.localdate(), timezone.localdate())
    assert not NextStep.objects.filter(of="commitment").exists()
    with pytest.raises(Stale):
        actions.kept(kept, by=inside.sam)


def test_no_words_and_no_past(inside, order):
    with pytest.raises(Refused):
        actions.commit(order, side=Side.US, words=" ", due=thursday(), by=inside.sam)
    with pytest.raises(Refused):
        actions.commit(order, side=Side.US, words="x", due=timezone.localdate() - timedelta(days=1), by=inside.sam)
