"""The board: open leads by the column of their hiring process, the first few of each and how many more.

Every column is read on its own, by the index of the board, and never counted beyond `MOST`. With filters
the rows come from the one that finds the fewest leads; where all find many, the first `LOOK` of each column
are looked through, and the list looks further.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import IntegerField

from rightday.db.prepared import Prepared, Slot
from rightday.leads.lists import reading
from rightday.leads.lists.filter_values import Filters, Layout, Sort
from rightday.leads.lists.listing import rows_of
from rightday.leads.lists.narrowing import Asked, asked
from rightday.leads.lists.orders import FAR, Key, key_of
from rightday.leads.lists.parts import Part, checked
from rightday.leads.lists.rows import LeadRow
from rightday.leads.models import Lead
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.team import queries as team
from rightday.team.models import Member

CARDS = 4
MORE = 10
MOST = 99
LOOK = 150


@dataclass(frozen=True, slots=True)
class Column:
    """`count` in words; `more` the address of the next cards ("" for none); `rest` how many they are, "" for unknown.

    `all` is the list of this column alone.
    """

    stage: Stage
    label: str
    count: str
    cards: tuple[LeadRow, ...]
    more: str
    rest: str
    all: str


@dataclass(frozen=True, slots=True)
class Board:
    asked: Asked
    columns: tuple[Column, ...]


def board_of(member: Member, filters: Filters) -> Board:
    """The first cards of every column."""
    one = asked(filters, member, team.today(member))
    by_stage: dict[int, list[int]] = {stage.value: [] for stage in Stage}
    broad = False
    if not one.parts:
        found: Placed = _firsts(_SHOWN)
    elif (driver := reading.fewest(one.parts)) is not None:
        found = _gathered(one, driver)
    else:
        found, broad = _looked(one), True
    for stage, pk in found:
        by_stage[stage].append(pk)
    cards = rows_of([pk for ids in by_stage.values() for pk in ids[:CARDS]], one.on, heard=False)
    columns = tuple(
        _column(stage, filters, len(by_stage[stage]), [card for card in cards if card.stage is stage], broad)
        for stage in (filters.stage or Stage)
    )
    return Board(one, columns)


def more_of(member: Member, filters: Filters, stage: Stage, after: str) -> Column:
    """The next cards of one column."""
    one = asked(replace(filters, stage=(stage,)), member, team.today(member))
    found = reading.read(one, Sort.STAGE, turned=False, key=key_of(Sort.STAGE, after), back=False, size=MORE)
    cards = rows_of([pk for _, pk in found.rows], one.on, heard=False)
    at = found.looked or (found.rows[-1][0] if found.rows else None)
    more = f"/leads/board/{stage.value}/?{filters.part(after=str(at))}" if found.more and at else ""
    return Column(stage, STAGE_WORDS[stage], "", tuple(cards), more, "", _list_of(filters, stage))


def _column(stage: Stage, filters: Filters, number: int, cards: list[LeadRow], broad: bool) -> Column:
    more = ""
    if cards and (number > len(cards) or broad):
        last = cards[-1]
        key = Key(stage * 2 + (last.planned is None), last.planned or FAR, last.id)
        more = f"/leads/board/{stage.value}/?{filters.part(after=str(key))}"
    over = number > MOST or broad
    return Column(
        stage=stage, label=STAGE_WORDS[stage], count=f"{min(number, MOST)}{'+' if over and number else ''}",
        cards=tuple(cards), more=more, rest="" if over else str(number - len(cards)), all=_list_of(filters, stage),
    )  # fmt: skip


def _list_of(filters: Filters, stage: Stage) -> str:
    return filters.href(layout=Layout.LIST, stage=(stage,), sort=Sort.STAGE, turned=False)


Placed = Iterable[tuple[int, int]]
_LINE = ("at_section", "at_value", "at_id")


def _dated(most: int) -> Prepared:
    return Prepared(
        lambda: (
            Lead.objects.open()
            .filter(stage=Slot("stage", IntegerField()), milestone_on__isnull=False)
            .order_by("milestone_on", "id")
            .values_list("id")[:most]
        )
    )


def _undated(most: int) -> Prepared:
    return Prepared(
        lambda: (
            Lead.objects.open()
            .filter(stage=Slot("stage", IntegerField()), milestone_on__isnull=True)
            .order_by("-milestone_on", "-id")
            .values_list("id")[:most]
        )
    )


_SHOWN = (_dated(MOST + 1), _undated(MOST + 1))
_LOOKED = (_dated(LOOK), _undated(LOOK))


def _firsts(parts: tuple[Prepared, Prepared]) -> Iterator[tuple[int, int]]:
    """Without filters: the first of every column, two statements each, of the index alone."""
    for stage in Stage:
        for part in parts:
            yield from ((stage.value, row[0]) for row in part(stage=stage.value))


def _gathered(one: Asked, driver: Part) -> Placed:
    """All leads of few: one statement."""
    return reading.gathered(one, driver, Sort.STAGE).order_by(*_LINE).values_list("stage", "pk")


def _looked(one: Asked) -> Placed:
    """The first rows of each column that pass, where every filter finds many: what passes is one statement."""
    firsts = list(_firsts(_LOOKED))
    passing = checked().filter(*(part.check for part in one.parts), pk__among=[pk for _, pk in firsts])
    ids = set(passing.values_list("pk", flat=True))
    return [(stage, pk) for stage, pk in firsts if pk in ids]
