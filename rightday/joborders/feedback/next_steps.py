"""The next step on the day that a client named: in place of the one by rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from rightday.agenda import holding
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Reason
from rightday.joborders.feedback.record import first_name
from rightday.joborders.feedback.rules import Decision
from rightday.joborders.submittals.models import Submittal
from rightday.team.models import Member


def after_decision(submittal: Submittal, decision: Decision, *, on: date, today: date, by: Member) -> NextStep:
    """A call to the client on that day, agreed: for the decision, the next meeting, or the offer in writing."""
    client = submittal.order.manager
    return holding.give_step(
        submittal, done=submittal.next_step_id, owner=submittal.owner, person=client, company=submittal.order.company,
        by=by, reason=Reason.LIVE_ORDER, fact_on=today, due=on, agreed=True, subject=submittal.order.title,
        **_values(decision, first_name(client), first_name(submittal.candidate.person)),
    )  # fmt: skip


def _values(decision: Decision, client: str, candidate: str) -> dict[str, Any]:
    if decision is Decision.FORWARD:
        why = f"{client} wants to see {candidate} again. The day is not in the diary yet."
        return {"kind": Kind.PROGRESS, "why": why, "objective": f"A day for {candidate}, and who is there"}
    if decision is Decision.OFFER:
        why = f"{client} makes {candidate} an offer. It is not in writing yet."
        return {"kind": Kind.OFFER, "why": why, "objective": "The terms in writing, with a start date"}
    why = f"{client} said that this is the day to decide about {candidate}."
    return {"kind": Kind.FEEDBACK, "why": why, "objective": f"A decision about {candidate}"}
