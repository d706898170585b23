"""The list of leads: views, search as one types, read on by keyset and never counted whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, assert_never

from django.db.models import Case, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from rightday.db.prepared import Prepared, Slot
from rightday.leads.list_rows import (
    COLUMNS,
    PAGE,
    Key,
    LeadRow,
    View,
    count_words,
    groups,
    key_of,
    last_heard,
    row_of,
)
from rightday.leads.models import Lead, LeadQuerySet
from rightday.people import search
from rightday.team import queries as team
from rightday.team.models import Member

STALE_WARM_DAYS = 7
"""A warm lead is going stale in the last week of its 90 days; a hot one in its last two days."""
COUNTED = 1000
_FAR = date(9999, 12, 31)
_PERSON = COLUMNS.index("person_id")


@dataclass(frozen=True, slots=True)
class LeadsList:
    """A part of the list, in groups. `after` reads on ('' at the end); `count` in words, only where all is shown."""

    view: View
    q: str
    groups: tuple[tuple[str, str, tuple[LeadRow, ...]], ...]
    after: str
    begins: bool
    count: str
    other_views: tuple[View, ...]


# (name in the view, day that orders it, the rows); each is served by its own index, soonest to change first.
Section = tuple[str, str, Callable[[Any, Any], LeadQuerySet]]
_HOT: Section = ("hot", "hot_until", lambda on, _: Lead.objects.open().hot(on))
_WARM: Section = ("warm", "warm_until", lambda on, _: Lead.objects.open().warm(on))
_COLD: Section = ("cold", "cold_until", lambda on, _: Lead.objects.open().cold(on))
_NONE: Section = ("none", "", lambda on, _: Lead.objects.open().to_qualify(on))
_SECTIONS: dict[View, tuple[Section, ...]] = {
    View.OPEN: (_HOT, _WARM, _COLD, _NONE),
    View.HOT: (_HOT,),
    View.STALE: (
        ("hot", "hot_until", lambda on, soon: Lead.objects.open().hot(on).filter(hot_until__lte=soon[0])),
        ("warm", "warm_until", lambda on, soon: Lead.objects.open().warm(on).filter(warm_until__lte=soon[1])),
    ),
    View.QUALIFY: (_NONE,),
    View.ENDED: (("ended", "outcome_id", lambda on, _: Lead.objects.filter(outcome__isnull=False)),),
}


def leads_list(member: Member, view: View, *, q: str = "", after: str = "") -> LeadsList:
    """A part of a view: at most six statements, whatever it holds.

    With words typed: the leads of persons found by name, company, number or note.
    """
    on = team.today(member)
    key = key_of(after)
    if q.strip() or view is View.MINE:
        rows = _few(member, view, on, q, key)
    else:
        rows = list(_by_sections(view, on, key))
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    heard = last_heard({row[2][0]: row[2][_PERSON] for row in rows}, on)
    shown = [row_of(name, row, heard, on) for name, _, row in rows]
    last = rows[-1][1] if rows and more else None
    return LeadsList(
        view=view,
        q=q,
        groups=groups(shown),
        after=str(last) if last else "",
        begins=key is None,
        count=count_words(len(shown)) if key is None and not more else "",
        other_views=tuple(View),
    )


_OPEN = Prepared(lambda: Lead.objects.open().values_list("id")[:COUNTED], count=True)


def counted() -> dict[str, int]:
    """How many leads are open, for the sidebar; nothing from COUNTED on: nobody works by such a number."""
    number = int(_OPEN()[0][0])
    return {"leads": number} if number < COUNTED else {}


Found = tuple[str, Key, tuple[Any, ...]]


def _by_sections(view: View, on: date, key: Key | None) -> Iterator[Found]:
    """Section after section until a page and one row are full."""
    left = PAGE + 1
    for number, (name, day, _) in enumerate(_SECTIONS[view]):
        if key is not None and number < key.section:
            continue
        if left <= 0:
            return
        here = key if key is not None and key.section == number else None
        rows = _first(view, number, on) if here is None else list(_part(view, number, on, here)[: PAGE + 1])
        for row in rows[:left]:
            at = row[COLUMNS.index(day)] if day in COLUMNS else _FAR
            yield name, Key(number, at, row[-1] if day == "outcome_id" else row[0]), row
        left -= len(rows)


def _part(view: View, number: int, on: Any, key: Key | None) -> QuerySet[Any, Any]:
    """The rows of a section in their order, after a key."""
    _, day, build = _SECTIONS[view][number]
    soon = (Slot("soon", DateField()), Slot("soon_warm", DateField())) if isinstance(on, Slot) else _soon(on)
    rows = build(on, soon)
    if day.endswith("_until"):
        rows = rows.order_by(day, "id")
        if key is not None:
            rows = rows.filter(
                Q(**{f"{day}__gt": key.day}) | Q(**{day: key.day, "id__gt": key.id}), **{f"{day}__gte": key.day}
            )
        return rows.values_list(*COLUMNS)
    by = day or "id"
    if key is not None:
        rows = rows.filter(**{f"{by}__lt": key.id})
    return rows.order_by(f"-{by}").values_list(*COLUMNS, *([day] if day else []))


def _compiled(view: View, number: int) -> Prepared:
    return Prepared(lambda: _part(view, number, Slot("on", DateField()), None)[: PAGE + 1])


# The first part of each view: compiled once.
_FIRST = {(view, number): _compiled(view, number) for view, parts in _SECTIONS.items() for number in range(len(parts))}


def _first(view: View, number: int, on: date) -> list[tuple[Any, ...]]:
    soon, soon_warm = _soon(on)
    return _FIRST[view, number](on=on, soon=soon, soon_warm=soon_warm)


def _soon(on: date) -> tuple[date, date]:
    return on + timedelta(days=1), on + timedelta(days=STALE_WARM_DAYS)


def _few(member: Member, view: View, on: date, q: str, key: Key | None) -> list[Found]:
    """One member's leads, or those of the persons found: few enough to be put in order at once."""
    rows = _in_view(member, view, on)
    if q.strip():
        rows = rows.filter(person__in=list(dict.fromkeys([*search.find_persons(q, 100), *search.find_said(q, 100)])))
    ordered = rows.with_grade(on).annotate(section=_section(), until=_until())
    if key is not None:
        same = Q(section=key.section)
        ordered = ordered.filter(
            Q(section__gt=key.section) | (same & Q(until__gt=key.day)) | (same & Q(until=key.day, id__gt=key.id))
        )
    # Ids first: names are joined to the rows of one page and not to all that are put in order.
    ordered = ordered.order_by("section", "until", "id")
    keys = [Key(*found) for found in ordered.values_list("section", "until", "id")[: PAGE + 1]]
    ids = [each.id for each in keys] + [0] * (PAGE + 1 - len(keys))
    by_id = {row[0]: row for row in _BY_ID(**{f"l{i}": pk for i, pk in enumerate(ids)})}
    ended = view is View.ENDED
    return [("ended" if ended else _NAMES[each.section], each, by_id[each.id]) for each in keys if each.id in by_id]


