"""Where an order stands, worked out anew from who is presented for it."""

from __future__ import annotations

from django.db import transaction

from rightday.agencies.queries import numbers
from rightday.joborders import prices, worth
from rightday.joborders.models import JobOrder
from rightday.joborders.placements.models import Placement
from rightday.joborders.placements.rules import End
from rightday.joborders.rules import Closeness, Stage
from rightday.joborders.submittals.models import Submittal
from rightday.people.queries import place_of
from rightday.team.models import Member
from rightday.team.rules import Permission


@transaction.atomic
def advance(order: JobOrder, *, by: Member) -> JobOrder:
    """Writes stage, filled places and the fee expected of an order, from its submittals and placements.

    While it is open, its stage is that of the furthest submittal still in play; once it has closed, it stays how far
    it came. Called after every verb that moves one of them; not recorded, for that verb is.
    """
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    order.filled = Placement.objects.filter(order=order).exclude(end__kind=End.NO_SHOW.value).count()
    furthest = Submittal.objects.filter(order=order, next_step__isnull=False).order_by("-stage", "id").first()
    places = max(order.openings - order.filled, 0)
    stage = Stage.STARTED if not places else Stage(furthest.stage) if furthest else Stage.TAKEN
    if order.closing_id is None:
        order.stage = stage.value
    each = worth.expected(prices.priced(order, furthest, place_of(order.manager)), numbers(Closeness, "orders"))
    order.fee_expected = each.fee.minor * places
    JobOrder.objects.filter(pk=order.pk).update(filled=order.filled, stage=order.stage, fee_expected=order.fee_expected)
    return order
