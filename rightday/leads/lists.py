"""The list of leads: views, search as one types, read on by keyset and never counted whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Case, DateField, ExpressionWrapper, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.models import Evidence, Lead, LeadQuerySet
from rightday.leads.rules import Dates, Holds, Verdict
from rightday.people import search
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import initials

PAGE = 25
STALE_WARM_DAYS = 7
"""A warm lead is going stale in the last week of its 90 days; a hot one in its last two days."""
_FAR = date(9999, 12, 31)


class View(StrEnum):
    """The views of the list, in the order of their tabs."""

    OPEN = "open"
    MINE = "mine"
    HOT = "hot"
    STALE = "stale"
    QUALIFY = "qualify"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the list."""

    id: int
    group: str
    title: str
    company: str
    person: str
    verdict: Verdict
    outcome: str
    heard: str
    step: str
    due: str
    late: bool
    owner: str
    initials: str


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


@dataclass(frozen=True, slots=True)
class Key:
    """Where a part ends: section, day, id."""

    section: int
    day: date
    id: int

    def __str__(self) -> str:
        return f"{self.section}~{self.day.isoformat()}~{self.id}"


_COLUMNS = (
    "id", "title", "company__name", "person__name", "identified_on", "hot_until", "warm_until", "cold_until",
    "owner__name", "outcome__kind", "outcome__on", "next_step__objective", "next_step__subject",
    "next_step__due", "next_step__earliest",
)  # fmt: skip
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
    key = _key(after)
    if q.strip() or view is View.MINE:
        rows = _few(member, view, on, q, key)
    else:
        rows = list(_by_sections(view, on, key))
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    heard = _last_heard([row[2][0] for row in rows], on)
    shown = [_row(name, row, heard, on) for name, _, row in rows]
    last = rows[-1][1] if rows and more else None
    return LeadsList(
        view=view,
        q=q,
        groups=_groups(shown),
        after=str(last) if last else "",
        begins=key is None,
        count=_count(len(shown)) if key is None and not more else "",
        other_views=tuple(View),
    )


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
            at = row[_COLUMNS.index(day)] if day in _COLUMNS else _FAR
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
        return rows.values_list(*_COLUMNS)
    by = day or "id"
    if key is not None:
        rows = rows.filter(**{f"{by}__lt": key.id})
    return rows.order_by(f"-{by}").values_list(*_COLUMNS, *([day] if day else []))


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
    rows = Lead.objects.all()
    if q.strip():
        rows = rows.filter(person__in=list(dict.fromkeys([*search.find_persons(q, 100), *search.find_said(q, 100)])))
    soon, soon_warm = _soon(on)
    if view is View.ENDED:
        rows = rows.filter(outcome__isnull=False)
    else:
        rows = rows.open()
    if view is View.MINE:
        rows = rows.owned_by(member)
    elif view is View.HOT:
        rows = rows.hot(on)
    elif view is View.STALE:
        rows = rows.hot(on).filter(hot_until__lte=soon) | rows.warm(on).filter(warm_until__lte=soon_warm)
    elif view is View.QUALIFY:
        rows = rows.to_qualify(on)
    grade = rows.with_grade(on)
    order = {"hot": 0, "warm": 1, "cold": 2}
    section = Case(
        *(When(grade=name, then=Value(n)) for name, n in order.items()), default=Value(3), output_field=IntegerField()
    )
    until = Case(
        When(grade="hot", then=F("hot_until")), When(grade="warm", then=F("warm_until")),
        When(grade="cold", then=F("cold_until")), default=Value(_FAR), output_field=DateField(),
    )  # fmt: skip
    ordered = grade.annotate(section=section, until=Coalesce(until, Value(_FAR), output_field=DateField()))
    if key is not None:
        same = Q(section=key.section)
        ordered = ordered.filter(
            Q(section__gt=key.section) | (same & Q(until__gt=key.day)) | (same & Q(until=key.day, id__gt=key.id))
        )
    # Ids first: names are joined to the rows of one page and not to all that are put in order.
    keys = [
        Key(*key)
        for key in ordered.order_by("section", "until", "id").values_list("section", "until", "id")[: PAGE + 1]
    ]
    ids = [key.id for key in keys] + [0] * (PAGE + 1 - len(keys))
    rows_of = {row[0]: row for row in _BY_ID(**{f"l{i}": pk for i, pk in enumerate(ids)})}
    names = ("hot", "warm", "cold", "none")
    return [
        ("ended" if view is View.ENDED else names[key.section], key, rows_of[key.id])
        for key in keys
        if key.id in rows_of
    ]