_NAMES = ("hot", "warm", "cold", "none")


def _in_view(member: Member, view: View, on: date) -> LeadQuerySet:
    """Every lead of a view, in no order."""
    if view is View.ENDED:
        return Lead.objects.filter(outcome__isnull=False)
    rows: LeadQuerySet = Lead.objects.open()
    soon, soon_warm = _soon(on)
    match view:
        case View.MINE:
            return rows.owned_by(member)
        case View.HOT:
            return rows.hot(on)
        case View.STALE:
            return rows.hot(on).filter(hot_until__lte=soon) | rows.warm(on).filter(warm_until__lte=soon_warm)
        case View.QUALIFY:
            return rows.to_qualify(on)
        case View.OPEN:
            return rows
        case _:
            assert_never(view)


def _section() -> Case:
    """The place of a lead's grade in the list; needs `with_grade`."""
    places = (When(grade=name, then=Value(place)) for place, name in enumerate(_NAMES[:3]))
    return Case(*places, default=Value(3), output_field=IntegerField())


def _until() -> Coalesce:
    """The last day of a lead's grade; far away where it has none."""
    until = Case(
        *(When(grade=name, then=F(f"{name}_until")) for name in _NAMES[:3]),
        default=Value(_FAR),
        output_field=DateField(),
    )
    return Coalesce(until, Value(_FAR), output_field=DateField())


_BY_ID = Prepared(
    lambda: Lead.objects.filter(id__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE + 1)]).values_list(*COLUMNS)
)
