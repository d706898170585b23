"""The next step that a client's decision leaves on the submittal: one, whatever they decided."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_never

from rightday.agenda import holding
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Reason
from rightday.joborders.feedback.record import first_name
from rightday.joborders.feedback.rules import Decision
from rightday.joborders.submittals.models import Submittal
from rightday.kernel.days import add_working_days
from rightday.people.models import Person
from rightday.people.queries import place_of
from rightday.team.models import Member


def after_decision(
    submittal: Submittal, decision: Decision, *, on: date | None, today: date, by: Member
) -> NextStep:
    """Later: the client, on the day they named. Goes on, or an offer: the client. No: the candidate hears it."""
    client, candidate = submittal.order.manager, submittal.candidate.person
    person, values = _values(decision, client, candidate)
    due = on or (today if decision is Decision.NO else add_working_days(today, 1, place_of(person)))
    return holding.give_step(
        submittal, done=submittal.next_step_id, owner=submittal.owner, person=person, company=submittal.order.company,
        by=by, reason=Reason.LIVE_ORDER, fact_on=today, due=due, agreed=on is not None, subject=submittal.order.title,
        **values,
    )  # fmt: skip


def _values(decision: Decision, client: Person, candidate: Person) -> tuple[Person, dict[str, Any]]:
    her, them = first_name(client), first_name(candidate)
    match decision:
        case Decision.FORWARD:
            why = f"{her} wants to see {them} again. The day is not in the diary yet."
            return client, {"kind": Kind.PROGRESS, "why": why, "objective": f"A day for {them}, and who is there"}
        case Decision.OFFER:
            why = f"{her} makes {them} an offer. It is not in writing yet."
            return client, {"kind": Kind.OFFER, "why": why, "objective": "The terms in writing, with a start date"}
        case Decision.WAIT:
            why = f"{her} said that this is the day to decide about {them}."
            return client, {"kind": Kind.FEEDBACK, "why": why, "objective": f"A decision about {them}"}
        case Decision.NO:
            why = f"{her} said no, and {them} has not heard it from you."
            return candidate, {"kind": Kind.CANDIDATE, "why": why, "objective": "What we learn, and what comes next"}
        case _:
            assert_never(decision)
