"""Job orders, closest to the money first: a fixed number of statements, and a bounded list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, Count, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from rightday.joborders import reckoning, worth_words
from rightday.joborders.models import JobOrder
from rightday.joborders.reckoning import Chances
from rightday.joborders.rules import CLOSED_CHOICES, STAGE_WORDS, Kind, Point, Stage
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.worth import Worth
from rightday.kernel import economics
from rightday.kernel.amounts import Money
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member

LIMIT = 50
VIEWS = ("open", "unqualified", "nobody", "closed")
_CLOSED = dict(CLOSED_CHOICES)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line: where it stands, what happens next, what it is worth, and that as a `share` of the first one's."""

    id: int
    number: int
    company: str
    title: str
    kind: str
    stands: str
    who: str
    step: str
    day: str
    late: bool
    worth: str
    share: str
    owner: str
    initials: str
    reckoned: worth_words.Reckoned | None


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """The list, its views with their counts, and what all open orders are worth together."""

    rows: tuple[OrderRow, ...]
    view: str
    mine: bool
    counts: dict[str, int]
    together: str
    closed_cases: int
    more: bool


def orders_page(member: Member, *, view: str = "open", mine: bool = False, open_row: int = 0) -> OrdersPage:
    """Orders of a view; `mine`: those the member owns. `open_row` shows how that one was reckoned."""
    view = view if view in VIEWS else "open"
    today, cases = team.today(member), reckoning.cases()
    chances = reckoning.all_chances(cases)
    of = JobOrder.objects.filter(owner=member) if mine else JobOrder.objects.all()
    since = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    views = {
        "open": of.open(), "unqualified": of.open().filter(known__lt=len(Point)),
        "nobody": of.open().filter(stage=Stage.TAKEN.value), "closed": of.filter(closing__on__gte=since),
    }  # fmt: skip
    found = _worth_first(views[view], chances) if view != "closed" else views[view].order_by("-closing__on", "-id")
    links = ("company", "owner", "next_step", "closing")
    rows = list(found.select_related(*links)[: LIMIT + 1])
    furthest = _furthest([row.pk for row in rows[:LIMIT]])
    return OrdersPage(
        _shown(rows[:LIMIT], furthest, chances, today, open_row), view, mine, _counts(of, views["closed"]),
        _together(of, chances), len(cases), len(rows) > LIMIT,
    )  # fmt: skip


def _worth_first(rows: QuerySet[Any], chances: Chances) -> QuerySet[Any]:
    """By currency, and by the same whole numbers that the reckoning shows."""
    found: QuerySet[Any] = rows.alias(worth=F("fee_expected") * _factor(chances))
    return found.order_by("currency", "-worth", "-stage", "id")


def _factor(chances: Chances) -> Case:
    whens = [
        When(kind=kind.value, stage=stage.value, then=Value(chances.worth(kind, stage, Money(0, "")).factor))
        for kind, stage in chances.by
    ]
    return Case(*whens, default=Value(0), output_field=BigIntegerField())


def _counts(of: QuerySet[Any], closed: QuerySet[Any]) -> dict[str, int]:
    found: dict[str, int] = of.filter(next_step__isnull=False).aggregate(
        open=Count("id"), unqualified=Count("id", filter=Q(known__lt=len(Point))),
        nobody=Count("id", filter=Q(stage=Stage.TAKEN.value)),
    )  # fmt: skip
    return found | {"closed": closed.count()}


def _together(of: QuerySet[Any], chances: Chances) -> str:
    """ "£49,100": what all that is open is worth today, one sum for each currency."""
    rows = of.filter(next_step__isnull=False).values_list("currency", "kind", "stage")
    sums = rows.annotate(fee=Coalesce(Sum("fee_expected"), 0)).order_by("currency", "kind", "stage")
    amounts = [
        chances.worth(Kind(kind), Stage(stage), Money(fee, currency)).today for currency, kind, stage, fee in sums
    ]
    said = [worth_words.about(each) for each in economics.totals(amounts) if each.minor]
    return " and ".join(said)


def _furthest(orders: list[int]) -> dict[int, tuple[str, int]]:
    """Order → who is furthest in play, and how many are."""
    rows = Submittal.objects.filter(order__in=orders, next_step__isnull=False).order_by("stage", "-id")
    found: dict[int, tuple[str, int]] = {}
    for order, name in rows.values_list("order_id", "candidate__person__name"):
        found[order] = (name, found.get(order, ("", 0))[1] + 1)
    return found


def _shown(
    rows: list[JobOrder], furthest: dict[int, tuple[str, int]], chances: Chances, today: date, open_row: int
) -> tuple[OrderRow, ...]:
    worths = {row.pk: reckoning.worth_of(row, chances) for row in rows}
    most: dict[str, int] = {}
    for row in rows:
        most[row.currency] = max(most.get(row.currency, 0), worths[row.pk].today.minor)
    return tuple(
        _row(row, number, furthest.get(row.pk, ("", 0)), worths[row.pk], most[row.currency], today, open_row)
        for number, row in enumerate(rows, 1)
    )


def _row(
    row: JobOrder, number: int, who: tuple[str, int], worth: Worth, most: int, today: date, open_row: int
) -> OrderRow:
    step, closing = row.next_step, row.closing
    name, many = who
    others = f"{name} and {many - 1} more" if many > 1 else name
    share = max(worth.today.minor, 0) * 100 // most if most else 0
    return OrderRow(
        row.pk, number, row.company.name, title_of(row), Kind(row.kind).value,
        _CLOSED[closing.kind] if closing else STAGE_WORDS[Stage(row.stage)],
        (closing.who if closing else others), step.objective if step else "",
        say_day(step.due, today) if step else say_day(closing.on, today) if closing else "",
        step is not None and step.due < today, "" if closing else worth_words.say(worth.today), f"{share}%",
        row.owner.name, row.owner.initials, worth_words.reckoned(row, worth) if row.pk == open_row else None,
    )  # fmt: skip


def title_of(row: JobOrder) -> str:
    """ "2 × Platform engineer, contract" """
    many = f"{row.openings} × " if row.openings > 1 else ""
    return f"{many}{row.title}, {row.kind}"
