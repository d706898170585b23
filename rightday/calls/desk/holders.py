"""From a next step to the record that holds it, whatever kind of record that is."""

from __future__ import annotations

from typing import Any, Final

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders.feedback.models import Commitment
from rightday.joborders.models import JobOrder
from rightday.joborders.mutual.models import PlanStep
from rightday.joborders.placements.models import Placement
from rightday.joborders.submittals.models import Submittal
from rightday.leads.models import Lead
from rightday.talent.models import Candidate
from rightday.talent.models_mpc import MpcTarget
from rightday.talent.models_shown import Reference

# Model, and the path from it to its job order ("" itself, None where it has none).
HOLDERS: Final[dict[Of, tuple[Any, str | None]]] = {
    Of.LEAD: (Lead, None),
    Of.CANDIDATE: (Candidate, None),
    Of.REFERENCE: (Reference, None),
    Of.MPC: (MpcTarget, None),
    Of.ORDER: (JobOrder, ""),
    Of.SUBMITTAL: (Submittal, "order"),
    Of.PLACEMENT: (Placement, "order"),
    Of.COMMITMENT: (Commitment, "order"),
    Of.PLAN_STEP: (PlanStep, "plan__submittal__order"),
}


def record_of(step: NextStep) -> Any | None:
    """The record that holds this step, its job order with it; None where it has moved on."""
    model, path = HOLDERS[Of(step.of)]
    rows = model.objects.filter(next_step=step.pk)
    return (rows.select_related(path) if path else rows).first()


def order_of(record: Any) -> JobOrder | None:
    """The job order that a record belongs to."""
    path = HOLDERS[record.STEP_OF][1] if hasattr(record, "STEP_OF") else None
    if path is None:
        return None
    for name in path.split("__") if path else ():
        record = getattr(record, name)
    found: JobOrder | None = record
    return found


def steps_without_record(*, limit: int) -> tuple[int, ...]:
    """Next steps of the agency entered that no record points to, at most `limit`: there should be none."""
    rows = NextStep.objects.all()
    for model, _path in HOLDERS.values():
        rows = rows.exclude(pk__in=model.objects.filter(next_step__isnull=False).values("next_step"))
    return tuple(rows.order_by("pk").values_list("pk", flat=True)[:limit])
