"""Leads that leak: one statement for each way, each served by an index, the longest forgotten first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from django.db.models import Case, DateField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, Q, Value, When

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.calls.rules import RESULT_WORDS, Cadence
from rightday.db.prepared import Prepared, Slot
from rightday.db.unindexed import Unindexed
from rightday.insight.history_rows import LastCall
from rightday.insight.leaks import LEAK_WORDS, Bounds, Leak, bounds, quiet_words
from rightday.insight.queries_list import PAGE, SLOTS, last_calls, slots
from rightday.insight.rules import Leaks
from rightday.kernel import days
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.models import Lead, LeadQuerySet
from rightday.leads.rules import Dates, Grade
from rightday.team.models import Member
from rightday.team.rules import initials

COUNTED = 100
SHOWN = 5
_COLUMNS = (
    "id", "next_step_id", "title", "company__name", "person__name", "owner__name", "call_count", "last_call_on",
    "heard_on", "next_step__due", "identified_on", "hot_until", "warm_until", "cold_until",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeakRow:
    """A lead that leaks. `last` is what happened last; `days` since then."""

    id: int
    step_id: int
    name: str
    person: str
    owner: str
    letters: str
    grade: Grade
    last: str
    days: int


@dataclass(frozen=True, slots=True)
class LeakList:
    """One way of leaking: some rows, and how many there are ("99+" from there on). `after` reads on."""

    leak: Leak
    words: str
    rows: tuple[LeakRow, ...]
    count: str
    hot: int
    after: str = ""
    begins: bool = True


def bounds_of(on: date, *, manager: bool) -> Bounds:
    """The bounds of the agency entered, in its working days. Managers see later what its owner sees first."""
    agency, leaks, cadence = (
        agencies.here(), agencies.numbers(Leaks, "leaks"), agencies.numbers(Cadence, "cadence"),
    )  # fmt: skip
    place = days.Place(agency.country, agency.subdivision)
    return bounds(
        on, leaks, (cadence.retry_hot, cadence.retry_warm, cadence.retry_cold),
        back=lambda day, number: days.add_working_days(day, -number, place), late=leaks.manager if manager else 0,
    )  # fmt: skip


def all_leaks(*, on: date, whose: Member | None) -> tuple[LeakList, ...]:
    """Every way of leaking with its first rows, each lead under the first that fits: six statements.

    `whose`: that member's leads, as they see them; else everybody's, as managers do.
    """
    at = bounds_of(on, manager=whose is None)
    seen: set[int] = set()
    found: dict[Leak, list[tuple[Any, ...]]] = {}
    for leak in Leak:
        found[leak] = [row for row in _FIRST[leak, whose is not None](**_values(at, whose)) if row[0] not in seen]
        seen.update(row[0] for row in found[leak])
    shown = {leak: [row[0] for row in rows[:SHOWN]] for leak, rows in found.items()}
    lines = _lines([pk for ids in shown.values() for pk in ids])
    return tuple(
        LeakList(
            leak, _words(leak), tuple(_row(leak, lines[pk], on) for pk in shown[leak] if pk in lines),
            str(len(rows)) if len(rows) < COUNTED else f"{COUNTED - 1}+", sum(row[1] for row in rows),
        )
        for leak, rows in found.items()
    )  # fmt: skip


def one_leak(leak: Leak, *, on: date, whose: Member | None, after: str = "") -> LeakList:
    """One way of leaking, read on by keyset: three statements."""
    at, key = bounds_of(on, manager=whose is None), _key_of(after)
    mine = None if whose is None else whose.pk
    if leak is Leak.OVERDUE:
        rows = _overdue(at, mine, PAGE + 1, key)
    else:
        rows = _leaking(leak, at, mine)
        rows = rows.filter(_beyond(_DAYS[leak], key)) if key is not None else rows
    found = list(rows.values_list("id", _DAYS[leak] or "heard_on", _IDS[leak])[: PAGE + 1])
    shown = found[:PAGE]
    lines = _lines([pk for pk, _, _ in shown])
    more = f"{shown[-1][1].isoformat()}~{shown[-1][2]}" if len(found) > PAGE else ""
    made = tuple(_row(leak, lines[pk], on) for pk, _, _ in shown if pk in lines)
    return LeakList(leak, _words(leak), made, "", 0, more, key is None)


_DAYS = {Leak.ONCE: "last_call_on", Leak.OVERDUE: "next_step__due", Leak.QUIET: "last_call_on", Leak.NEVER: ""}
_IDS = dict.fromkeys(Leak, "id") | {Leak.OVERDUE: "next_step_id"}
"""What follows the day in the order of each, and in its keys."""


def _beyond(day: str, key: tuple[date, int]) -> Q:
    """Rows after the key."""
    since, pk = key
    if not day:
        return Q(id__gt=pk)
    return Q(**{f"{day}__gte": since}) & (Q(**{f"{day}__gt": since}) | Q(**{day: since, "id__gt": pk}))


def _leaking(leak: Leak, at: Any, whose: Any) -> LeadQuerySet:
    """The rows of a way of leaking in their order. `at` has days or slots for them."""
    rows: LeadQuerySet = Lead.objects.open().filter(uncalled_on=None)
    if whose is not None and leak is not Leak.OVERDUE:
        rows = rows.filter(owner_id=whose)
    match leak:
        case Leak.ONCE:
            rows = rows.filter(call_count=1, last_call_on__lte=at.once, next_step__due__lt=at.on)
        case Leak.OVERDUE:
            return _overdue(at, whose, COUNTED)
        case Leak.QUIET:
            rows = rows.filter(_silent(at), last_call_on__lt=at.quiet)
        case Leak.NEVER:
            rows = rows.filter(_silent(at), last_call_on=None)
        case _:
            assert_never(leak)
    day = _DAYS[leak]
    return rows.order_by(day, "id") if day else rows.order_by("id")


def _overdue(at: Any, whose: Any, most: int, key: tuple[date, int] | None = None) -> LeadQuerySet:
    """The first leads whose step is overdue, after the key. Found by the steps, in the order of their index.

    Joined to their leads at once, SQLite begins with every open lead of the agency.
    """
    lead = Lead.objects.filter(next_step_id=OuterRef("id"), uncalled_on=None)
    late = Q(Exists(lead), due__lt=at.cold)
    late |= Q(Exists(lead.filter(warm_until__gte=at.on)), due__lt=at.warm)
    late |= Q(Exists(lead.filter(hot_until__gte=at.on)))
    steps = NextStep.objects.filter(late, due__lt=at.hot).order_by("due", "id")
    if whose is not None:  # theirs are few: found by their owner, and put in order then
        steps = steps.filter(owner_id=whose).order_by(Unindexed("due", DateField()), "id")
    if key is not None:
        steps = steps.filter(_beyond("due", key))
    # Who has a step that is overdue is open: said twice, SQLite takes an index of all that are.
    rows: LeadQuerySet = Lead.objects.alias(step=ExpressionWrapper(F("next_step_id"), IntegerField()))
    found: dict[str, Any] = {"step__in": steps.values("id")[:most]}
    return rows.filter(**found).order_by("next_step__due", "next_step_id")


def _silent(at: Any) -> Q:
    """Nothing heard for long, and neither on today's sheet nor promised a day to come."""
    heard = Q(heard_on__lt=at.quiet) & (Q(last_heard_on=None) | Q(last_heard_on__lt=at.quiet))
    waits = Q(next_step__due__lt=at.on) | Q(next_step__due__gt=at.on, next_step__agreed=False)
    return heard & waits


