"""The hand-off beside one lead, as each of the three reads it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.of_lead import hand_off_of
from rightday.leads.handoffs.rules import Return
from rightday.leads.rules import Shows
from tests.counting import counted
from tests.leads.handoffs.test_actions import TUESDAY, make, offer


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TUESDAY, tick=False) as moved:
        yield moved


@pytest.fixture
def made(inside):
    return offer(inside, make(inside, Shows.INTERVIEWING))


def test_no_hand_off_no_block(inside):
    lead = make(inside, Shows.INTERVIEWING)
    with counted() as found:
        assert hand_off_of(lead.pk, inside.priya) is None
    assert len(found) == 1


def test_what_waits(inside, made):
    theirs = hand_off_of(made.lead_id, inside.jo)
    assert (theirs.state, theirs.giver, theirs.receiver, theirs.receiver_does) == (
        "waiting", "Priya Nair", "You", "to accept",
    )  # fmt: skip
    assert theirs.said == "Answer by today, 11:42, or it goes back to Priya Nair."
    assert (theirs.left.words, theirs.late, theirs.words) == ("120 minutes left", False, "She likes Tomás.")
    assert (theirs.answers, theirs.withdraws, theirs.mends) == (True, False, False)
    mine = hand_off_of(made.lead_id, inside.priya)
    assert (mine.giver, mine.receiver, mine.said) == (
        "You", "Jo Lindqvist", "Answer by today, 11:42, or it goes back to you.",
    )  # fmt: skip
    assert (mine.answers, mine.withdraws, mine.mends) == (False, True, False)


def test_a_manager_may_take_it_on_or_back_but_does_not_answer_what_they_gave(inside, made):
    seen = hand_off_of(made.lead_id, inside.sam)
    assert (seen.answers, seen.withdraws) == (True, True)
    own = offer(inside, make(inside, Shows.INTERVIEWING, by=inside.sam, owner=inside.sam), by=inside.sam)
    seen = hand_off_of(own.lead_id, inside.sam)
    assert (seen.answers, seen.withdraws) == (False, True)


def test_time_that_is_over_is_said(inside, made, clock):
    clock.move_to(TUESDAY + timedelta(hours=2))
    seen = hand_off_of(made.lead_id, inside.jo)
    assert (seen.said, seen.late) == ("The time was over today, 11:42: it goes back to Priya Nair.", True)
    clock.move_to(TUESDAY + timedelta(hours=1, minutes=50))
    assert hand_off_of(made.lead_id, inside.jo).late


def test_what_came_back_is_mended_by_who_gave_it(inside, made):
    hand_offs.give_back(made, reason=Return.MOVED, words="Paul left.", by=inside.jo)
    mine, theirs = (hand_off_of(made.lead_id, one) for one in (inside.priya, inside.jo))
    assert (mine.state, mine.words, mine.said) == (
        "back",
        "Paul left.",
        "Returned: the person has moved, today, 09:42.",
    )
    assert (mine.receiver_does, mine.mends, theirs.mends) == ("sent it back", True, False)
    hand_offs.keep(made, by=inside.priya)
    assert hand_off_of(made.lead_id, inside.priya) is None


def test_what_nobody_answered_came_back(inside, made, clock):
    clock.move_to(TUESDAY + timedelta(hours=2))
    hand_offs.lapse_due(now=datetime.now(UTC))
    mine = hand_off_of(made.lead_id, inside.priya)
    assert (mine.state, mine.receiver_does, mine.mends) == ("back", "did not answer", True)
    assert mine.said == "Not answered in time, today, 11:42."


def test_what_was_taken_back_is_over(inside, made):
    hand_offs.withdraw(made, by=inside.priya)
    assert hand_off_of(made.lead_id, inside.jo) is None


def test_accepted_until_it_is_called(inside, made, clock):
    hand_offs.accept(made, by=inside.jo)
    seen = hand_off_of(made.lead_id, inside.jo)
    assert (seen.state, seen.said, seen.late) == ("accepted", "First call by today, 13:42.", False)
    assert (seen.answers, seen.withdraws, seen.mends, seen.left) == (False, False, False, None)
    clock.move_to(TUESDAY + timedelta(hours=5))
    seen = hand_off_of(made.lead_id, inside.jo)
    assert (seen.said, seen.late) == ("First call was due today, 13:42.", True)


@pytest.mark.parametrize(
    ("called", "said", "late"),
    [(1, "First called today, 10:42, in time.", False), (5, "First called today, 14:42, late.", True)],
)
def test_accepted_and_called(inside, made, called, said, late):
    hand_offs.accept(made, by=inside.jo)
    hand_offs.called(made.lead, at=TUESDAY + timedelta(hours=called), by=inside.jo)
    seen = hand_off_of(made.lead_id, inside.jo)
    assert (seen.said, seen.late) == (said, late)


def test_accepted_where_nobody_is_called(inside, made):
    hand_offs.accept(made, by=inside.jo)
    HandOff.objects.update(call_by=None)
    assert hand_off_of(made.lead_id, inside.jo).said == "Since today, 09:42."
    HandOff.objects.update(called_at=TUESDAY)
    assert hand_off_of(made.lead_id, inside.jo).late is False