_BY_ID = Prepared(
    lambda: Lead.objects.filter(id__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE + 1)]).values_list(*_COLUMNS)
)


# A link compared with many values takes no slots: the same column under another name does.
_HEARD = Prepared(
    lambda: (
        Evidence.objects.alias(of=ExpressionWrapper(F("lead_id"), IntegerField()))
        .filter(of__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE)])
        .exclude(shows__in=[shows.value for shows in rules.IDENTITY])
        .order_by("lead_id", "true_on", "id")
        .values_list("lead_id", "true_on", "said_by__name", "said_by_words")
    )
)


def _last_heard(ids: list[int], on: date) -> dict[int, str]:
    """Lead → "Fri 20 Nov, from Tomás Rey": the latest thing heard of its demand. One statement."""
    padded = ids + [0] * (PAGE - len(ids))
    heard = {}
    for lead_id, true_on, said_by, words in _HEARD(**{f"l{i}": pk for i, pk in enumerate(padded)}):
        source = said_by or words
        heard[lead_id] = say_day(true_on, on) + (f", from {source}" if source else "")
    return heard


def _row(name: str, row: tuple[Any, ...], heard: dict[int, str], on: date) -> LeadRow:
    (
        pk, title, company, person, identified, hot, warm, cold, owner, outcome, outcome_on, objective, subject,
        due, earliest,
    ) = row[: len(_COLUMNS)]  # fmt: skip
    verdict = rules.verdict(Dates(identified, hot, warm, cold), on, agencies.numbers(Holds, "grades"))
    ended = f"{rules.ENDING_WORDS[rules.Ending(outcome)]}, {say_day(outcome_on, on)}" if outcome else ""
    return LeadRow(
        id=pk, group=name, title=title, company=company or "", person=person, verdict=verdict, outcome=ended,
        heard=heard.get(pk, ""), step=objective or subject or "", due=_when(due, earliest, on) if due else "",
        late=bool(due and due < on), owner=owner, initials=initials(owner),
    )  # fmt: skip


def _when(due: date, earliest: time | None, on: date) -> str:
    return say_day(due, on) + (f", {earliest:%H:%M}" if earliest else "")


_GROUPS = {
    "tomorrow": ("Stale tomorrow", ""),
    "last": ("Last day of hot", ""),
    "hot": ("Hot", ""),
    "warm": ("Warm", "one call each tells you which way they go"),
    "cold": ("Cold", ""),
    "none": ("To qualify", "one question makes each a lead"),
    "ended": ("Ended", ""),
}


def _groups(rows: list[LeadRow]) -> tuple[tuple[str, str, tuple[LeadRow, ...]], ...]:
    """Rows that follow each other under one heading; hot ones in their last two days under their own."""
    grouped: list[tuple[str, list[LeadRow]]] = []
    for row in rows:
        name = (
            {"last day": "last", "1 day left": "tomorrow"}.get(row.verdict.left, "hot")
            if row.group == "hot"
            else row.group
        )
        if not grouped or grouped[-1][0] != name:
            grouped.append((name, []))
        grouped[-1][1].append(row)
    return tuple((*_GROUPS[name], tuple(members)) for name, members in grouped)


def _count(number: int) -> str:
    return {0: "No leads", 1: "One lead"}.get(number, f"{number} leads")


def _key(after: str) -> Key | None:
    """A key that came back from a browser; one that is none begins at the top."""
    section, _, rest = after.partition("~")
    day, _, pk = rest.partition("~")
    try:
        return Key(int(section), date.fromisoformat(day), int(pk))
    except ValueError:
        return None
