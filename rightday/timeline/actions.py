"""Recording: the one way a row enters the timeline."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from rightday.timeline.models import Event

if TYPE_CHECKING:  # rooms above: named for the types alone
    from rightday.joborders.models import JobOrder
    from rightday.leads.models import Lead
    from rightday.people.models import Company, Person
    from rightday.team.models import Member


def record(
    verb: str,
    *,
    by: Member | None,
    lead: Lead | None = None,
    person: Person | None = None,
    company: Company | None = None,
    order: JobOrder | None = None,
    words: str = "",
    at: datetime | None = None,
    **data: Any,
) -> Event:
    """Adds one event, in the caller's transaction. `by` None means the system itself.

    `data` must be plain JSON values; `at` defaults to now. A lead brings its person and company, an
    order its company.
    """
    return Event.objects.create(
        at=at or timezone.now(),
        verb=verb,
        by=by,
        lead=lead,
        order=order,
        person_id=person.pk if person else (lead.person_id if lead else None),
        company_id=company.pk if company else next((one.company_id for one in (lead, order) if one), None),
        words=words,
        data=data,
    )
