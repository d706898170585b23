"""How a lead ends, and how the end is taken back. What was said of it stays either way."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.leads import rules
from rightday.leads.actions_let_go import let_go
from rightday.leads.incentives.actions import settle
from rightday.leads.models import Lead, Outcome
from rightday.leads.planning import next_for, plan_values
from rightday.leads.process.rules import Filler
from rightday.leads.rules import Ending, KnownBy
from rightday.leads.stale import stale
from rightday.people import search
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

FILLERS = {
    Ending.FILLED_BY_US: Filler.US,
    Ending.FILLED_BY_COMPETITOR: Filler.COMPETITOR,
    Ending.FILLED_DIRECTLY: Filler.OWN,
}
"""Who filled the place, by how it ended; other ends say nothing of it."""


@transaction.atomic
def end(
    lead: Lead,
    *,
    kind: Ending,
    on: date,
    by: Member,
    who: str = "",
    words: str = "",
    rival: Company | None = None,
    known_by: str = "",
) -> Outcome:
    """Ends a lead with its outcome. `rival` is the competitor that filled it, and is none with any other end.

    `known_by` is a KnownBy, or "". The lead then says the same of who filled it. Raises Stale when it has ended,
    or has got another step, meanwhile.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    done = lead.next_step_id
    if done is None:
        raise stale(lead)
    rival = rival if kind is Ending.FILLED_BY_COMPETITOR else None
    known = KnownBy(known_by) if known_by else None
    who = (who.strip() or (rival.name if rival else ""))[:200]
    outcome = Outcome.objects.create(
        kind=kind.value, on=on, who=who, rival=rival, known_by=known.value if known else "",
        words=words.strip(), by=by,
    )  # fmt: skip
    filled = {"filler": FILLERS[kind].value, "filler_who": who, "rival": rival} if kind in FILLERS else {}
    changed = Lead.objects.filter(pk=lead.pk, next_step=done).update(
        next_step=None, outcome=outcome, **filled, version=F("version") + 1
    )
    if changed != 1:
        raise stale(lead)
    NextStep.objects.filter(pk=done).delete()
    for name, value in filled.items():
        setattr(lead, name, value)
    lead.next_step, lead.outcome = None, outcome
    let_go(lead, why="The lead ended.", by=by)
    _record_end(lead, outcome, by=by)
    if outcome.words:
        search.add_words(lead.person_id, outcome.words)
    settle(lead, by=by)
    return outcome


@transaction.atomic
def reopen(lead: Lead, *, by: Member) -> Lead:
    """Takes the outcome back; the next step is the rule's. The outcome's row stays as one of its past ones.

    Raises Stale when it is open already, DoNotCall when the person has said no.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    was, outcome = lead.outcome_id, lead.outcome
    if was is None or outcome is None:
        raise stale(lead)
    rule = next_for(lead, team.today(by))
    values = plan_values(rule, lead.title, introduced=lead.introduced_by_id is not None)
    made = agenda.plan(owner=lead.owner, person=lead.person, company=lead.company, by=by, **values)
    changed = Lead.objects.filter(pk=lead.pk, outcome=was).update(
        next_step=made, outcome=None, version=F("version") + 1
    )
    if changed != 1:
        raise stale(lead)
    Outcome.objects.filter(pk=was).update(was_of=lead, reopened_at=clock.now())
    timeline.record(
        "lead.reopened", by=by, lead=lead, kind=outcome.kind, on=outcome.on.isoformat(),
        outcome=rules.ENDING_WORDS[Ending(outcome.kind)],
    )  # fmt: skip
    lead.next_step, lead.outcome = made, None
    settle(lead, by=by)
    return lead


def _record_end(lead: Lead, outcome: Outcome, *, by: Member) -> None:
    timeline.record(
        "lead.ended", by=by, lead=lead, words=outcome.words, outcome=rules.ENDING_WORDS[Ending(outcome.kind)],
        kind=outcome.kind, winner=outcome.who, on=outcome.on.isoformat(), day=rules.say_date(outcome.on),
        known=rules.KNOWN_BY_WORDS[KnownBy(outcome.known_by)] if outcome.known_by else "",
    )  # fmt: skip
