"""Taking leads of an import out again, as if they had never come."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.leads import rules
from rightday.leads.incentives.actions import settle_many, take_back_all
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.planning import pieces_of_many
from rightday.leads.process.models import FallBack, Milestone
from rightday.leads.rules import Holds
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline.models import Event


@transaction.atomic
def take_out(ids: Sequence[int], *, by: Member) -> None:
    """Removes leads with their evidence, step, outcome and events. Nobody may have worked on them since."""
    by.must(Permission.LEAD_WORK)
    take_back_all(ids, by=by)
    leads = Lead.objects.filter(pk__in=list(ids))
    steps = [pk for pk in leads.values_list("next_step_id", flat=True) if pk is not None]
    outcomes = [pk for pk in leads.values_list("outcome_id", flat=True) if pk is not None]
    Evidence.objects.filter(lead__in=list(ids)).delete()
    Milestone.objects.filter(lead__in=list(ids)).delete()
    FallBack.objects.filter(lead__in=list(ids)).delete()
    Event.objects.filter(lead__in=list(ids)).delete()
    leads.delete()
    NextStep.objects.filter(pk__in=steps).delete()
    Outcome.objects.filter(Q(pk__in=outcomes) | Q(was_of__in=list(ids))).delete()


@transaction.atomic
def take_out_evidence(ids: Sequence[int], *, by: Member) -> None:
    """Removes pieces of evidence that an import added to leads we had; their dates follow, their steps stay."""
    by.must(Permission.LEAD_WORK)
    touched = set(Evidence.objects.filter(pk__in=list(ids)).values_list("lead_id", flat=True))
    Evidence.objects.filter(pk__in=list(ids)).delete()
    Event.objects.filter(lead__in=touched, verb="lead.imported").delete()
    pieces = pieces_of_many(touched)
    holds = agencies.numbers(Holds, "grades")
    heard_on = dict(Lead.objects.filter(pk__among=touched).values_list("pk", "heard_on"))
    for pk, kept in pieces.items():
        found = rules.dates(kept, holds)
        Lead.objects.filter(pk=pk).update(
            identified_on=found.identified_on, hot_until=found.hot_until, warm_until=found.warm_until,
            cold_until=found.cold_until, last_heard_on=rules.last_heard(kept, heard_on[pk]),
        )  # fmt: skip
    settle_many(list(touched), by=by)
