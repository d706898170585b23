"""The sample ledger shows each state."""

from __future__ import annotations

from rightday.commands import demo_incentives
from rightday.kernel import names
from rightday.leads.incentives.models import IncentiveRule, LedgerLine
from rightday.people.models import Person


def test_each_state_can_be_seen(inside):
    Person.objects.create(given="Colin", family="Frey", name="Colin Frey", key=names.person_key("Colin Frey"))
    demo_incentives.fill(inside.sam)
    assert IncentiveRule.objects.count() == 2
    states = LedgerLine.objects.with_state().order_by("number").values_list("number", "state")
    assert list(states) == [(1, "paid"), (2, "to_pay"), (3, "to_pay"), (4, "to_approve"), (5, "to_pay")]
