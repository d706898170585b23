"""Whether a candidate may be presented for an order: what talent says of sending them, and of the order itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rightday.joborders.models import JobOrder
from rightday.joborders.submittals.models import Submittal
from rightday.talent.models import Candidate, Consent
from rightday.talent.queries import may_be_sent
from rightday.talent.rules import FOR_GOOD
from rightday.talent.rules import Bar as SendBar
from rightday.team.rules import Refused


class Bar(StrEnum):
    """What stands in the way of the order, beside what does of the company (`talent.rules.Bar`)."""

    CLOSED = "closed"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Gate:
    """`bar` and its words, or the consent that it rests on."""

    consent: Consent | None
    bar: Bar | SendBar | None = None
    words: str = ""


class MayNotBeSent(Refused):
    """A candidate who may not be presented; `bar` says which rule."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(gate.words)
        self.bar = gate.bar


def gate(candidate: Candidate, order: JobOrder) -> Gate:
    """What stands in the way of presenting them, the heaviest first; else the consent. At most six statements."""
    if order.next_step_id is None:
        return Gate(None, Bar.CLOSED, "This job order has closed. Open it again first.")
    sent = may_be_sent(candidate, order.company)
    if sent.bar in FOR_GOOD:
        return Gate(None, sent.bar, sent.why)
    there = Submittal.objects.filter(order=order, candidate=candidate, stop=None).select_related("owner").first()
    if there is not None:
        who, day = candidate.person.given or candidate.person.name, f"{there.submitted_on:%-d %b}"
        return Gate(None, Bar.TWICE, f"{there.owner.name} has presented {who} for this order already, on {day}.")
    if sent.bar is not None:
        return Gate(None, sent.bar, sent.why)
    return Gate(Consent.objects.filter(person=candidate.person_id, company=order.company_id).latest("id"))
