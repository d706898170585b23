"""The sheet of a day: two statements, however long the backlog is. And what rests behind a place on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from math import log2
from typing import Any, NamedTuple

from django.db.models import Case, DateField, F, FilteredRelation, FloatField, IntegerField, Q, Value, When

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.agenda import rules
from rightday.agenda.call_times import callable_from
from rightday.agenda.models import Intention, NextStep
from rightday.agenda.planning import about
from rightday.agenda.reckoning import Facts, Reckoning, reckon
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.days import Place
from rightday.team.models import Member

ORDERED = 120
"""Due calls that are put in order for a day; more than anybody makes."""
SHOWN = 15
"""Calls on the page at first; all that are in order are shown on request."""
LATER_SHOWN = 5
"""So many of them are kept for calls with a time of their own, where there are any."""


class SheetRow(NamedTuple):
    """One call of the sheet. `from_` is when it may be made, None for now; `score` as the rule has it today."""

    id: int
    place: int
    score: float
    person_id: int
    person: str
    given: str
    title: str
    company_id: int | None
    company: str
    kind: str
    subject: str
    objective: str
    why: str
    reason: str
    due: date
    earliest: time | None
    latest: time | None
    zone: str
    agreed: bool
    tries: int
    number_id: int | None
    number: str
    number_state: str
    reached_on: date | None
    from_: datetime | None

    @property
    def kind_words(self) -> str:
        return rules.KIND_WORDS[rules.Kind(self.kind)]

    @property
    def urgent(self) -> bool:
        return self.place <= rules.Place.URGENT


@dataclass(frozen=True, slots=True)
class Sheet:
    """The calls of a day in their order. `due` counts up to ORDERED; `more` says that there are further ones."""

    now: tuple[SheetRow, ...]
    later: tuple[SheetRow, ...]
    due: int
    more: bool


class _Ordered(NamedTuple):
    id: int
    person_id: int
    place: int
    log_score: float
    due: date
    zone: str
    earliest: time | None
    latest: time | None
    agreed_until: date | None


def place_of_day() -> Case:
    """The SQL twin of `rules.place_on`."""
    on = Slot("on", DateField())
    return Case(
        When(Q(place=rules.Place.ORDINARY.value) & Q(urgent_from__lte=on, urgent_until__gte=on), then=Value(2)),
        default=F("place"),
        output_field=IntegerField(),
    )


def log_score() -> Any:
    """The SQL twin of `rules.log_score`, term by term in the same order, so that floats agree."""
    on, ordinal = Slot("on", DateField()), Slot("ordinal", FloatField())
    held = Q(holds_until=None) | Q(holds_until__gte=on)
    fading = Case(
        When(held, then=F("rank") - ordinal * F("fade")),
        default=F("then_rank") - ordinal * F("then_fade"),
        output_field=FloatField(),
    )
    answers = Case(
        When(agreed_until__gte=on, then=Slot("agreed_chance", FloatField())),
        default=F("chance"),
        output_field=FloatField(),
    )
    return fading + answers


# Reads the covering index `step_sheet` alone (a test asks both databases).
_ORDER = Prepared(
    lambda: (
        NextStep.objects.on_sheet()
        .filter(owner_id=Slot("owner"), due__lte=Slot("on"))
        .annotate(at=place_of_day(), log_score=log_score())
        .order_by("at", "-log_score", "id")
        .values_list("id", "person_id", "at", "log_score", "due", "zone", "earliest", "latest", "agreed_until")[
            : ORDERED + 1
        ]
    )
)
_DETAILS = Prepared(
    lambda: (
        NextStep.objects.filter(
            id__in=[Slot(f"id{i}", IntegerField()) for i in range(SHOWN)], person__do_not_call=False
        )
        .annotate(first=FilteredRelation("person__numbers", condition=Q(person__numbers__first=True)))
        .values_list(
            "id", "person__name", "person__given", "person__title", "company_id", "company__name", "kind",
            "subject", "objective", "why", "reason", "then_reason", "holds_until", "agreed", "tries",
            "first__id", "first__typed", "first__e164", "first__ext", "first__state", "first__reached_on",
            "company__country", "company__subdivision",
        )
    )
)  # fmt: skip


def sheet(member: Member, *, on: date, now: datetime, skip: Sequence[int] = (), shown: int = SHOWN) -> Sheet:
    """The member's calls of a day: two statements (for `shown` over SHOWN, one more for each further 15).

    `skip` are persons a colleague has on the phone.

    Now holds what may be called at this moment, in order; Later the rest, by when it may be. Nobody
    who has said no appears, even where a step is left behind.
    """
    numbers = agencies.numbers(rules.Numbers, "score")
    found = [
        _Ordered._make(row)
        for row in _ORDER(
            owner=member.pk, on=on, ordinal=float(on.toordinal()), agreed_chance=log2(numbers.agreed_chance)
        )
    ]
    ordered = [step for step in found[:ORDERED] if step.person_id not in skip]
    times = _Times(now)
    ready: list[_Ordered] = []
    waiting: list[_Ordered] = []
    for step in ordered:
        (ready if times.of(step) <= now else waiting).append(step)
    first = ready[: shown - min(len(waiting), LATER_SHOWN)]
    chosen = [*first, *sorted(waiting, key=times.of)[: shown - len(first)]]
    details = _details_of(chosen)
    rows = [_row(step, details[step.id], on, times) for step in chosen if step.id in details]
    return Sheet(
        now=tuple(row for row in rows if row.from_ is None),
        later=tuple(sorted((r for r in rows if r.from_ is not None), key=lambda r: (r.from_, r.place, -r.score))),
        due=min(len(found), ORDERED),
        more=len(found) > ORDERED,
    )


def reckoning(step_id: int, *, on: date | None = None) -> Reckoning:
    """Why a step stands where it stands on a day (the agency's today unless said); one statement.

    Raises NextStep.DoesNotExist.
    """
    day = on or clock.today_in(agencies.here().zone)
    step = NextStep.objects.select_related("person", "company").get(pk=step_id)
    then = rules.Reason(step.then_reason) if step.then_reason else None
    standing = rules.Standing(
        rules.Place(step.place), step.urgent_from, step.urgent_until, step.agreed_until, step.holds_until,
        step.rank, step.fade, then, step.then_rank, step.then_fade, step.chance,
    )  # fmt: skip
    facts = Facts(
        rules.Reason(step.reason), step.fact_on, step.due, step.agreed, introduced=step.introduced,
        weight=step.weight, **about(step.person, step.company),
    )  # fmt: skip
    return reckon(facts, standing, day, agencies.numbers(rules.Numbers, "score"))


class _Times:
    """When each may be called: one reckoning for each zone, hours and country of a sheet."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.hours = agencies.numbers(CallHours, "hours")
        self.agency = agencies.here()
        self.known: dict[tuple[Any, ...], datetime] = {}

    def of(self, step: _Ordered, country: str = "", subdivision: str = "") -> datetime:
        """`now`, or the next moment. Without a country: the agency's own holidays in its own zone, else none."""
        if not country and step.zone == self.agency.zone:
            country, subdivision = self.agency.country, self.agency.subdivision
        agreed = step.due if step.agreed_until else None
        key = (step.zone, step.earliest, step.latest, agreed, country, subdivision)
        if key not in self.known:
            at = callable_from(
                self.now, zone=step.zone, place=Place(country, subdivision), hours=self.hours,
                earliest=step.earliest, latest=step.latest, agreed=agreed,
            )  # fmt: skip
            self.known[key] = at.astimezone(UTC)  # moments of one zone are put in order ten times as fast
        return self.known[key]


def _details_of(chosen: list[_Ordered]) -> dict[int, tuple[Any, ...]]:
    found: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(chosen), SHOWN):
        ids = [step.id for step in chosen[start : start + SHOWN]]
        ids += [0] * (SHOWN - len(ids))
        found |= {row[0]: row for row in _DETAILS(**{f"id{i}": pk for i, pk in enumerate(ids)})}
    return found


