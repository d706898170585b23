"""One part of a bulk act: its leads, locked, and what came of each. Shared by the kinds (`bulk_steps`, …)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from django.db.models import F

from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Kind, Reason
from rightday.db import bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.models import Lead
from rightday.team.models import Member
from rightday.timeline.models import Event

Before = dict[str, Any]
"""What a lead had, as plain JSON: "lead" is its id, "version" the one that the act left it with."""
EVENT: Final = ("at", "verb", "by_id", "lead_id", "person_id", "company_id", "words", "data")
_LINKS: Final = ("person__company", "company", "owner", "next_step__owner", "template")


@dataclass(slots=True)
class Part:
    """Leads in the order of the selection. `skip` and `keep` say what came of each."""

    leads: list[Lead]
    values: Mapping[str, Any]
    by: Member
    today: date
    at: datetime
    skipped: dict[int, str] = field(default_factory=dict)
    before: dict[int, Before] = field(default_factory=dict)
    events: list[tuple[Any, ...]] = field(default_factory=list)

    def skip(self, lead: Lead, reason: str) -> None:
        self.skipped[lead.pk] = reason

    def keep(self, lead: Lead, **had: Any) -> None:
        """The lead is changed; it counts its version on by one."""
        self.before[lead.pk] = {"lead": lead.pk, "version": lead.version + 1, **had}

    def told(self, verb: str, lead: Lead, words: str = "", **data: Any) -> None:
        """An event of this lead, as `timeline.record` writes it for one."""
        self.events.append((self.at, verb, self.by.pk, lead.pk, lead.person_id, lead.company_id, words, data))

    def record(self) -> None:
        bulk.insert_values(Event, EVENT, self.events)
        self.events.clear()


def locked(ids: Iterable[int]) -> dict[int, Lead]:
    """Leads with what the kinds read of them, locked, in one statement."""
    rows = Lead.objects.select_for_update(of=("self",)).filter(pk__among=list(ids)).select_related(*_LINKS)
    return {lead.pk: lead for lead in rows}


def unchanged(part: Part, seen: Sequence[tuple[int, int]], *, closed: bool) -> None:
    """Takes the leads that are still as they were seen into the part; the others are skipped, with the reason.

    `closed`: whether ended leads may take part.
    """
    found = locked(pk for pk, _ in seen)
    for pk, version in seen:
        lead = found.get(pk)
        if lead is None:
            part.skipped[pk] = bulk_acts.GONE
        elif lead.version != version:
            part.skipped[pk] = bulk_acts.CHANGED
        elif lead.next_step_id is None and not closed:
            part.skipped[pk] = bulk_acts.ENDED
        else:
            part.leads.append(lead)


def count_on(leads: Iterable[Lead]) -> None:
    """The versions of leads count on, in one statement."""
    Lead.objects.filter(pk__among=[lead.pk for lead in leads]).update(version=F("version") + 1)


_PLAIN: Final = ("why", "objective", "subject", "agreed", "introduced", "tries", "weight")
_DAYS: Final = ("fact_on", "due", "holds_until")


def plain_of(step: NextStep) -> dict[str, Any]:
    """A step's facts as plain JSON; how it stands on a day follows from them."""
    said = {name: getattr(step, name) for name in _PLAIN}
    said |= {name: _iso(getattr(step, name)) for name in (*_DAYS, "earliest", "latest")}
    return said | {"kind": step.kind, "reason": step.reason, "then": step.then_reason}


def plan_of(plain: Mapping[str, Any]) -> PlanValues:
    """What `plain_of` kept, as the agenda takes it."""
    days = {name: day_of(plain[name]) for name in _DAYS}
    assert days["fact_on"] is not None
    assert days["due"] is not None
    return {
        "kind": Kind(plain["kind"]), "reason": Reason(plain["reason"]), "why": plain["why"],
        "objective": plain["objective"], "subject": plain["subject"], "fact_on": days["fact_on"], "due": days["due"],
        "holds_until": days["holds_until"], "earliest": _time(plain["earliest"]), "latest": _time(plain["latest"]),
        "agreed": plain["agreed"], "introduced": plain["introduced"], "tries": plain["tries"],
        "weight": plain["weight"], "then": Reason(plain["then"]) if plain["then"] else None,
    }  # fmt: skip


def steps_of(leads: Iterable[Lead]) -> dict[int, NextStep]:
    """The steps of leads, by lead, with what planning them anew reads: from the rows in hand."""
    found = {}
    for lead in leads:
        step = lead.next_step
        assert step is not None
        step.person, step.company = lead.person, lead.company if step.company_id == lead.company_id else step.company
        found[lead.pk] = step
    return found


def day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(value: Any) -> str:
    return value.isoformat() if value is not None else ""


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None
