"""The next step that a decision leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.joborders.feedback.next_steps import after_decision
from rightday.joborders.feedback.rules import Decision
from tests import desk


@pytest.mark.parametrize("decision", list(Decision))
def test_whom_to_call_and_why(inside, decision):
    made = desk.submittal(desk.order(inside.sam, inside.martin), desk.candidate(inside.sam))
    today = timezone.localdate()
    left = after_decision(made, decision, on=None, today=today, by=inside.sam)
    sanna = made.candidate.person
    assert left.person == (sanna if decision is Decision.NO else inside.martin)
    assert "Sanna" in left.why
    named = after_decision(made, decision, on=today + timedelta(days=9), today=today, by=inside.sam)
    assert (named.due, named.agreed) == (today + timedelta(days=9), True)
