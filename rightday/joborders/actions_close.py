"""How a job order closes and is opened again; who was in play for it, and the lead it came from, move along."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.agenda import holding
from rightday.joborders import facts, planning
from rightday.joborders.actions_advance import advance
from rightday.joborders.models import Closing, JobOrder
from rightday.joborders.rules import CLOSED_CHOICES, Closed
from rightday.joborders.submittals.models import Submittal, SubmittalStop
from rightday.joborders.submittals.rules import Stop
from rightday.kernel.days import on_or_after_working_day
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import Ending
from rightday.people.models import Company
from rightday.people.queries import place_of
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

ENDINGS = {
    Closed.FILLED_BY_US: Ending.FILLED_BY_US,
    Closed.COMPETITOR: Ending.FILLED_BY_COMPETITOR,
    Closed.DIRECT: Ending.FILLED_DIRECTLY,
    Closed.INTERNAL: Ending.FILLED_DIRECTLY,
    Closed.CANCELLED: Ending.CANCELLED,
}
"""How the lead ends with its last order. Given up by us, the lead stays open: the place is still to be filled."""

_SAID = dict(CLOSED_CHOICES)


@transaction.atomic
def close(
    order: JobOrder,
    *,
    kind: Closed,
    on: date,
    by: Member,
    who: str = "",
    words: str = "",
    rival: Company | None = None,
) -> Closing:
    """Closes an order. Whoever is still in play stops; with the last open order of a lead, the lead ends.

    `rival` is the competitor that filled it, and is none with any other end. A lead one of whose orders we filled
    ends as filled by us. Raises Stale when the order has closed or moved on meanwhile.
    """
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    done = order.next_step_id
    if done is None:
        raise Stale("This order is closed already.")
    rival = rival if kind is Closed.COMPETITOR else None
    who = (who.strip() or (rival.name if rival else ""))[:200]
    closing: Closing = Closing.objects.create(kind=kind.value, on=on, who=who, rival=rival, words=words.strip(), by=by)
    came = _came(order)
    holding.end_step(order, done=done, by=by, columns={"closing": closing, "stage": came})
    _stop_all(order, on=on, by=by)
    advance(order, by=by)
    timeline.record(
        "order.closed", by=by, order=order, words=closing.words, outcome=_SAID[kind.value], winner=who,
        kind=kind.value, on=on.isoformat(),
    )  # fmt: skip
    _end_lead(order, closing, by=by)
    return closing


@transaction.atomic
def reopen(order: JobOrder, *, by: Member) -> JobOrder:
    """Takes the closing back, and the end of the lead that came with it. Who was stopped stays stopped.

    Raises Stale when it is open already, DoNotCall when the manager has said no.
    """
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    closing = order.closing
    if closing is None:
        raise Stale("This order is open already.")
    today = team.today(by)
    values = planning.next_for(
        order, missing=facts.missing(order), today=today, due=on_or_after_working_day(today, place_of(order.manager)),
        why=f"Open again. Before: {_SAID[closing.kind].lower()}.",
    )  # fmt: skip
    holding.give_step(
        order, done=None, owner=order.owner, person=order.manager, company=order.company, by=by,
        columns={"closing": None}, **values,
    )  # fmt: skip
    Closing.objects.filter(pk=closing.pk).update(was_of=order, reopened_at=clock.now())
    advance(order, by=by)
    timeline.record("order.reopened", by=by, order=order, outcome=_SAID[closing.kind])
    lead = _lead_of(order)
    if lead is not None and lead.outcome is not None and lead.outcome.at >= closing.at:
        leads.reopen(lead, by=by)
    return order


def _came(order: JobOrder) -> int:
    """The furthest that anybody came: what ratios of stages are read from."""
    furthest = Submittal.objects.filter(order=order).order_by("-stage").values_list("stage", flat=True).first()
    return max(furthest or 0, order.stage)


def _stop_all(order: JobOrder, *, on: date, by: Member) -> None:
    for row in Submittal.objects.filter(order=order, next_step__isnull=False):
        stop = SubmittalStop.objects.create(kind=Stop.ORDER_CLOSED.value, on=on, by=by)
        holding.end_step(row, done=row.next_step_id, by=by, columns={"stop": stop})


def _end_lead(order: JobOrder, closing: Closing, *, by: Member) -> None:
    lead, kind = _lead_of(order), Closed(closing.kind)
    if lead is None or lead.next_step_id is None or JobOrder.objects.open().filter(lead=lead).exists():
        return
    if JobOrder.objects.filter(lead=lead, closing__kind=Closed.FILLED_BY_US.value).exists():
        kind = Closed.FILLED_BY_US
    if kind in ENDINGS:
        rival = closing.rival if kind is Closed.COMPETITOR else None
        leads.end(lead, kind=ENDINGS[kind], on=closing.on, by=by, who=closing.who, words=closing.words, rival=rival)


def _lead_of(order: JobOrder) -> Lead | None:
    if order.lead_id is None:
        return None
    found: Lead = Lead.objects.select_related("person__company", "company", "owner", "outcome").get(pk=order.lead_id)
    return found
