"""Whether a candidate may be presented for an order: consent, exclusions, own employer, twice (FIELD_GUIDE 15)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rightday.joborders.models import JobOrder
from rightday.joborders.submittals.models import Submittal
from rightday.people.models import Position
from rightday.talent.models import Candidate, Consent, Exclusion
from rightday.talent.rules import ConsentAnswer
from rightday.team.rules import Refused


class Bar(StrEnum):
    """What stands in the way."""

    CLOSED = "closed"
    EMPLOYER = "employer"
    EXCLUDED = "excluded"
    TWICE = "twice"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Gate:
    """`bar` and its words, or the consent that it rests on."""

    consent: Consent | None
    bar: Bar | None = None
    words: str = ""


class MayNotBeSent(Refused):
    """A candidate who may not be presented; `bar` says which rule."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(gate.words)
        self.bar = gate.bar


def gate(candidate: Candidate, order: JobOrder) -> Gate:
    """What stands in the way of presenting them, the heaviest first; else the consent. At most five statements."""
    who, where = candidate.person.given or candidate.person.name, order.company.name
    if order.next_step_id is None:
        return Gate(None, Bar.CLOSED, "This job order has closed. Open it again first.")
    if _works_there(candidate, order):
        return Gate(None, Bar.EMPLOYER, f"{who} works at {where}. Nobody is presented to their own employer.")
    excluded = Exclusion.objects.filter(person=candidate.person_id, company=order.company_id, lifted_on=None).first()
    if excluded is not None:
        why = f" ({excluded.why})" if excluded.why else ""
        return Gate(None, Bar.EXCLUDED, f"{who} must not be sent to {where}{why}. Lift that first, with them.")
    there = Submittal.objects.filter(order=order, candidate=candidate, stop=None).select_related("owner").first()
    if there is not None:
        day = f"{there.submitted_on:%-d %b}"
        return Gate(None, Bar.TWICE, f"{there.owner.name} has presented {who} for this order already, on {day}.")
    latest = Consent.objects.filter(person=candidate.person_id, company=order.company_id).order_by("-id").first()
    if latest is None:
        return Gate(None, Bar.NOT_ASKED, f"Nobody has asked {who} whether the CV may go to {where}. Ask first.")
    if latest.answer != ConsentAnswer.GIVEN:
        said = "took back their yes to" if latest.answer == ConsentAnswer.WITHDRAWN else "said no to"
        day = f"{latest.on:%-d %b}"
        return Gate(None, Bar.REFUSED, f"{who} {said} {where} on {day}. Ask again before anything is sent.")
    return Gate(latest)


def _works_there(candidate: Candidate, order: JobOrder) -> bool:
    if candidate.person.company_id == order.company_id:
        return True
    jobs = Position.objects.filter(person=candidate.person_id, company=order.company_id, current=True)
    return bool(jobs.exists())
