"""Plans of calls without demand yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN


@pytest.mark.parametrize(
    ("kind", "first", "close"),
    [
        (Kind.KEEP_IN_TOUCH, "changed", "May I check in again in three months, or is there a better day?"),
        (Kind.KNOWLEDGE, "project", "I learned something, thank you. May I call you on the day of your next decision?"),
        (Kind.REFERRAL, "name", "May I say that you sent me? And may I tell you what came of it?"),
        (Kind.CHECK_IN, "week", "Same time next week?"),
    ],
)
def test_each_asks_for_something_and_for_the_next_call(kind: Kind, first: str, close: str) -> None:
    plan = call_plan(replace(MARTIN, kind=kind))
    assert (plan.questions[0].key, plan.close) == (first, close)
