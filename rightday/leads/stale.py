"""Somebody else was first: who it was, and when."""

from __future__ import annotations

from rightday.agencies.once import Stale
from rightday.leads.models import Lead
from rightday.timeline.models import Event


def stale(lead: Lead) -> Stale:
    """The refusal to raise when a lead is not as it was shown: it names whoever did the last thing to it."""
    last = Event.objects.filter(lead=lead).select_related("by").order_by("-at", "-id").first()
    who = last.by.name if last and last.by else ""
    return Stale("This lead has changed since you opened it.", who, last.at if last else None)
