"""Recurring work of leads (its beat stands in work/recurring.py)."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Final

from django_tasks import task

from rightday.agencies import queries as agencies
from rightday.agencies.clock import now
from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.leads.bulk import actions as actions_bulk
from rightday.leads.bulk import queries as queries_acts
from rightday.leads.handoffs import actions as actions_handoff
from rightday.leads.reminding import digest
from rightday.team.rules import NotAllowed

UNATTENDED: Final = 30
"""Seconds after which a bulk act that is not done goes on without its page."""


@task()
def lapse_hand_offs() -> None:
    """Returns every agency's offers whose time is over; may run twice, and at the same time."""
    for agency_id in Agency.objects.order_by("pk").values_list("pk", flat=True):
        with enter(agency_id):
            while actions_handoff.lapse_due(now=now()) == actions_handoff.BATCH:
                pass


@task()
def finish_bulk_acts() -> None:
    """Goes on with what was begun for many leads and nobody waits for any more; may run twice, and at the same time."""
    before = now() - timedelta(seconds=UNATTENDED)
    for agency in Agency.objects.order_by("pk"):
        with enter(agency), agencies.at_hand(agency):
            for act_id in queries_acts.going_on(before=before):
                act = queries_acts.the_act(act_id)
                # Whoever has left does nothing any more: what is done stays, the rest waits.
                with suppress(NotAllowed):
                    while act.finished_at is None:
                        act = actions_bulk.go_on(act, by=act.by)


@task()
def send_digests() -> None:
    """Mails what must not wait to whom it is half past seven for; once a day for each, however often it runs."""
    digest.send_all(now=now())
