"""What stands in the way: the words that are shown (the rules are tried in test_actions)."""

from __future__ import annotations

from rightday.joborders.submittals.gate import MayNotBeSent, gate
from rightday.talent.rules import Bar as SendBar
from tests import desk


def test_an_open_gate_names_the_consent_it_rests_on(inside):
    order, sanna = desk.order(inside.sam, inside.martin), desk.candidate(inside.priya)
    given = desk.consent(sanna, order.company)
    assert (gate(sanna, order).consent, gate(sanna, order).bar) == (given, None)


def test_a_refusal_says_whom_to_ask(inside):
    order, sanna = desk.order(inside.sam, inside.martin), desk.candidate(inside.priya)
    shut = gate(sanna, order)
    assert shut.bar is SendBar.NOT_ASKED
    assert str(MayNotBeSent(shut)) == "Sanna Koskinen has not been asked about Halden Insurance. Ask first."
