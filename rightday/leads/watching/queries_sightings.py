"""Where competitors were seen and what they filled: at a lead, at a company, and of one competitor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, Max, QuerySet

from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.models import Lead, Outcome
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.sightings import KIND_WORDS, SightingKind
from rightday.people.models import Company
from rightday.team.rules import initials

SHOWN = 30
PAGE = 25
COUNTED = 100
_ID: IntegerField[int, int] = IntegerField()


@dataclass(frozen=True, slots=True)
class Seen:
    """A competitor seen: `what` is "sent a CV, Dev Rao", `source` "Fri 20 Nov, from Tomás Rey, heard by Priya Nair"."""

    id: int
    competitor_id: int
    competitor: str
    letters: str
    company_id: int | None
    company: str
    lead_id: int | None
    title: str
    what: str
    words: str
    source: str
    on: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A place that a competitor filled: whose lead, who was hired, when, how we know."""

    lead_id: int
    company: str
    title: str
    person: str
    who: str
    on: str
    known: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A line of the list of competitors."""

    id: int
    name: str
    seen: int
    last: str
    filled: int


_COLUMNS = (
    "id", "competitor_id", "competitor__name", "company_id", "company__name", "lead_id", "lead__title", "kind",
    "with_words", "words", "said_by__name", "by__name", "seen_on",
)  # fmt: skip


def _seen(**of: Any) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = Sighting.objects.filter(**of)
    return rows.order_by("-seen_on", "-id").values_list(*_COLUMNS)[:SHOWN]


_OF_LEAD = Prepared(lambda: _seen(lead_id=Slot("id", _ID)))
_AT_COMPANY = Prepared(lambda: _seen(company_id=Slot("id", _ID)))
_OF_COMPETITOR = Prepared(lambda: _seen(competitor_id=Slot("id", _ID)))
_FILLED = Prepared(
    lambda: (
        Lead.objects.filter(outcome__rival_id=Slot("id", _ID))
        .order_by("-outcome__on", "-outcome_id")
        .values_list(
            "id", "company__name", "title", "person__name", "outcome__who", "outcome__on", "outcome__known_by",
            "outcome__rival__name",
        )[:SHOWN]
    )
)  # fmt: skip


def against_us(lead_id: int, *, on: date) -> tuple[Seen, ...]:
    """Competitors seen at a lead, the latest first. One statement."""
    return tuple(_line(row, on) for row in _OF_LEAD(id=lead_id))


def seen_at(company_id: int, *, on: date) -> tuple[Seen, ...]:
    """Competitors seen at a company, each once with what was seen last. One statement."""
    last: dict[int, Seen] = {}
    for row in _AT_COMPANY(id=company_id):
        last.setdefault(row[1], _line(row, on))
    return tuple(last.values())


def seen_of(competitor_id: int, *, on: date) -> tuple[Seen, ...]:
    """Where a competitor was seen, the latest first. One statement."""
    return tuple(_line(row, on) for row in _OF_COMPETITOR(id=competitor_id))


def filled_by(competitor_id: int, *, on: date) -> tuple[Filled, ...]:
    """What a competitor filled, the latest first. One statement."""
    return tuple(
        Filled(
            pk, company or "", title, person, "" if who == rival else who, say_day(day, on),
            rules.KNOWN_BY_WORDS[rules.KnownBy(known)] if known else "",
        )
        for pk, company, title, person, who, day, known, rival in _FILLED(id=competitor_id)
    )  # fmt: skip


def rivals(*, on: date, after: str = "") -> tuple[tuple[Rival, ...], str]:
    """A part of the competitors by name, and what reads on ('' at the end). Three statements."""
    pk, _, name = after.replace("\x00", "").partition("~")
    rows = Company.objects.filter(competitor=True).order_by("name", "id")
    if pk.isdecimal() and len(pk) < 19:
        rows = rows.filter(name__gte=name).exclude(name=name, id__lte=int(pk))
    found = list(rows.values_list("id", "name")[: PAGE + 1])
    ids = [pk for pk, _ in found[:PAGE]]
    seen = {
        pk: (number, last)
        for pk, number, last in Sighting.objects.filter(competitor_id__in=ids)
        .values("competitor_id")
        .annotate(number=Count("id"), last=Max("seen_on"))
        .values_list("competitor_id", "number", "last")
    }
    # Those that were taken back count no more.
    filled = dict(
        Outcome.objects.filter(rival_id__in=ids, was_of=None)
        .values("rival_id")
        .annotate(number=Count("id"))
        .values_list("rival_id", "number")
    )
    lines = tuple(
        Rival(pk, name, seen.get(pk, (0, None))[0], say_day(seen[pk][1], on) if pk in seen else "", filled.get(pk, 0))
        for pk, name in found[:PAGE]
    )
    return lines, f"{found[PAGE - 1][0]}~{found[PAGE - 1][1]}" if len(found) > PAGE else ""


def _line(row: tuple[Any, ...], on: date) -> Seen:
    pk, rival_id, rival, company_id, company, lead_id, title, kind, with_words, words, said_by, by, seen_on = row
    day = say_day(seen_on, on)
    parts = (day, f"from {said_by}" if said_by else "", f"put down by {by.split()[0]}" if by else "")
    source = ", ".join(part for part in parts if part)
    return Seen(
        id=pk, competitor_id=rival_id, competitor=rival, letters=initials(rival), company_id=company_id,
        company=company or "", lead_id=lead_id, title=title or "",
        what=", ".join(part for part in (KIND_WORDS[SightingKind(kind)], with_words) if part), words=words,
        source=source[:1].upper() + source[1:], on=day,
    )  # fmt: skip
