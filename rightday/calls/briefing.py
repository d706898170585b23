"""From what is known of a lead to the brief that its plan of a call is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightday.agencies import queries as agencies
from rightday.agenda.rules import Kind, Reason
from rightday.calls.plan_parts import Brief
from rightday.calls.plans import lacking
from rightday.calls.rules import Situation
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import Piece, Shows, standing_evidence, why_on
from rightday.team.models import Member

EVIDENCE_READ: Final = 100


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    shows: Shows
    words: str
    true_on: date


TO_CONFIRM: Final = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)
# The strongest first: what the plan speaks about.
_SPOKEN_OF: Final = (
    Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.PLAN, Shows.PROJECT, Shows.ADVERT, Shows.RUMOUR, Shows.CONTEXT,
)  # fmt: skip


def evidence_of(lead: Lead) -> tuple[EvidenceRow, ...]:
    """What stands of the lead's evidence: of each kind the latest, the strongest first."""
    rows = Evidence.objects.filter(lead=lead).order_by("-id").values_list("shows", "words", "true_on")
    found = list(rows[:EVIDENCE_READ])
    standing = {
        (piece.shows, piece.true_on)
        for piece in standing_evidence(Piece(Shows(shows), true_on, true_on) for shows, _, true_on in found)
    }
    latest: dict[Shows, EvidenceRow] = {}
    for shows, words, true_on in found:
        row = EvidenceRow(Shows(shows), words, true_on)
        kept = latest.get(row.shows)
        if (row.shows, true_on) in standing and (kept is None or true_on > kept.true_on):
            latest[row.shows] = row
    order = [*TO_CONFIRM, *_SPOKEN_OF]
    return tuple(sorted(latest.values(), key=lambda row: order.index(row.shows)))


def brief_of(lead: Lead, by: Member, situation: Situation, evidence: Sequence[EvidenceRow]) -> Brief:
    known = {row.shows: row for row in evidence}
    strongest = next((known[shows] for shows in _SPOKEN_OF if shows in known), None)
    person, introduced, step = lead.person, lead.introduced_by, lead.next_step
    company = lead.company or person.company
    of_process = situation.process is not None and situation.kind in (Kind.MILESTONE, Kind.FIND_OUT)
    fell = of_process and situation.reason is Reason.FALL_THROUGH
    return Brief(
        kind=situation.kind,
        caller=by.name.split()[0],
        agency=agencies.here().name,
        first_name=person.given,
        company=company.name if company else "",
        subject=lead.title if of_process else (step.subject if step else "") or lead.title,
        why=why_on(
            situation.today, situation.why, kind=situation.kind, tries=situation.tries, hot_until=lead.hot_until
        ),
        objective=situation.objective,
        today=situation.today,
        lacking=lacking(
            named=bool(person.given and person.family), company=person.company_id is not None, shows=frozenset(known)
        ),
        shows=strongest.shows if strongest else None,
        heard_on=strongest.true_on if strongest else None,
        heard_words=strongest.words if strongest else "",
        told_by="somebody" if lead.heard_from_id not in (None, person.pk) else "",
        introduced_by=introduced.given if introduced else "",
        milestone=step.subject if step and of_process and not fell else "",
        asks=situation.objective if of_process else "",
        fell=fell,
    )
