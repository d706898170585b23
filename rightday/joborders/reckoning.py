"""The chance and the waiting of open orders: from how the agency's own orders closed."""

from __future__ import annotations

from dataclasses import dataclass

from rightday.agencies.queries import numbers
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closed, Closeness, Kind, Stage
from rightday.joborders.worth import Case, Chance, Worth, chances, worth
from rightday.kernel.amounts import Money

LATEST = 1_000
"""So many closed orders count, the newest: the market of years ago is another one, and the page stays quick."""


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance from every stage, for each kind of order, and the numbers it was worked out with."""

    by: dict[tuple[Kind, Stage], Chance]
    numbers: Closeness

    def worth(self, kind: Kind, stage: Stage, fee: Money) -> Worth:
        """What such an order is worth today."""
        return worth(fee, stage, self.by[kind, stage], self.numbers)


def cases() -> list[Case]:
    """How the latest orders closed, and how far each had come."""
    rows = JobOrder.objects.filter(closing__isnull=False).order_by("-id")
    found = rows.values_list("kind", "stage", "closing__kind")[:LATEST]
    return [Case(Kind(kind), Stage(stage), Closed(closed)) for kind, stage, closed in found]


def all_chances(closed: list[Case]) -> Chances:
    """The chances by how orders closed."""
    closeness = numbers(Closeness, "orders")
    return Chances(chances(closed, closeness), closeness)


def worth_of(order: JobOrder, found: Chances) -> Worth:
    """What an order is worth today: all its open places, from the stage it is at."""
    return found.worth(Kind(order.kind), Stage(order.stage), Money(order.fee_expected, order.currency))
