"""Another day for many steps. That it is what one change does is tested with the acts."""

from __future__ import annotations

from datetime import date

import time_machine
from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.leads.bulk import steps as bulk_steps
from rightday.leads.bulk.parts import Part
from tests.leads.many import fresh, some_leads


def test_a_saturday_becomes_the_next_working_day_and_old_rows_go(inside):
    with time_machine.travel(timezone.make_aware(timezone.datetime(2026, 11, 23, 9, 30)), tick=False):
        leads = some_leads(inside, 2)
        old = {lead.next_step_id for lead in leads}
        part = Part(leads, {"due": "2026-12-05"}, inside.sam, date(2026, 11, 23), timezone.now())
        bulk_steps.do(part)
    assert {fresh(lead.pk).next_step.due for lead in leads} == {date(2026, 12, 7)}
    assert not NextStep.objects.filter(pk__in=old).exists()
    assert {event[-1]["due"] for event in part.events} == {"Mon 7 Dec"}