def _row(step: _Ordered, row: tuple[Any, ...], on: date, times: _Times) -> SheetRow:
    (
        _, person, given, title, company_id, company, kind, subject, objective, why, reason, then, holds_until,
        agreed, tries, number_id, typed, e164, ext, state, reached_on, country, subdivision,
    ) = row  # fmt: skip
    at = times.of(step, country or "", subdivision or "")
    return SheetRow(
        id=step.id, place=step.place, score=2**step.log_score, person_id=step.person_id, person=person, given=given,
        title=title, company_id=company_id, company=company or "", kind=kind, subject=subject, objective=objective,
        why=why, reason=then if then and holds_until and on > holds_until else reason, due=step.due,
        earliest=step.earliest, latest=step.latest, zone=step.zone, agreed=agreed, tries=tries, number_id=number_id,
        number=(f"{e164} x{ext}" if ext else e164) or typed or "", number_state=state or "", reached_on=reached_on,
        from_=at if at > times.now else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intended:
    """What a member wants from a day; `version` None where nothing was said yet."""

    words: str
    outcomes: tuple[tuple[rules.Achievement, int], ...]
    version: int | None


_INTENDED = Prepared(
    lambda: (
        Intention.objects.filter(member_id=Slot("member"), day=Slot("day"))
        .order_by("outcomes__id")
        .values_list("words", "version", "outcomes__kind", "outcomes__count")
    )
)


def intention(member: Member, day: date) -> Intended:
    """The member's intention for a day, in one statement."""
    rows = _INTENDED(member=member.pk, day=day)
    if not rows:
        return Intended("", (), None)
    outcomes = tuple((rules.Achievement(kind), count) for _, _, kind, count in rows if kind)
    return Intended(rows[0][0], outcomes, rows[0][1])
