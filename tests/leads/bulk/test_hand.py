"""Many leads to a colleague. That each becomes what one offer makes of it is tested with the acts."""

from __future__ import annotations

from django.utils import timezone

from rightday.leads.bulk import hand as bulk_hand
from rightday.leads.bulk.parts import Part
from rightday.leads.handoffs import actions as actions_handoff
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Return
from rightday.team import queries as team
from tests.leads.many import fresh, some_leads


def part(cast, leads, **values) -> Part:
    return Part(leads, values, cast.sam, team.today(cast.sam), timezone.now())


def test_what_came_back_is_dealt_with_by_a_new_offer_and_waits_again_without(inside):
    (lead,) = some_leads(inside, 1)
    offered = actions_handoff.offer(lead, to=inside.jo, words="", seen=lead.version, by=inside.sam)
    actions_handoff.give_back(offered, reason=Return.MOVED, words="", by=inside.jo)
    one = part(inside, [fresh(lead.pk)], to=inside.priya.pk)
    bulk_hand.offer(one)
    assert HandOff.objects.get(pk=offered.pk).seen_at is not None
    bulk_hand.take_back(part(inside, [fresh(lead.pk)]), one.before)
    assert HandOff.objects.get(pk=offered.pk).seen_at is None


def test_whose_it_is_already_is_left_out(inside):
    (lead,) = some_leads(inside, 1)
    one = part(inside, [lead], to=inside.sam.pk)
    bulk_hand.own(one)
    assert (one.skipped, one.before) == ({lead.pk: "it is theirs already"}, {})


def test_an_offer_that_waits_is_over_with_a_new_owner_and_waits_again_without(inside):
    (lead,) = some_leads(inside, 1)
    offered = actions_handoff.offer(lead, to=inside.jo, words="", seen=lead.version, by=inside.sam)
    one = part(inside, [fresh(lead.pk)], to=inside.priya.pk)
    bulk_hand.own(one)
    assert (HandOff.objects.get(pk=offered.pk).answer, fresh(lead.pk).owner) == ("withdrawn", inside.priya)
    assert fresh(lead.pk).next_step.owner == inside.priya
    bulk_hand.disown(part(inside, [fresh(lead.pk)]), one.before)
    assert (HandOff.objects.get(pk=offered.pk).answer, fresh(lead.pk).owner) == ("", inside.sam)
    assert fresh(lead.pk).next_step.owner == inside.sam
