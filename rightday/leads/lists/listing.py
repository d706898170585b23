"""The list of leads: what its address asks for, in parts, read on by keys and never counted whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import IntegerField

from rightday.db.prepared import Prepared, Slot
from rightday.leads.lists import reading
from rightday.leads.lists.filter_values import Filters, Sort
from rightday.leads.lists.narrowing import Asked, asked
from rightday.leads.lists.orders import Key, key_of, order_of
from rightday.leads.lists.rows import COLUMNS, PAGE, Group, LeadRow, count_words, groups, labels_of, last_heard, row_of
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.models import Member

COUNTED = 1000
_PERSON = COLUMNS.index("person_id")


@dataclass(frozen=True, slots=True)
class LeadsList:
    """A part of a list, in groups.

    `earlier` and `later` are the addresses of the parts before and after it, "" where there is none. `looked`: not
    every lead was looked through, and `later` looks further. `count` in words, only where all is shown.
    """

    asked: Asked
    sort: Sort
    turned: bool
    groups: tuple[Group, ...]
    earlier: str
    later: str
    looked: bool
    count: str


def leads_list(member: Member, filters: Filters) -> LeadsList:
    """A part of a view: a number of statements that does not depend on what it holds."""
    one = asked(filters, member, team.today(member))
    sort, turned = order_of(filters)
    back = bool(filters.before)
    key = key_of(sort, filters.before or filters.after)
    back = back and key is not None
    found = reading.read(one, sort, turned=turned, key=key, back=back, size=PAGE)
    rows = rows_of([lead for _, lead in found.rows], one.on)
    first, last = _ends(found, back)
    begins, ends = (not found.more, False) if back else (key is None, not found.more)
    whole = key is None and not found.more
    return LeadsList(
        asked=one, sort=sort, turned=turned, groups=groups(rows, sort),
        earlier="" if begins or first is None else filters.part(before=str(first)),
        later="" if ends or last is None else filters.part(after=str(last)),
        looked=found.looked is not None, count=count_words(len(rows)) if whole else "",
    )  # fmt: skip


def _ends(found: reading.Found, back: bool) -> tuple[Key | None, Key | None]:
    """The keys that the parts before and after begin at: a walk broken off goes on where it was."""
    first, last = (found.rows[0][0], found.rows[-1][0]) if found.rows else (found.looked, found.looked)
    if found.looked is not None:
        return (found.looked, last) if back else (first, found.looked)
    return first, last


def rows_of(ids: Sequence[int], on: date, *, heard: bool = True) -> list[LeadRow]:
    """The rows of these leads in this order: three statements for each page of them, two without what was `heard`."""
    made: list[LeadRow] = []
    for start in range(0, max(len(ids), 1), PAGE):
        some = ids[start : start + PAGE]
        filled = {f"l{i}": pk for i, pk in enumerate([*some, *[0] * (PAGE - len(some))])}
        by_id: dict[int, tuple[Any, ...]] = {row[0]: row for row in _BY_ID(**filled)}
        last = last_heard({pk: row[_PERSON] for pk, row in by_id.items()}, on) if heard else {}
        labels = labels_of(some)
        made += [row_of(by_id[pk], last, on, labels.get(pk, ())) for pk in some if pk in by_id]
    return made


_BY_ID = Prepared(
    lambda: Lead.objects.filter(id__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE)]).values_list(*COLUMNS)
)
_OPEN = Prepared(lambda: Lead.objects.open().values_list("id")[:COUNTED], count=True)


def counted() -> dict[str, int]:
    """How many leads are open, for the sidebar; nothing from COUNTED on: nobody works by such a number."""
    number = int(_OPEN()[0][0])
    return {"leads": number} if number < COUNTED else {}
