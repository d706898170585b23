"""A card moved on the board, and what is needed to put it back."""

from __future__ import annotations

from django.db import transaction

from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process.actions_track import Kept
from rightday.leads.process.queries import known_of
from rightday.leads.process.rules import Stage
from rightday.leads.process.track import Fact
from rightday.team.models import Member


@transaction.atomic
def move_card(lead: Lead, *, stage: Stage, seen: int, by: Member) -> Kept:
    """`actions_process.move`; what is kept are the milestones that it changed, as they were.

    Raises Stale, OutOfOrder, NotAllowed.
    """
    before = known_of(lead)
    process.move(lead, stage=stage, seen=seen, by=by)
    after = known_of(lead)
    changed = {place: before.get(place, Fact()) for place, fact in after.items() if before.get(place) != fact}
    return Kept(changed, 0, 0, lead.version)
