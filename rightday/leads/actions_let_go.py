"""What waits for an answer when its lead ends, or goes to somebody by another way."""

from __future__ import annotations

from django.db import transaction

from rightday.agencies import clock
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer
from rightday.leads.models import Lead
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic
def let_go(lead: Lead, *, why: str, by: Member) -> int:
    """Takes back the offer of a lead that waits, and closes what came back: nobody has to answer or mend it any more.

    For the verbs that end a lead or give it away themselves. Returns how many offers waited.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    now = clock.now()
    HandOff.objects.filter(lead=lead).came_back().update(seen_at=now)
    waiting = list(HandOff.objects.waiting().filter(lead=lead).select_related("receiver"))
    for one in waiting:
        HandOff.objects.filter(pk=one.pk).update(
            answer=Answer.WITHDRAWN, answered_at=now, answer_words=why[:200], seen_at=now
        )
        timeline.record("lead.withdrawn", by=by, lead=lead, to=one.receiver.name, why=why)
    return len(waiting)
