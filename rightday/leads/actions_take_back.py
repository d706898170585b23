"""Undoing what a call did to a lead: the evidence it brought, and the step or outcome it left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.leads import rules
from rightday.leads.incentives.actions import settle
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.planning import pieces_of
from rightday.leads.rules import Holds
from rightday.team.models import Member
from rightday.team.rules import Permission


@transaction.atomic
def take_back_evidence(lead: Lead, *, evidence: Iterable[int], by: Member) -> Lead:
    """Removes evidence that was recorded by mistake; the dates are again those of what is left.

    Not recorded here: the verb that is undone is, with all that it had brought.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    Lead.objects.select_for_update().get(pk=lead.pk)
    Evidence.objects.filter(lead=lead, pk__in=list(evidence)).delete()
    pieces = pieces_of(lead)
    found = rules.dates(pieces, agencies.numbers(Holds, "grades"))
    columns = {
        "identified_on": found.identified_on, "hot_until": found.hot_until,
        "warm_until": found.warm_until, "cold_until": found.cold_until,
        "last_heard_on": rules.last_heard(pieces, lead.heard_on),
    }  # fmt: skip
    Lead.objects.filter(pk=lead.pk).update(**columns, version=F("version") + 1)
    for name, value in columns.items():
        setattr(lead, name, value)
    settle(lead, by=by)
    return lead


@transaction.atomic
def put_back_step(
    lead: Lead,
    *,
    columns: Mapping[str, Any],
    left: int | None,
    outcome: int | None,
    by: Member,
    counted: Mapping[str, Any] | None = None,
) -> NextStep:
    """Puts back a step as it was (`columns`, its id among them) in place of the step or outcome that followed it.

    `counted`: the lead's own columns as they were before. Raises Stale when the lead has moved on since.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    step: NextStep = NextStep.objects.create(**columns)
    # `made_at` is the day it was tried: a fresh one would let it be tried twice more today.
    NextStep.objects.filter(pk=step.pk).update(made_at=columns["made_at"])
    changed = Lead.objects.filter(pk=lead.pk, next_step=left, outcome=outcome).update(
        next_step=step, outcome=None, version=F("version") + 1, **(counted or {})
    )
    if changed != 1:
        raise Stale("This lead has moved on since, so the result stays.")
    if left is not None:
        NextStep.objects.filter(pk=left).delete()
    if outcome is not None:
        Outcome.objects.filter(pk=outcome).delete()
    lead.next_step, lead.outcome = step, None
    settle(lead, by=by)
    return step
