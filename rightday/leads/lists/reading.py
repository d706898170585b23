"""Reading a list of leads part by part, of any size, with any filters, in any order, both ways.

Two ways to the same rows in the same order:

* *gathered*: one filter has few leads. They are found through its index, the others are checked, and what
  is left is put in order at once.
* *walked*: every filter has many. The index of the order is walked, each row is checked, and the walk ends
  when a part is full. Filters that many leads pass one by one and hardly any together would walk on to
  the end of the book: after `WALK` rows a part ends as it is, and its key reads on from there.

Which one is told by counting each filter's own index up to `GATHERED`, never further.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from django.db.models import BigIntegerField, DateField, DateTimeField, Exists, Model, OuterRef, Q, QuerySet

from rightday.db.prepared import Prepared, Slot
from rightday.db.unindexed import Unindexed
from rightday.leads.lists.filter_values import Filters, Sort, View
from rightday.leads.lists.narrowing import Asked
from rightday.leads.lists.orders import FAR, ORDERS, Key, Section
from rightday.leads.lists.parts import GATHERED, Part, checked
from rightday.leads.models import Lead, LeadQuerySet

WALK: Final = 4_000
GRADED: Final = frozenset({View.HOT, View.STALE, View.QUALIFY})
"""Views that ask for grades: by grade, their sections say it all."""


@dataclass(frozen=True, slots=True)
class Found:
    """Leads of a part, each with its key, in the order shown. `more` lie beyond it, in the direction of reading.

    `looked` is where a walk was broken off, None where it was not.
    """

    rows: tuple[tuple[Key, int], ...]
    more: bool
    looked: Key | None = None


def read(asked: Asked, sort: Sort, *, turned: bool, key: Key | None, back: bool, size: int, walk: int = WALK) -> Found:
    """At most `size` leads after `key`, or before it (`back`). `walk` 0 looks through everything, however long."""
    reading = _Reading(asked, sort, turned is not back, key, size + 1)
    driver = fewest(asked.parts) if asked.but(*reading.served) else None
    rows, looked = (reading.walked(walk), reading.looked) if driver is None else (reading.gathered(driver), None)
    more = len(rows) > size or looked is not None
    rows = rows[:size]
    return Found(tuple(reversed(rows)) if back else tuple(rows), more, looked if len(rows) < size else None)


def fewest(parts: Iterable[Part]) -> Part | None:
    """The filter that finds the fewest leads through its index; None where all find more than GATHERED."""
    best, chosen = GATHERED + 1, None
    for part in parts:
        if part.by and best > 200:
            size = _size(part, best)
            if size < best:
                best, chosen = size, part
    return chosen


@lru_cache(maxsize=32)
def _lined(sort: Sort, on: date) -> LeadQuerySet:
    """Put together once a day."""
    section, value, pk = ORDERS[sort].line(on)
    found: LeadQuerySet = checked().annotate(at_section=section, at_value=value, at_id=pk)
    return found


def _size(part: Part, most: int) -> int:
    """How many leads it finds, up to `most`: one statement, or one for each index read in an order."""
    if part.number is not None:
        return min(part.number(), most)
    first, *others = (rows.values("pk") for rows in part.sizes)
    if not part.order:
        return int((first.union(*others, all=True) if others else first)[:most].count())
    size = 0
    for rows in (first, *others):
        size += rows.order_by(*part.order)[: most - size].count() if size < most else 0
    return size


def gathered(asked: Asked, driver: Part, sort: Sort) -> LeadQuerySet:
    """The leads of all filters, found by one of them, with the columns of an order (`at_section`, …), in none yet."""
    rows = _lined(sort, asked.on)
    if len(driver.by) == 1 and not driver.order:
        rows = rows.filter(driver.by[0])
    else:
        found = (checked().filter(one).order_by(*driver.order) for one in driver.by)
        ids = {pk for one in found for pk in one.values_list("pk", flat=True)}
        rows = rows.filter(pk__among=sorted(ids))
    return rows.filter(asked.base, *(part.check for part in asked.parts if part is not driver))


class _Reading:
    """One reading: the filters, the order, which way, from where on, how many rows."""

    def __init__(self, asked: Asked, sort: Sort, down: bool, key: Key | None, size: int) -> None:
        self.asked, self.sort, self.order, self.down, self.key, self.size = asked, sort, ORDERS[sort], down, key, size
        self.looked: Key | None = None
        self.spent = 0

    # Gathered

    def gathered(self, driver: Part) -> list[tuple[Key, int]]:
        rows: QuerySet[Any, Any] = gathered(self.asked, driver, self.sort)
        if self.key is not None:
            rows = rows.filter(self._after(self.key))
        way = "-" if self.down else ""
        rows = rows.order_by(f"{way}at_section", f"{way}at_value", f"{way}at_id")
        found = rows.values_list("at_section", "at_value", "at_id", "pk")[: self.size]
        return [(Key(number, value, abs(at)), lead) for number, value, at, lead in found]

    def _after(self, key: Key) -> Q:
        how = "lt" if self.down else "gt"
        at = -key.id if key.section in self.order.turned else key.id
        here = Q(at_section=key.section)
        return (
            Q(**{f"at_section__{how}": key.section})
            | (here & Q(**{f"at_value__{how}": key.value}))
            | (here & Q(at_value=key.value) & Q(**{f"at_id__{how}": at}))
        )

    # Walked

    def walked(self, walk: int) -> list[tuple[Key, int]]:
        """Section after section until the part is full, or so many rows were looked through."""
        sections = self.order.sections(self.asked)
        rows: list[tuple[Key, int]] = []
        ahead = list(reversed(sections) if self.down else sections)
        while ahead:
            section = ahead.pop(0)
            here = self._reached(section)
            if here is None:
                continue
            rows += self._of_section(
                section, self.key if here else None, self.size - len(rows), walk, goes_on=bool(ahead)
            )
            walk -= self.spent
            if len(rows) >= self.size or self.looked is not None:
                break
        return rows

    def _reached(self, section: Section) -> bool | None:
        """None: it lies before the key; True: the key lies in it; False: it lies beyond the key."""
        if self.key is None:
            return False
        at, key = (section.number, ""), (self.key.section, "")
        if section.named:
            at, key = (section.number, str(section.fixed)), (self.key.section, str(self.key.value))
        if at == key:
            return True
        return None if (at > key) is self.down else False

    def _of_section(
        self, section: Section, key: Key | None, left: int, walk: int, *, goes_on: bool
    ) -> list[tuple[Key, int]]:
        down = self.down is not section.turned
        if self._opening and not section.loose and not self.asked.but(*self.served):
            found = _first(section.number, down, self.size)(on=self.asked.on)[:left]
            return [(_key(section, row[:-1]), row[-1]) for row in found]
        rows = _span(section)
        if key is not None:
            rows = rows.filter(_beyond(section, key, down))
        rows = rows.order_by(*(f"-{column}" if down else column for column in section.by))
        checks = [part.check for part in self.asked.but(*self.served)]
        self.spent, edge, every = 0, None, rows
        walk = walk if checks or section.loose else 0
        for row in self._edge(section, rows, down, walk):
            edge = _key(section, row)
            rows = rows.filter(_beyond(section, edge, not down, itself=True))
        made = _of_rows(section, rows, Q(self.asked.base, section.also, *checks), left)
        if len(made) < left:
            self.looked = edge
            # How far it came matters only where it goes on in the next section.
            self.spent = every.values("pk")[:walk].count() if walk and edge is None and goes_on else walk
        return made

    def _edge(self, section: Section, rows: QuerySet[Any, Any], down: bool, walk: int) -> Iterable[tuple[Any, ...]]:
        """The last row that a walk comes to; none where it comes to the end of the section before."""
        if walk == WALK and self._opening:
            return _last(section.number, down, walk)(on=self.asked.on)
        return rows.values_list(*section.by)[walk - 1 : walk] if walk else ()

    @property
    def _opening(self) -> bool:
        """By grade and from its beginning: as everybody opens a list."""
        return self.sort is Sort.GRADE and self.key is None and self.asked.filters.view is not View.STALE

    @property
    def served(self) -> tuple[str, ...]:
        """Filters that the sections themselves hold: by grade only the grades asked for are walked."""
        by_view = "grade" in self.order.serves and self.asked.filters.view in GRADED
        return (*self.order.serves, *(("view",) if by_view else ()))


@cache
def _first(number: int, down: bool, size: int) -> Prepared:
    """The first open leads of a section by grade: built once, for the day is all that changes."""

    def build() -> QuerySet[Any, Any]:
        section, rows = _by_grade(number, down)
        return rows.filter(Q(u_step__isnull=False), section.also).values_list(*section.by, "pk")[:size]

    return Prepared(build)


@cache
def _last(number: int, down: bool, walk: int) -> Prepared:
    """The last row of a section by grade that a walk of so many from its beginning comes to."""

    def build() -> QuerySet[Any, Any]:
        section, rows = _by_grade(number, down)
        return rows.values_list(*section.by)[walk - 1 : walk]

    return Prepared(build)


def _by_grade(number: int, down: bool) -> tuple[Section, QuerySet[Any, Any]]:
    """A section by grade with its rows in order, on a day that is given at each run."""
    day: Any = Slot("on", DateField())
    nobody: Any = None
    section = next(
        one for one in ORDERS[Sort.GRADE].sections(Asked(Filters(), nobody, day, ())) if one.number == number
    )
    return section, _span(section).order_by(*(f"-{column}" if down else column for column in section.by))


def _span(section: Section) -> QuerySet[Any, Any]:
    """Rows of the section's index; its columns once more (`at_…`), in the form that is only read."""
    return _columns(section.model, section.by).filter(section.span)


