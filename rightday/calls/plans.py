"""The plan of a call: why today, what to achieve, what to say (FIELD_GUIDE 7, DESIGN 8). Pure.

Everything under `open`, `questions`, `close` and `what_if` is written to be read aloud, with a
headset on. Nobody's "he" or "she" is known, so a plan speaks to the person or names them; and
whoever told us is never named, for they may have told us in confidence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rightday.agenda.rules import Kind
from rightday.calls import plans_of_candidates, plans_of_contacts, plans_of_leads, plans_of_orders
from rightday.calls.plan_parts import Brief, Lacking, Plan
from rightday.leads.rules import Shows


def call_plan(brief: Brief) -> Plan:
    """The plan of a kind of call, in the words of what is known about this one."""
    return _PLANS[brief.kind](brief)


def lacking(*, named: bool, company: bool, shows: frozenset[Shows]) -> Lacking:
    """Which of the five a record without a grade is: the one whose question helps most."""
    if Shows.ADVERT in shows:
        return Lacking.ADVERT
    if Shows.RUMOUR in shows or Shows.PLAN in shows:
        return Lacking.RUMOUR
    if not named:
        return Lacking.COMPANY_ONLY
    return Lacking.NO_CONTEXT if company else Lacking.NAME_ONLY


_PLANS: Final[dict[Kind, Callable[[Brief], Plan]]] = {
    Kind.LEAD: plans_of_leads.lead,
    Kind.CONFIRM: plans_of_leads.confirm,
    Kind.QUALIFY: plans_of_leads.qualify,
    Kind.MILESTONE: plans_of_leads.milestone,
    Kind.CALL_BACK: plans_of_leads.call_back,
    Kind.KEEP_IN_TOUCH: plans_of_contacts.keep_in_touch,
    Kind.KNOWLEDGE: plans_of_contacts.knowledge,
    Kind.REFERRAL: plans_of_contacts.referral,
    Kind.CHECK_IN: plans_of_contacts.check_in,
    Kind.FIND_OUT: plans_of_leads.find_out,
    Kind.PROGRESS: plans_of_orders.progress,
    Kind.FEEDBACK: plans_of_orders.feedback,
    Kind.DEBRIEF: plans_of_candidates.debrief,
    Kind.PREPARE: plans_of_candidates.prepare,
    Kind.OFFER: plans_of_orders.offer,
    Kind.START_CHECK: plans_of_orders.start_check,
    Kind.PRESENT: plans_of_orders.present,
    Kind.MATCH: plans_of_candidates.match,
    Kind.CANDIDATE: plans_of_candidates.candidate,
    Kind.MPC: plans_of_orders.mpc,
    Kind.REFERENCE: plans_of_candidates.reference,
    Kind.EVENT: plans_of_orders.event,
    Kind.SUPPORT: plans_of_orders.support,
}