class _Slots:
    """The days of `Bounds`, each to be given at each run."""

    def __getattr__(self, name: str) -> Slot:
        return Slot(name, DateField())


def _prepared(leak: Leak, own: bool) -> Prepared:
    whose = Slot("whose", IntegerField()) if own else None
    # Only whether they were ever hot: four hundred days are not read for that.
    hot = Case(When(hot_until__isnull=False, then=Value(1)), default=Value(0), output_field=IntegerField())
    return Prepared(lambda: _leaking(leak, _Slots(), whose).annotate(hot=hot).values_list("id", "hot")[:COUNTED])


_FIRST = {(leak, own): _prepared(leak, own) for leak in Leak for own in (True, False)}


def _values(at: Bounds, whose: Member | None) -> dict[str, Any]:
    named = {name: getattr(at, name) for name in ("on", "once", "quiet", "hot", "warm", "cold")}
    return named | ({"whose": whose.pk} if whose is not None else {})


_LINES = Prepared(lambda: Lead.objects.filter(id__in=SLOTS).values_list(*_COLUMNS))


def _lines(ids: Sequence[int]) -> dict[int, tuple[dict[str, Any], LastCall | None]]:
    """Lead, of PAGE at most → its columns and its last call. Names are joined to these rows alone. Two statements."""
    calls = last_calls(ids)
    return {row[0]: (dict(zip(_COLUMNS, row, strict=True)), calls.get(row[0])) for row in _LINES(**slots(ids))}


def _words(leak: Leak) -> str:
    return quiet_words(agencies.numbers(Leaks, "leaks").quiet) if leak is Leak.QUIET else LEAK_WORDS[leak]


def _row(leak: Leak, line: tuple[dict[str, Any], LastCall | None], on: date) -> LeakRow:
    of, call = line
    since = of["next_step__due"] if leak is Leak.OVERDUE else of["last_call_on"] or of["heard_on"]
    last = say_day(since, on)
    if leak in (Leak.ONCE, Leak.QUIET):
        last = say_day(since, on) + (f", {_said(call)}" if call else "")
    grade = rules.grade(Dates(of["identified_on"], of["hot_until"], of["warm_until"], of["cold_until"]), on)
    return LeakRow(
        id=of["id"], step_id=of["next_step_id"], name=of["company__name"] or of["person__name"],
        person=of["person__name"], owner=of["owner__name"], letters=initials(of["owner__name"]), grade=grade,
        last=last[:1].upper() + last[1:], days=(on - since).days,
    )  # fmt: skip


def _said(call: LastCall) -> str:
    return f"“{call.note[:60].rstrip()}”" if call.note else RESULT_WORDS[call.result].lower()


def _key_of(after: str) -> tuple[date, int] | None:
    """A key that came back from a browser; one that is none begins at the top."""
    day, _, pk = after.partition("~")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
