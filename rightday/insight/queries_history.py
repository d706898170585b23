"""The history of a period: its leads counted by what became of them. Three statements, however many there were."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, F, IntegerField, Value, When

from rightday.agencies import queries as agencies
from rightday.insight import standing
from rightday.insight.periods import Period
from rightday.insight.rules import OF_ENDING, Became, Leaks, Silence, Tally
from rightday.kernel.ratios import Ratio
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Ending
from rightday.people.models import Company
from rightday.team.models import Member

RIVALS = 200
"""Competitors named of one period, those that filled most."""


@dataclass(frozen=True, slots=True)
class History:
    """The leads of a period, and how much was known of those of the period before."""

    period: Period
    tally: Tally
    before: Ratio


def history(period: Period, *, on: date, whose: Member | None) -> History:
    """What became, by today (`on`), of the leads of a period and of the period before. Three statements."""
    both = Period(period.before.first, period.last)
    zone = ZoneInfo(agencies.here().zone or "UTC")
    now = Case(
        When(made_at__gte=datetime.combine(period.first, time(), zone), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    counted = _counted(both, on, whose, now=now)
    before = _tally([row for row in counted if not row[0]], {})
    mine = [row for row in counted if row[0]]
    return History(period, _tally(mine, _names(mine)), before.known)


def tally(period: Period, *, on: date, whose: Member | None) -> Tally:
    """The same without the period before. Three statements."""
    counted = _counted(period, on, whose, now=Value(1, output_field=IntegerField()))
    return _tally(counted, _names(counted))


Counted = tuple[int, str | None, int | None, int, int, int]


def _counted(period: Period, on: date, whose: Member | None, *, now: Any) -> list[Counted]:
    """(of this period, ending, competitor, stage, silence, how many), in two passes over the index of history.

    `stage` is 0 where nobody knows or it has ended, -1 where it is open and nothing is known of its process;
    `silence` is -1 where it is known or has ended. Ended and open ones apart, for their outcomes are joined to the
    ended alone: put in order together, five columns of 40,000 rows cost four times as much.
    """
    leaks = agencies.numbers(Leaks, "leaks")
    known = standing.known(on, leaks)
    every = standing.generated(period, whose=whose).annotate(now=now).order_by()
    ended = every.filter(outcome__isnull=False).values("now", "outcome__kind", "outcome__rival_id")
    still = every.filter(outcome__isnull=True).annotate(
        at=Case(
            When(known & standing.TRACKED, then=F("stage")),
            When(known, then=Value(-1)),
            default=Value(0),
            output_field=IntegerField(),
        ),
        silence=Case(
            When(known, then=Value(-1)),
            When(call_count=0, then=Value(0)),
            When(last_talk_on=None, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
    )
    over = ended.annotate(number=Count("id")).values_list("now", "outcome__kind", "outcome__rival_id", "number")
    going_on = still.values("now", "at", "silence").annotate(number=Count("id"))
    return [
        *((of, kind, rival, 0, -1, number) for of, kind, rival, number in over),
        *(
            (of, None, None, at, silent, number)
            for of, at, silent, number in going_on.values_list("now", "at", "silence", "number")
        ),
    ]


def _tally(rows: list[Counted], names: dict[int, str]) -> Tally:
    counts: Counter[Became] = Counter()
    stages: Counter[Stage | None] = Counter()
    silences: Counter[Silence] = Counter()
    rivals: Counter[int | None] = Counter()
    for _now, ending, rival, stage, silence, number in rows:
        what = OF_ENDING[Ending(ending)] if ending else Became.OPEN if stage else Became.UNKNOWN
        counts[what] += number
        if what is Became.OPEN:
            stages[Stage(stage) if stage > 0 else None] += number
        if what is Became.UNKNOWN:
            silences[tuple(Silence)[silence]] += number
        if what is Became.COMPETITOR:
            rivals[rival if rival in names else None] += number
    ordered = sorted(rivals.items(), key=lambda one: (one[0] is None, -one[1], names.get(one[0] or 0, "")))
    return Tally(
        dict(counts), dict(sorted(stages.items(), key=lambda one: one[0] or 0)), dict(silences),
        tuple((rival, names.get(rival or 0, ""), number) for rival, number in ordered),
    )  # fmt: skip


def _names(rows: list[Counted]) -> dict[int, str]:
    """The competitors among them by id, those that filled most. One statement, also where there is none."""
    filled: Counter[int] = Counter()
    for _now, _ending, rival, _stage, _silence, number in rows:
        if rival is not None:
            filled[rival] += number
    ids = [rival for rival, _ in filled.most_common(RIVALS)] or [0]
    return dict(Company.objects.filter(pk__in=ids).values_list("pk", "name"))
