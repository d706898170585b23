"""Leads as the pages of persons and companies show them, and who is known as a hiring manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet

from rightday.agencies import queries as agencies
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import Dates, Grade, Holds, Verdict

MANY = 50
HEARD = 10


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead on the page of its person or company. `outcome` is '' while it is open, then `step` is ''."""

    id: int
    title: str
    person_id: int
    person: str
    company: str
    verdict: Verdict
    outcome: str
    step: str
    objective: str
    when: str
    late: bool
    heard: str
    owner: str

    @property
    def open(self) -> bool:
        return not self.outcome


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """What a list of persons adds to a row: what they are known as, and the next call with them."""

    known_as: str
    lead_id: int | None
    step: str
    when: str
    late: bool
    grade: Grade


@dataclass(frozen=True, slots=True)
class Heard:
    """Intelligence: something heard with nobody to call about it yet, and the question that would make it a lead.

    `asks`: the day on which it is asked about, "" where none is set.
    """

    id: int
    words: str
    question: str
    on: str
    asks: str = ""


_ID: IntegerField[int, int] = IntegerField()
_COLUMNS = (
    "id", "title", "person_id", "person__name", "company__name", "identified_on", "hot_until", "warm_until",
    "cold_until", "outcome__kind", "outcome__on", "outcome__who", "next_step__objective", "next_step__kind",
    "next_step__due", "next_step__earliest", "heard_on", "heard_from__name", "owner__name",
)  # fmt: skip

# Where NULLs stand is said, for SQLite and PostgreSQL differ.
_OPEN_FIRST = (F("outcome_id").desc(nulls_first=True), "next_step__due", "-id")


def _lines(**of: Any) -> QuerySet[Any, Any]:
    """Open ones first, by their day; then the ended, the latest first."""
    found: QuerySet[Any, Any] = Lead.objects.filter(**of)
    return found.order_by(*_OPEN_FIRST).values_list(*_COLUMNS)[:MANY]


_OF_PERSON = Prepared(lambda: _lines(person_id=Slot("id", _ID)))
_OF_COMPANY = Prepared(lambda: _lines(company_id=Slot("id", _ID)))
_HEARD = Prepared(
    lambda: (
        Intelligence.objects.filter(company_id=Slot("id", _ID), closed_on=None)
        .order_by("-id")
        .values_list("id", "words", "question", "true_on", "due")[:HEARD]
    )
)


def of_person(person_id: int, *, on: date) -> tuple[LeadLine, ...]:
    """A person's leads as of a day, open ones first. One statement."""
    return tuple(_line(row, on) for row in _OF_PERSON(id=person_id))


def of_company(company_id: int, *, on: date) -> tuple[LeadLine, ...]:
    """A company's leads as of a day, open ones first. One statement."""
    return tuple(_line(row, on) for row in _OF_COMPANY(id=company_id))


def heard_at(company_id: int, *, on: date) -> tuple[Heard, ...]:
    """What was heard at a company and became no lead yet, the latest first. One statement."""
    return tuple(
        Heard(pk, words, question, say_day(day, on), say_day(due, on) if due else "")
        for pk, words, question, day, due in _HEARD(id=company_id)
    )


def briefs(person_ids: Sequence[int], *, on: date) -> dict[int, PersonBrief]:
    """Person → what they are known as and the next call, for those with a lead. One statement."""
    found: dict[int, PersonBrief] = {}
    rows = Lead.objects.filter(person__in=list(person_ids)).order_by(*_OPEN_FIRST)
    for line in (_line(row, on) for row in rows.values_list(*_COLUMNS)):
        if line.person_id not in found:
            lead_id = line.id if line.open else None
            found[line.person_id] = PersonBrief(
                "Hiring manager", lead_id, line.step, line.when, line.late, line.verdict.grade
            )
    return found


def open_of(person_ids: Sequence[int], *, on: date, limit: int) -> tuple[LeadLine, ...]:
    """Open leads of some persons, the soonest first. One statement."""
    rows = Lead.objects.open().filter(person__in=list(person_ids)).order_by("next_step__due", "id")
    return tuple(_line(row, on) for row in rows.values_list(*_COLUMNS)[:limit])


def open_of_companies(company_ids: Sequence[int]) -> dict[int, int]:
    """Company → how many open leads. One statement."""
    rows = Lead.objects.open().filter(company__in=list(company_ids))
    return dict(rows.values("company_id").annotate(open=Count("id")).values_list("company_id", "open"))


def hiring_managers() -> Exists:
    """Narrows persons to those named on a lead, open or ended."""
    return Exists(Lead.objects.filter(person=OuterRef("pk")))


def to_qualify(on: date) -> Exists:
    """Narrows persons to those with an open lead that carries no grade on that day."""
    return Exists(Lead.objects.open().to_qualify(on).filter(person=OuterRef("pk")))


def _line(row: tuple[Any, ...], on: date) -> LeadLine:
    (
        pk, title, person_id, person, company, identified, hot, warm, cold, ending, ended_on, who, objective,
        kind, due, earliest, heard_on, heard_from, owner,
    ) = row  # fmt: skip
    outcome = ""
    if ending:
        by_whom = f": {who}" if who else ""
        outcome = f"{rules.ENDING_WORDS[rules.Ending(ending)]}{by_whom}, {say_day(ended_on, on)}"
    source = f", from {heard_from}" if heard_from else ""
    return LeadLine(
        id=pk, title=title or company or person, person_id=person_id, person=person, company=company or "",
        verdict=rules.verdict(Dates(identified, hot, warm, cold), on, agencies.numbers(Holds, "grades")),
        outcome=outcome, step=KIND_WORDS[Kind(kind)] if kind else "", objective=objective or "",
        when=_when(due, earliest, on) if due else "", late=bool(due and due < on),
        heard=say_day(heard_on, on) + source, owner=owner,
    )  # fmt: skip


def _when(due: date, earliest: time | None, on: date) -> str:
    return say_day(due, on) + (f", {earliest:%H:%M}" if earliest else "")
