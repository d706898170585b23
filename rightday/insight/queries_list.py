"""The leads of a period one by one, in groups, read on by keyset: four statements a part, however many there were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, Max, Q

from rightday.agencies import queries as agencies
from rightday.calls.models import Call
from rightday.calls.rules import Result
from rightday.db.prepared import Prepared, Slot
from rightday.insight import standing
from rightday.insight.history_rows import COLUMNS, HistoryRow, LastCall, best_grade, row_of
from rightday.insight.periods import Period
from rightday.insight.rules import BECAME_WORDS, OF_TAB, ORDER, Became, Leaks, Tab
from rightday.leads.models import Lead
from rightday.leads.planning import pieces_of_many
from rightday.team.models import Member

PAGE = 25
_HINTS = {Became.UNKNOWN: "quiet longest first"}


@dataclass(frozen=True, slots=True)
class Key:
    """Where a part ends: place of the group, day, id."""

    place: int
    day: date
    id: int

    def __str__(self) -> str:
        return f"{self.place}~{self.day.isoformat()}~{self.id}"


@dataclass(frozen=True, slots=True)
class HistoryList:
    """A part of a tab: groups of (group, words, hint, rows). `after` reads on ('' at the end)."""

    tab: Tab
    groups: tuple[tuple[Became, str, str, tuple[HistoryRow, ...]], ...]
    after: str
    begins: bool


def history_list(
    period: Period, *, tab: Tab, on: date, whose: Member | None, after: str = "", page: int = PAGE
) -> HistoryList:
    """A part of the leads of a period: what wants a call first, within it the longest ago first."""
    key = key_of(after)
    keys = _keys(period, tab, on, whose, key)[: page + 1]
    found = list(keys.values_list("place", "day", "id"))
    shown = [Key(*one) for one in found[:page]]
    rows = _rows(shown, period, on)
    groups: list[tuple[Became, list[HistoryRow]]] = []
    for row in rows:
        if not groups or groups[-1][0] is not row.group:
            groups.append((row.group, []))
        groups[-1][1].append(row)
    return HistoryList(
        tab, tuple((what, BECAME_WORDS[what], _HINTS.get(what, ""), tuple(some)) for what, some in groups),
        str(shown[-1]) if len(found) > page else "", key is None,
    )  # fmt: skip


def key_of(after: str) -> Key | None:
    """A key that came back from a browser; one that is none begins at the top."""
    place, _, rest = after.partition("~")
    day, _, pk = rest.partition("~")
    try:
        return Key(int(place), date.fromisoformat(day), int(pk))
    except ValueError:
        return None


def _keys(period: Period, tab: Tab, on: date, whose: Member | None, key: Key | None) -> Any:
    leaks = agencies.numbers(Leaks, "leaks")
    rows = standing.generated(period, whose=whose).annotate(place=standing.place(on, leaks), day=standing.day())
    if tab is not Tab.ALL:
        rows = rows.filter(place__in=sorted(ORDER.index(what) for what in OF_TAB[tab]))
    if key is not None:
        same = Q(place=key.place)
        later = (same & Q(day__gt=key.day)) | (same & Q(day=key.day, id__gt=key.id))
        rows = rows.filter(Q(place__gt=key.place) | later)
    return rows.order_by("place", "day", "id")


def _rows(keys: Sequence[Key], period: Period, on: date) -> list[HistoryRow]:
    """The lines of a part, in its order: leads, their evidence, and the last call of those nobody knows of."""
    ids = [key.id for key in keys] or [0]
    by_id = {row[0]: row for row in Lead.objects.filter(pk__in=ids).values_list(*COLUMNS)}
    pieces = pieces_of_many(ids)
    unknown = [key.id for key in keys if ORDER[key.place] is Became.UNKNOWN]
    calls = last_calls(unknown)
    return [
        row_of(
            ORDER[key.place], by_id[key.id], best=best_grade(pieces[key.id], period), call=calls.get(key.id), on=on
        )
        for key in keys
        if key.id in by_id
    ]  # fmt: skip


SLOTS = [Slot(f"l{i}", IntegerField()) for i in range(PAGE)]
# A link compared with many values takes no slots: the same column under another name does.
_CALLS = Prepared(
    lambda: Call.objects.filter(
        id__in=Call.objects.alias(of=ExpressionWrapper(F("lead_id"), IntegerField()))
        .filter(of__in=SLOTS, undone_at=None)
        .order_by()
        .values("lead_id")
        .annotate(last=Max("id"))
        .values("last")
    ).values_list("lead_id", "day", "result", "note")
)


def slots(ids: Sequence[int]) -> dict[str, int]:
    """The values of a prepared statement about at most PAGE rows."""
    return {f"l{i}": pk for i, pk in enumerate([*ids, *[0] * (PAGE - len(ids))])}


def last_calls(lead_ids: Sequence[int]) -> dict[int, LastCall]:
    """Lead → the last call about it that was not taken back. One statement for each PAGE of them."""
    found = {}
    for start in range(0, max(len(lead_ids), 1), PAGE):
        for lead_id, day, result, note in _CALLS(**slots(lead_ids[start : start + PAGE])):
            found[lead_id] = LastCall(day, Result(result), note)
    return found


def to_call(period: Period, *, on: date, whose: Member | None, most: int) -> list[int]:
    """Leads of a period that nobody knows of and that can be called about, the longest silent first. One statement.

    Left out: who said no or wants no call, what is on today's sheet, what has agreed to a day to come.
    """
    agreed = Q(next_step__agreed=True, next_step__due__gt=on)
    rows = _keys(period, Tab.UNKNOWN, on, whose, None).filter(uncalled_on=None, person__do_not_call=False)
    rows = rows.exclude(agreed).exclude(next_step__due=on)
    return list(rows.values_list("id", flat=True)[:most])
