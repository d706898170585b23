"""Whole lives of leads that change hands: one waits at most, an owner has the next step, nothing is counted twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies import queries as agencies
from rightday.db.row_security import enter
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.of_lead import hand_off_of
from rightday.leads.handoffs.queries import handoffs_page, waiting_for
from rightday.leads.handoffs.rules import Answer, Return
from rightday.leads.models import Lead
from rightday.team.models import Member
from rightday.team.rules import Refused
from rightday.timeline.models import Event
from tests.conftest import cast
from tests.leads import test_lives as lives
from tests.leads.test_lives import BEGIN, DRAWS, Desk, Draw, Over

VERBS = {
    Answer.ACCEPTED: "lead.accepted", Answer.RETURNED: "lead.returned", Answer.WITHDRAWN: "lead.withdrawn",
    Answer.LAPSED: "lead.lapsed",
}  # fmt: skip


def member(desk: Desk, choice: int) -> Member:
    return [desk.cast.sam, desk.cast.priya, desk.cast.jo][choice % 3]


def last_of(desk: Desk, draw: Draw) -> HandOff | None:
    return HandOff.objects.filter(lead=desk.lead(draw)).order_by("-id").first()


def offer(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    by = lead.owner if draw.yes else member(desk, draw.place)
    seen = lead.version if draw.place % 5 else lead.version - 1
    hand_offs.offer(lead, to=member(desk, draw.choice), words="", seen=seen, by=by)


def accept(desk: Desk, draw: Draw) -> None:
    if there := last_of(desk, draw):
        hand_offs.accept(there, by=there.receiver if draw.yes else member(desk, draw.choice))


def give_back(desk: Desk, draw: Draw) -> None:
    if there := last_of(desk, draw):
        reason = list(Return)[draw.choice % len(Return)]
        by = there.receiver if draw.yes else member(desk, draw.place)
        hand_offs.give_back(there, reason=reason, words="Why" if draw.days % 2 else "", by=by)


def withdraw(desk: Desk, draw: Draw) -> None:
    if there := last_of(desk, draw):
        hand_offs.withdraw(there, by=there.giver if draw.yes else member(desk, draw.choice))


def keep(desk: Desk, draw: Draw) -> None:
    if there := last_of(desk, draw):
        hand_offs.keep(there, by=there.giver)


def lapse(desk: Desk, draw: Draw) -> None:
    hand_offs.lapse_due(now=datetime.now(UTC))


def hours_pass(desk: Desk, draw: Draw) -> None:
    desk.clock.shift(timedelta(hours=abs(draw.days)))


ACTS: list[Callable[[Desk, Draw], None]] = [offer, accept, give_back, withdraw, keep, lapse, hours_pass]
OFTEN = [offer, offer, accept, lives.call]
LIVES = st.lists(st.tuples(st.sampled_from([*ACTS, *OFTEN, *lives.ACTS]), DRAWS), min_size=4, max_size=14)


def check(desk: Desk) -> None:
    desk.check()
    rows = list(HandOff.objects.select_related("lead", "receiver", "giver").order_by("id"))
    for lead in Lead.objects.open().select_related("next_step"):
        assert lead.next_step.owner_id == lead.owner_id
    waiting = [row for row in rows if not row.answer]
    assert len({row.lead_id for row in waiting}) == len(waiting)
    for row in rows:
        assert row.giver_id != row.receiver_id
        assert (row.answered_at is None) is (row.answer == "")
        assert row.answer_by > row.offered_at
        assert row.called_at is None or (row.answer == Answer.ACCEPTED and row.called_at >= row.answered_at)
        assert row.call_by is None or row.call_by >= row.answered_at
    for row in waiting:
        assert row.lead.next_step_id is not None and row.lead.owner_id != row.receiver_id and row.seen_at is None
    # Each hand-off was offered once and answered once at most: what happened adds up.
    told = list(Event.objects.values_list("verb", flat=True))
    assert told.count("lead.offered") == len(rows)
    for answer, verb in VERBS.items():
        assert told.count(verb) == sum(row.answer == answer for row in rows)
    read(desk, rows)


def read(desk: Desk, rows: list[HandOff]) -> None:
    """Everybody's page holds each hand-off of theirs exactly where it belongs."""
    for one in (desk.cast.sam, desk.cast.priya, desk.cast.jo):
        page = handoffs_page(one)
        mine = [row for row in rows if row.giver_id == one.pk]
        assert {row.id for row in page.to_answer} == {r.pk for r in rows if not r.answer and r.receiver_id == one.pk}
        assert {row.id for row in page.given} == {r.pk for r in mine if not r.answer}
        assert {row.id for row in page.became} == {r.pk for r in mine if r.answer == Answer.ACCEPTED}
        assert waiting_for(one) == len(page.to_answer)
        for lead in {row.lead_id for row in rows}:
            hand_off_of(lead, one)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(LIVES)
def test_a_lead_that_changes_hands_is_somebodys_at_any_moment(db: None, life: list[tuple[Any, Draw]]) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        try:
            with transaction.atomic():
                live(life, clock)
                raise Over
        except Over:
            pass


def live(life: list[tuple[Any, Draw]], clock: Any) -> None:
    ours = cast("Brightwater")
    with enter(ours.agency), agencies.at_hand(ours.agency):
        desk = Desk(ours, clock)
        for act, draw in life:
            clock.shift(timedelta(minutes=1))
            try:
                with transaction.atomic():
                    act(desk, draw)
            except (*lives.REFUSED, Refused):
                pass
            check(desk)


def test_every_act_does_something(db: None) -> None:
    """A life in which each verb succeeds once: none of them is refused by itself."""
    acts = [
        (offer, Draw(0, 1, 0, 2, True)), (give_back, Draw(0, 1, 0, 2, True)), (keep, Draw(0, 1, 0, 0, True)),
        (offer, Draw(0, 1, 0, 1, True)), (withdraw, Draw(0, 1, 0, 0, True)), (offer, Draw(0, 1, 0, 1, True)),
        (accept, Draw(0, 1, 0, 0, True)), (offer, Draw(1, 1, 0, 2, True)), (hours_pass, Draw(0, 1, 40, 0, True)),
        (lapse, Draw(0, 1, 0, 0, True)),
    ]  # fmt: skip
    with time_machine.travel(BEGIN, tick=False) as clock:
        ours = cast("Brightwater")
        with enter(ours.agency):
            desk = Desk(ours, clock)
            for act, draw in acts:
                clock.shift(timedelta(minutes=1))
                act(desk, draw)
                check(desk)
            answers = set(HandOff.objects.values_list("answer", flat=True))
    assert answers == {one.value for one in Answer}
    assert {act for act, _ in acts} == set(ACTS)
