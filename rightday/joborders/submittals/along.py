"""The hiring process of the lead moves along with a submittal, without typing twice (FIELD_GUIDE 6, 10).

Nothing here stops the verb that calls it: where the lead's own track says otherwise, the lead's stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from rightday.agencies.once import Stale
from rightday.joborders.models import JobOrder
from rightday.joborders.submittals.rules import Stop
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process import actions_track as track
from rightday.leads.process.queries import known_of, template_of_lead
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import OutOfOrder, awaited
from rightday.team.models import Member

FAILS = {
    Stop.OFFER_DECLINED: ("verbal", Failure.DECLINED),
    Stop.OTHER_OFFER: ("verbal", Failure.DECLINED),
    Stop.COUNTER_OFFER: ("resignation", Failure.COUNTER_OFFER),
    Stop.NO_SHOW: ("start", Failure.NO_SHOW),
}
"""Ends that let the client's process fall back, and at which milestone (leads.process.rules.Mark.key)."""


def reach(order: JobOrder, key: str, on: date, *, by: Member) -> None:
    """A milestone was reached, unless the lead is beyond it."""
    lead = _lead(order)
    place = _place(lead, key) if lead is not None else None
    if lead is None or place is None or place < _awaited(lead):
        return
    _try(lambda: process.reach(lead, place=place, on=on, seen=lead.version, by=by))


def expect(order: JobOrder, key: str, on: date | None, *, by: Member) -> None:
    """The day a milestone is expected, where it is still to come."""
    lead = _lead(order)
    place = _place(lead, key) if lead is not None else None
    if lead is None or place is None or place < _awaited(lead) or on is None:
        return
    _try(lambda: process.expect(lead, place=place, day=on, seen=lead.version, by=by))


def filled(order: JobOrder, *, by: Member) -> None:
    """We fill the place of the lead while it is tracked on."""
    lead = _lead(order)
    if lead is not None and lead.filler != Filler.US.value:
        _try(lambda: process.name_filler(lead, filler=Filler.US, seen=lead.version, by=by))


def fail(order: JobOrder, key: str, why: Failure, on: date, words: str, *, by: Member) -> dict[str, Any]:
    """The process failed there and begins again; returns what `unfail` needs, {} where nothing fell."""
    lead = _lead(order)
    place = _place(lead, key) if lead is not None else None
    if lead is None or place is None:
        return {}
    us = Filler.US if lead.filler == Filler.US.value else None
    fell = _try(
        lambda: track.fail_milestone(
            lead, place=place, why=why, on=on, filler=us, seen=lead.version, by=by, words=words
        )
    )
    return asdict(fell) if fell is not None else {}


def unfail(order: JobOrder, told: dict[str, Any], *, by: Member) -> bool:
    """Takes that back, where the lead has not moved on since. Returns whether it was."""
    lead = _lead(order)
    if lead is None or not told:
        return False
    fell = track.Fell(**told)
    return _try(lambda: track.unfail_milestone(lead, fell=fell, by=by)) is not None


def _try(act: Callable[[], Any]) -> Any:
    """What the verb gave back; None where the lead has another day, or has moved on, and stays as it is."""
    try:
        with transaction.atomic():
            return act()
    except (OutOfOrder, Stale):
        return None


def _lead(order: JobOrder) -> Lead | None:
    """The lead as it is now, while it is open."""
    links = ("person__company", "company", "owner", "next_step", "rival", "template")
    if order.lead_id is None:
        return None
    found: Lead | None = Lead.objects.select_related(*links).filter(pk=order.lead_id, outcome=None).first()
    return found


def _place(lead: Lead | None, key: str) -> int | None:
    """Where the lead's own version of the template has this milestone, if it does."""
    if lead is None:
        return None
    marks = template_of_lead(lead).marks
    return next((place for place, mark in enumerate(marks, 1) if mark.key == key), None)


def _awaited(lead: Lead) -> int:
    return awaited(template_of_lead(lead), known_of(lead))
