"""The rows of the list of leads: a line each, under headings; and where a part of the list ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, OuterRef, Subquery
from django.utils.text import Truncator

from rightday.agencies import queries as agencies
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.lists.filter_values import Sort
from rightday.leads.lists.labels import key_of
from rightday.leads.lists.models import Label, LeadLabel
from rightday.leads.models import Evidence
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import Dates, Holds, Verdict
from rightday.team.rules import initials
from rightday.ui.counts import spelled

PAGE = 20
SUBJECT = 40


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the list, and a card of the board; `about` is the milestone that the next call is about."""

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
    tone: str
    stage: Stage
    version: int
    planned: date | None
    labels: tuple[str, ...] = ()
    about: str = ""

    @property
    def milestone(self) -> str:
        """The column of the board that it is in."""
        return STAGE_WORDS[self.stage]


COLUMNS = (
    "id", "title", "company__name", "person__name", "identified_on", "hot_until", "warm_until", "cold_until",
    "owner__name", "outcome__kind", "outcome__on", "next_step__kind", "next_step__subject", "next_step__due",
    "next_step__earliest", "person_id", "outcome__who",
    "stage", "version", "owner_id", "milestone_on",
)  # fmt: skip

# A link compared with many values takes no slots: the same column under another name does.
_LABELS = Prepared(
    lambda: (
        LeadLabel.objects.alias(of=ExpressionWrapper(F("lead_id"), IntegerField()))
        .filter(of__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE)])
        # Named by a subquery: joined, PostgreSQL walks over all leads of each label.
        .values_list("lead_id", Subquery(Label.objects.filter(pk=OuterRef("label_id")).values("name")[:1]))
    )
)
_HEARD = Prepared(
    lambda: (
        Evidence.objects.alias(of=ExpressionWrapper(F("lead_id"), IntegerField()))
        .filter(of__in=[Slot(f"l{i}", IntegerField()) for i in range(PAGE)])
        .exclude(shows__in=[shows.value for shows in rules.IDENTITY])
        .order_by("lead_id", "true_on", "id")
        .values_list("lead_id", "true_on", "said_by_id", "said_by__name", "said_by__given", "said_by_words")
    )
)


def labels_of(leads: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Lead → its labels, by their words. One statement."""
    ids = [*leads, *[0] * (PAGE - len(leads))]
    found: dict[int, tuple[str, ...]] = {}
    rows = _LABELS(**{f"l{i}": pk for i, pk in enumerate(ids)})
    for lead_id, name in sorted(rows, key=lambda row: key_of(row[1])):
        found[lead_id] = (*found.get(lead_id, ()), name)
    return found


def last_heard(persons: dict[int, int], on: date) -> dict[int, str]:
    """Lead → "Fri 20 Nov, from Tomás Rey": the latest thing heard of its demand. One statement.

    `persons`: lead → whom it is about; what they said themselves is "from Nadia".
    """
    ids = [*persons, *[0] * (PAGE - len(persons))]
    heard = {}
    for lead_id, true_on, said_by, name, given, words in _HEARD(**{f"l{i}": pk for i, pk in enumerate(ids)}):
        source = (given if said_by == persons[lead_id] else "") or name or words
        heard[lead_id] = say_day(true_on, on) + (f", from {source}" if source else "")
    return heard


def row_of(row: tuple[Any, ...], heard: dict[int, str], on: date, labels: tuple[str, ...] = ()) -> LeadRow:
    (
        pk, title, company, person, identified, hot, warm, cold, owner, outcome, outcome_on, kind, subject, due,
        earliest, _person_id, who, stage, version, owner_id, planned,
    ) = row[: len(COLUMNS)]  # fmt: skip
    verdict = rules.verdict(Dates(identified, hot, warm, cold), on, agencies.numbers(Holds, "grades"))
    ended = ""
    if outcome:
        by_whom = f": {who}" if who else ""
        ended = f"{rules.ENDING_WORDS[rules.Ending(outcome)]}{by_whom}, {say_day(outcome_on, on)}"
    return LeadRow(
        id=pk, group="ended" if outcome else verdict.grade, title=title, company=company or "", person=person,
        verdict=verdict, outcome=ended,
        heard=heard.get(pk, ""), step=_step(kind, subject, title), due=_when(due, earliest, on) if due else "",
        late=bool(due and due < on), owner=owner, initials=initials(owner),
        tone=("", "b", "c")[owner_id % 3], stage=Stage(stage), version=version, planned=planned,
        labels=labels, about=subject if kind == Kind.MILESTONE.value and subject else "",
    )  # fmt: skip


def _step(kind: str | None, subject: str | None, title: str) -> str:
    """ "Confirming call"; with its subject where that is another than the lead's: "Lead call, a second Java team"."""
    if not kind:
        return ""
    words = KIND_WORDS[Kind(kind)]
    return f"{words}, {Truncator(subject).chars(SUBJECT)}" if subject and subject != title else words


def _when(due: date, earliest: time | None, on: date) -> str:
    return say_day(due, on) + (f", {earliest:%H:%M}" if earliest else "")


_GROUPS = {
    "tomorrow": ("Stale tomorrow", ""),
    "last": ("Stale tonight", ""),
    "hot": ("Hot", ""),
    "warm": ("Warm", "one call each tells you which way they go"),
    "cold": ("Cold", ""),
    "none": ("To qualify", "one question makes each a lead"),
    "ended": ("Ended", ""),
}


Heading = tuple[str, str]
Group = tuple[str, str, tuple[LeadRow, ...]]


def groups(rows: Sequence[LeadRow], sort: Sort) -> tuple[Group, ...]:
    """Rows that follow each other under one heading; ("", "") where the order has none."""
    heading = _HEADINGS.get(sort, lambda row: ("", ""))
    return tuple((*words, tuple(members)) for words, members in groupby(rows, heading))


def _by_grade(row: LeadRow) -> Heading:
    """Hot ones in their last two days stand under their own."""
    left = {"last day": "last", "1 day left": "tomorrow"}.get(row.verdict.left, "hot")
    return _GROUPS[left if row.group == "hot" else row.group]


_HEADINGS: dict[Sort, Callable[[LeadRow], Heading]] = {
    Sort.GRADE: _by_grade,
    Sort.STAGE: lambda row: (row.milestone, ""),
    Sort.OWNER: lambda row: (row.owner, ""),
    Sort.ENDED: lambda row: _GROUPS["ended"],
}


def count_words(number: int) -> str:
    return {0: "No leads", 1: "One lead"}.get(number, f"{spelled(number).capitalize()} leads")
