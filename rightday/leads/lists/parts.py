"""A filter of leads as SQL, in two forms: found through its own index, or checked row by row.

A list uses one filter's index and checks the others (`rightday.leads.lists.listing.reading`): two indexes at once make
SQLite read all of both. What it may not choose by itself is kept from its planner by `Unindexed`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from typing import Any, Final

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    Field,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
)

from rightday.db.prepared import Prepared, Slot
from rightday.db.unindexed import Unindexed
from rightday.leads.handoffs.models import HandOff
from rightday.leads.models import Lead, LeadQuerySet
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Grade
from rightday.team.models import Member

GATHERED: Final = 2_000
"""A filter of so many leads at most is read whole."""
STALE_WARM_DAYS: Final = 7
"""A warm lead is going stale in the last week of its 90 days; a hot one in its last two days."""

_PLAIN: Final[dict[str, tuple[str, Callable[[], Field[Any, Any]]]]] = {
    "u_id": ("id", BigIntegerField),
    "u_owner": ("owner_id", BigIntegerField),
    "u_company": ("company_id", BigIntegerField),
    "u_person": ("person_id", BigIntegerField),
    "u_step": ("next_step_id", BigIntegerField),
    "u_outcome": ("outcome_id", BigIntegerField),
    "u_stage": ("stage", IntegerField),
    "u_hot": ("hot_until", DateField),
    "u_warm": ("warm_until", DateField),
    "u_cold": ("cold_until", DateField),
    "u_heard": ("last_heard_on", DateField),
    "u_planned": ("milestone_on", DateField),
    "u_made": ("made_at", DateTimeField),
    "u_source": ("source", CharField),
}


def checked() -> LeadQuerySet:
    """All leads, with columns that are only read (`u_owner`, …) beside those that lead to an index (`owner`)."""
    return _checked().all()


@cache
def _checked() -> LeadQuerySet:
    """Put together once: the agency is not part of it."""
    found: LeadQuerySet = Lead.objects.alias(**{name: Unindexed(column, of()) for name, (column, of) in _PLAIN.items()})
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """One filter. `check` reads rows; `by` finds them, () where no index can; `sizes` say of `by` how many at most.

    `order` is that of the index of `by`, where SQLite takes another one unless it is asked for just this order.
    `number` says the same as `sizes`, up to one more than GATHERED, by a statement that was built before.
    """

    name: str
    check: Q
    by: tuple[Q, ...] = ()
    sizes: tuple[QuerySet[Any, Any], ...] = ()
    order: tuple[str, ...] = ()
    number: Callable[[], int] | None = None


def counted(rows: Callable[[], QuerySet[Any, Any]]) -> Callable[..., int]:
    """How many there are, up to one more than GATHERED: built once, called with the values of its slots."""
    count = Prepared(lambda: rows().order_by().values_list("pk")[: GATHERED + 1], count=True)
    return lambda **values: int(count(**values)[0][0])


def week_ends(on: date) -> date:
    """The Sunday of that week."""
    return on + timedelta(days=6 - on.weekday())


# Grades

_IDENTIFIED: Final = Q(identified_on__isnull=False)


def _ran_out(column: str, on: date) -> Q:
    return Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__lt": on})


@lru_cache(maxsize=64)
def grade_check(grades: tuple[Grade, ...], on: date) -> Q:
    """Leads that have one of these grades on that day, read row by row: the twin of `rules.grade`.

    Every list and board says it several times over, and it is the same all day.
    """
    no_hot, no_warm = _ran_out("u_hot", on), _ran_out("u_warm", on)
    checks = {
        Grade.HOT: _IDENTIFIED & Q(u_hot__gte=on),
        Grade.WARM: _IDENTIFIED & no_hot & Q(u_warm__gte=on),
        Grade.COLD: _IDENTIFIED & no_hot & no_warm & Q(u_cold__gte=on),
        Grade.NONE: Q(identified_on__isnull=True) | (no_hot & no_warm & _ran_out("u_cold", on)),
    }
    found = Q()
    for grade in grades:
        found |= checks[grade]
    return found


_OF_GRADE: Final = {
    Grade.HOT: counted(lambda: Lead.objects.filter(hot_until__gte=Slot("on"))),
    Grade.WARM: counted(lambda: Lead.objects.filter(warm_until__gte=Slot("on"))),
    Grade.COLD: counted(lambda: Lead.objects.filter(cold_until__gte=Slot("on"))),
}


def grades_part(name: str, grades: tuple[Grade, ...], on: date) -> Part:
    check = grade_check(grades, on)
    if Grade.NONE in grades:
        return Part(name, check)
    days = [Q(**{f"{grade}_until__gte": on}) for grade in grades]
    by = tuple(day & grade_check((grade,), on) for day, grade in zip(days, grades, strict=True))
    number = partial(_OF_GRADE[grades[0]], on=on) if len(grades) == 1 else None
    return Part(name, check, by, tuple(Lead.objects.filter(day) for day in days), number=number)


def stale_part(on: date) -> Part:
    hot = Q(hot_until__range=(on, on + timedelta(days=1)))
    warm = Q(warm_until__range=(on, on + timedelta(days=STALE_WARM_DAYS)))
    check = _IDENTIFIED & (
        Q(u_hot__range=(on, on + timedelta(days=1)))
        | (_ran_out("u_hot", on) & Q(u_warm__range=(on, on + timedelta(days=STALE_WARM_DAYS))))
    )
    by = (hot & _IDENTIFIED, warm & _IDENTIFIED & _ran_out("u_hot", on))
    return Part("view", check, by, (Lead.objects.filter(hot), Lead.objects.filter(warm)))


def decide_part(on: date) -> Part:
    week = week_ends(on)
    by = Q(stage=Stage.DECISION, next_step__isnull=False, milestone_on__lte=week)
    check = Q(u_stage=Stage.DECISION, u_planned__lte=week)
    return Part("view", check, (by,), (Lead.objects.filter(by),))


_OF_OWNER: Final = counted(lambda: Lead.objects.filter(owner_id=Slot("owner")))


def owners_part(name: str, ids: list[int]) -> Part:
    by = Q(owner_id__in=ids)
    number = partial(_OF_OWNER, owner=ids[0]) if len(ids) == 1 else None
    return Part(name, Q(u_owner__in=ids), (by,), (Lead.objects.filter(by),), number=number)


def handed_part(name: str, member: Member) -> Part:
    those = HandOff.objects.waiting().filter(receiver=member)
    check = Q(Exists(those.filter(lead_id=OuterRef("id"))))
    return Part(name, check, (Q(pk__in=those.values("lead_id")),), (those,))
