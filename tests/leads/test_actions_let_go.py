"""What waits when a lead ends or goes to somebody by another way."""

from __future__ import annotations

from datetime import UTC, datetime

import time_machine

from rightday.leads.actions_let_go import let_go
from rightday.leads.handoffs import actions as hand_offs
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer, Return
from rightday.leads.rules import Shows
from rightday.timeline.models import Event
from tests.leads.handoffs.test_actions import make, offer

TUESDAY = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


@time_machine.travel(TUESDAY, tick=False)
def test_what_waits_is_taken_back_with_the_reason(inside):
    made = offer(inside, make(inside, Shows.INTERVIEWING))
    assert let_go(made.lead, why="The lead ended.", by=inside.sam) == 1
    kept = HandOff.objects.get()
    assert (kept.answer, kept.answer_words, kept.answered_at) == (Answer.WITHDRAWN, "The lead ended.", TUESDAY)
    assert Event.objects.latest("id").data == {"to": "Jo Lindqvist", "why": "The lead ended."}


@time_machine.travel(TUESDAY, tick=False)
def test_what_came_back_needs_no_mending_any_more(inside):
    made = offer(inside, make(inside, Shows.INTERVIEWING))
    hand_offs.give_back(made, reason=Return.MOVED, words="", by=inside.jo)
    assert let_go(made.lead, why="The lead ended.", by=inside.sam) == 0
    assert HandOff.objects.get().seen_at == TUESDAY
