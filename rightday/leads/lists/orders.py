"""The orders of a list of leads: each as sections that an index gives in turn, and as one expression.

Both give the same order, for a list that walks along an index today may be put together from few leads
tomorrow, and a key that a browser kept must read on in either (`rightday.leads.lists.listing.reading`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from rightday.agenda.models import NextStep
from rightday.db.bytewise import Bytewise
from rightday.leads.lists.filter_values import Filters, Sort, View
from rightday.leads.lists.narrowing import Asked
from rightday.leads.lists.parts import STALE_WARM_DAYS, grade_check
from rightday.leads.models import Lead
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Grade
from rightday.team.models import Member

FAR: Final = date(9999, 12, 31)
EVERY: Final = Q()
GRADES: Final = (Grade.HOT, Grade.WARM, Grade.COLD, Grade.NONE)


@dataclass(frozen=True, slots=True)
class Key:
    """Where a part of a list ends: section, what orders it there, id."""

    section: int
    value: date | datetime | str
    id: int

    def __str__(self) -> str:
        value = self.value if isinstance(self.value, str) else self.value.isoformat()
        return f"{self.section}~{self.id}~{value}"


@dataclass(frozen=True, slots=True)
class Section:
    """Leads that one index holds in order: `span` is what it serves, `also` what is read row by row.

    `by` are the columns of the order; `turned` where the index is read from its end. `fixed` is what orders a
    key of it that has no column for that. `named`: one of many sections of a number, told apart by it.
    `loose`: few rows may pass `also`, so that a walk must be able to end.
    """

    number: int
    span: Q
    by: tuple[str, ...]
    also: Q = EVERY
    turned: bool = False
    fixed: date | str = FAR
    named: bool = False
    loose: bool = False
    model: type[Model] = Lead


@dataclass(frozen=True, slots=True)
class Order:
    """`sections` in their order; `line` the three columns of a key as expressions; `serves` filters they imply."""

    sections: Callable[[Asked], list[Section]]
    line: Callable[[date], tuple[Any, Any, Any]]
    read: Callable[[str], date | datetime | str]
    serves: tuple[str, ...] = ()
    turned: frozenset[int] = frozenset()  # sections read from their end: the line counts their ids downwards


def order_of(filters: Filters) -> tuple[Sort, bool]:
    """What a list is put in order by, and whether from its end; ended leads have neither grade, stage nor step."""
    sort = filters.sort or (Sort.ENDED if filters.closed else Sort.GRADE)
    if filters.closed and sort in {Sort.GRADE, Sort.STAGE, Sort.DUE}:
        return Sort.ENDED, False
    if not filters.closed and sort is Sort.ENDED:
        return Sort.GRADE, False
    return sort, filters.turned


def key_of(sort: Sort, text: str) -> Key | None:
    """A key that came back from a browser; one that is none begins at the top."""
    section, _, rest = text.partition("~")
    pk, _, value = rest.partition("~")
    try:
        number, row = int(section), int(pk)
        if not (0 <= number < 100 and 0 < row < 2**62):
            return None
        return Key(number, ORDERS[sort].read(value), row)
    except ValueError:
        return None


# By grade, the soonest to change first; what carries none, newest first.


def _grade_sections(asked: Asked) -> list[Section]:
    on, view = asked.on, asked.filters.view
    grades = {View.HOT: (Grade.HOT,), View.QUALIFY: (Grade.NONE,), View.STALE: GRADES[:2]}.get(view, GRADES)
    chosen = [grade for grade in grades if not asked.filters.grade or grade in asked.filters.grade]
    made = []
    for grade in chosen:
        number, also = GRADES.index(grade), grade_check((grade,), on)
        if grade is Grade.NONE:
            made.append(Section(number, Q(), ("id",), also, turned=True, loose=True))
            continue
        column = f"{grade}_until"
        span = Q(**{f"{column}__gte": on})
        if view is View.STALE:
            left = timedelta(days=1 if grade is Grade.HOT else STALE_WARM_DAYS)
            span &= Q(**{f"{column}__lte": on + left})
        made.append(Section(number, span, (column, "id"), also))
    return made


def _grade_line(on: date) -> tuple[Any, Any, Any]:
    # Each is asked where those before it are not true.
    has = [Q(identified_on__isnull=False, **{f"u_{grade}__gte": on}) for grade in GRADES[:3]]
    number = Case(
        *(When(one, then=Value(place)) for place, one in enumerate(has)), default=Value(3), output_field=IntegerField()
    )
    until = Case(
        *(When(one, then=F(f"{grade}_until")) for grade, one in zip(GRADES, has, strict=False)),
        default=Value(FAR), output_field=DateField(),
    )  # fmt: skip
    pk = Case(*(When(one, then=F("id")) for one in has), default=F("id") * Value(-1), output_field=BigIntegerField())
    return number, until, pk


# By column of the board; in each what is expected soonest, then what has no day, newest first.


def _stage_sections(asked: Asked) -> list[Section]:
    made = []
    for stage in asked.filters.stage or Stage:
        here = Q(stage=stage, next_step__isnull=False)
        by = ("milestone_on", "id")
        made.append(Section(stage * 2, here & Q(milestone_on__isnull=False), by))
        made.append(Section(stage * 2 + 1, here & Q(milestone_on__isnull=True), by, turned=True))
    return made


def _stage_line(_: date) -> tuple[Any, Any, Any]:
    number = Case(
        When(u_planned__isnull=True, then=F("stage") * 2 + 1), default=F("stage") * 2, output_field=IntegerField()
    )
    newest = When(u_planned__isnull=True, then=F("u_id") * Value(-1))
    pk = Case(newest, default=F("u_id"), output_field=BigIntegerField())
    return number, Coalesce("u_planned", Value(FAR), output_field=DateField()), pk


# By the day of the next step.


def _due_sections(asked: Asked) -> list[Section]:
    return [Section(0, Q(), ("due", "id"), model=NextStep)]


def _due_line(_: date) -> tuple[Any, Any, Any]:
    due = NextStep.objects.filter(id=OuterRef("next_step_id")).values("due")[:1]
    return _zero(), Subquery(due, output_field=DateField()), F("u_step")


# By what was heard last, by when it was brought in, by when it ended.


def _heard_sections(asked: Asked) -> list[Section]:
    by = ("last_heard_on", "id")
    return [Section(0, Q(last_heard_on__isnull=False), by), Section(1, Q(last_heard_on__isnull=True), by)]


def _heard_line(_: date) -> tuple[Any, Any, Any]:
    number = Case(When(u_heard__isnull=True, then=Value(1)), default=Value(0), output_field=IntegerField())
    return number, Coalesce("u_heard", Value(FAR), output_field=DateField()), F("u_id")


def _age_sections(asked: Asked) -> list[Section]:
    return [Section(0, Q(), ("made_at", "id"))]


def _ended_sections(asked: Asked) -> list[Section]:
    return [Section(0, Q(outcome__isnull=False), ("outcome_id",), turned=True, fixed="")]


# By owner, in the order of their names.


def _owner_sections(asked: Asked) -> list[Section]:
    by_name: dict[str, list[int]] = {}
    for pk, name in Member.objects.values_list("pk", "name"):
        by_name.setdefault(name, []).append(pk)
    names = sorted(by_name)
    return [Section(0, Q(owner_id__in=by_name[name]), ("id",), fixed=name, named=True) for name in names]


def _owner_line(_: date) -> tuple[Any, Any, Any]:
    name = Member.objects.filter(id=OuterRef("owner_id")).values("name")[:1]
    return _zero(), Bytewise(Subquery(name, output_field=CharField())), F("u_id")


def _zero() -> Value:
    return Value(0, output_field=IntegerField())


ORDERS: Final[dict[Sort, Order]] = {
    Sort.GRADE: Order(_grade_sections, _grade_line, date.fromisoformat, ("grade",), frozenset({3})),
    Sort.STAGE: Order(
        _stage_sections, _stage_line, date.fromisoformat, ("stage",), frozenset(stage * 2 + 1 for stage in Stage)
    ),
    Sort.DUE: Order(_due_sections, _due_line, date.fromisoformat),
    Sort.HEARD: Order(_heard_sections, _heard_line, date.fromisoformat),
    Sort.OWNER: Order(_owner_sections, _owner_line, str),
    Sort.AGE: Order(_age_sections, lambda _: (_zero(), F("u_made"), F("u_id")), datetime.fromisoformat),
    Sort.ENDED: Order(
        _ended_sections,
        lambda _: (_zero(), Value("", output_field=CharField()), F("u_outcome") * Value(-1)),
        str,
        turned=frozenset({0}),
    ),
}
