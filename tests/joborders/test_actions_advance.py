"""Where an order stands follows from who is in play."""

from __future__ import annotations

from rightday.joborders import actions
from rightday.joborders.models import JobOrder
from rightday.joborders.placements.models import PlacementEnd
from rightday.joborders.rules import Stage
from tests import desk


def advanced(cast, order):
    actions.advance(order, by=cast.sam)
    return JobOrder.objects.get(pk=order.pk)


def test_the_furthest_in_play_is_the_stage_and_brings_its_price(inside):
    order = desk.order(inside.sam, inside.martin)
    assert advanced(inside, order).stage == Stage.TAKEN
    desk.submittal(order, desk.candidate(inside.sam, desk.someone("Lena Fischer")))
    desk.submittal(order, desk.candidate(inside.sam), stage=Stage.FURTHER_INTERVIEW, bill=76_000, pay=62_000)
    found = advanced(inside, order)
    assert (found.stage, found.filled, found.fee_expected) == (Stage.FURTHER_INTERVIEW, 0, 14_000 * 130)


def test_places_that_are_filled_bring_nothing_more(inside):
    order = desk.order(inside.sam, inside.martin, openings=2)
    placement = desk.placement(desk.submittal(order, desk.candidate(inside.sam)))
    assert advanced(inside, order).filled == 1
    order.openings = 1
    found = advanced(inside, order)
    assert (found.stage, found.fee_expected) == (Stage.STARTED, 0)
    placement.next_step, placement.end = (
        None,
        PlacementEnd.objects.create(kind="no_show", on=placement.starts_on, by=inside.sam),
    )
    placement.save()
    assert advanced(inside, order).filled == 0
