"""Why a lead cannot be offered: the same words for one and for many (see test_actions_handoff for each)."""

from __future__ import annotations

from django.utils import timezone

from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.refusals import left_words, why_not
from rightday.team import queries as team
from rightday.team.models import Member
from tests.leads.many import some_leads


def test_somebody_who_has_left_and_somebody_who_has_not(inside):
    (lead,) = some_leads(inside, 1)
    here, today = clock_of(inside.sam), team.today(inside.sam)
    assert why_not(lead, inside.jo, inside.sam, None, here, today) == ""
    Member.objects.filter(pk=inside.jo.pk).update(left_at=timezone.now())
    jo = Member.objects.get(pk=inside.jo.pk)
    assert why_not(lead, jo, inside.sam, None, here, today) == left_words(jo)
