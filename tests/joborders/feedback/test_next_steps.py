"""The next step on the day that a client named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.joborders.feedback.next_steps import after_decision
from rightday.joborders.feedback.rules import Decision
from tests import desk


@pytest.mark.parametrize(
    ("decision", "kind"), [(Decision.FORWARD, "progress"), (Decision.OFFER, "offer"), (Decision.WAIT, "feedback")]
)
def test_the_client_is_called_on_that_day(inside, decision, kind):
    made = desk.submittal(desk.order(inside.sam, inside.martin), desk.candidate(inside.sam))
    today = timezone.localdate()
    left = after_decision(made, decision, on=today + timedelta(days=9), today=today, by=inside.sam)
    assert (left.person, left.kind, left.due, left.agreed) == (inside.martin, kind, today + timedelta(days=9), True)
    assert "Sanna" in left.why