@cache
def _columns(model: type[Model], by: tuple[str, ...]) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = checked() if model is Lead else model._default_manager.all()
    with_them: QuerySet[Any, Any] = rows.alias(
        **{f"at_{column}": Unindexed(column, _FIELDS.get(column, BigIntegerField)()) for column in by}
    )
    return with_them


_FIELDS: Final = {
    "hot_until": DateField, "warm_until": DateField, "cold_until": DateField, "milestone_on": DateField,
    "last_heard_on": DateField, "due": DateField, "made_at": DateTimeField,
}  # fmt: skip


def _of_rows(section: Section, rows: QuerySet[Any, Any], check: Q, left: int) -> list[tuple[Key, int]]:
    """Key and lead of the rows that pass."""
    if section.model is Lead:
        found = rows.filter(check).values_list(*section.by, "pk")[:left]
        return [(_key(section, row[:-1]), row[-1]) for row in found]
    those = rows.filter(Exists(checked().filter(check, next_step_id=OuterRef("id"))))
    keys = [_key(section, row) for row in those.values_list(*section.by)[:left]]
    of_steps = Lead.objects.filter(next_step_id__among=[key.id for key in keys])
    leads = dict(of_steps.values_list("next_step_id", "pk"))
    return [(key, leads[key.id]) for key in keys]


def _beyond(section: Section, key: Key, down: bool, *, itself: bool = False) -> Q:
    """Rows beyond the key, in the direction of reading. The index serves the first condition; the other is read."""
    *first, pk = section.by
    how, too = "lt" if down else "gt", "e" if itself else ""
    if not first or key.value == FAR:
        return Q(**{f"{pk}__{how}{too}": key.id})
    return Q(**{f"{first[0]}__{how}e": key.value}) & (
        Q(**{f"at_{first[0]}__{how}": key.value}) | Q(**{f"at_{pk}__{how}{too}": key.id})
    )


def _key(section: Section, row: tuple[Any, ...]) -> Key:
    *first, pk = row
    value = first[0] if first else section.fixed
    return Key(section.number, FAR if value is None else value, pk)
