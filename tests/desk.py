"""Rows of the desk for tests: a candidate, an order, and what happens between them, inside an agency entered."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Of, Reason
from rightday.joborders.models import JobOrder
from rightday.joborders.placements.models import Placement
from rightday.joborders.submittals.models import Interview, Submittal
from rightday.kernel import names
from rightday.people.models import Company, Person
from rightday.talent.models import Candidate, Consent, Skill
from rightday.team.models import Member

DAY = timedelta(days=1)


def step(owner: Member, person: Person, of: Of, kind: Kind = Kind.PROGRESS, **changed: Any) -> NextStep:
    """A next step that no record holds yet, due today unless said."""
    day = timezone.localdate()
    values: dict[str, Any] = {
        "of": of, "kind": kind, "reason": Reason.LIVE_ORDER, "why": "It is their day.", "objective": "A yes, with a day",
        "fact_on": day, "due": day, "agreed": True, "company": person.company,
    }  # fmt: skip
    return agenda.plan(owner=owner, person=person, by=owner, **(values | changed))


def someone(name: str = "Sanna Koskinen", company: Company | None = None, **changed: Any) -> Person:
    given, _, family = name.rpartition(" ")
    values: dict[str, Any] = {
        "given": given, "family": family, "name": name, "key": names.person_key(name), "company": company,
        "zone": "Europe/London",
    }  # fmt: skip
    return Person.objects.create(**(values | changed))


def candidate(owner: Member, person: Person | None = None, **changed: Any) -> Candidate:
    """A candidate without a next step, Sanna Koskinen unless said."""
    return Candidate.objects.create(person=person or someone(), owner=owner, added_by=owner, **changed)


def skill(name: str) -> Skill:
    return Skill.objects.get_or_create(key=name.casefold(), defaults={"name": name})[0]


def order(owner: Member, manager: Person, **changed: Any) -> JobOrder:
    """An open contract order of the manager's company: a platform engineer, £640 to £700 a day billed."""
    values: dict[str, Any] = {
        "company": manager.company, "manager": manager, "owner": owner, "title": "Platform engineer",
        "kind": "contract", "bill_from": 64_000, "bill_to": 70_000, "pay_to": 56_000, "burden": 0,
        "taken_on": timezone.localdate(), "taken_by": owner,
    }  # fmt: skip
    if "next_step" not in changed and "closing" not in changed:
        values["next_step"] = step(owner, manager, Of.ORDER)
    return JobOrder.objects.create(**(values | changed))


def consent(who: Candidate, company: Company, answer: str = "given", on: date | None = None) -> Consent:
    return Consent.objects.create(
        person=who.person, company=company, answer=answer, on=on or timezone.localdate(), by=who.owner
    )


def submittal(of: JobOrder, who: Candidate, **changed: Any) -> Submittal:
    """The candidate presented for the order today, with consent; the next step is a call to the manager."""
    values: dict[str, Any] = {
        "order": of, "candidate": who, "owner": of.owner, "pay": 56_000, "bill": 66_000,
        "submitted_on": timezone.localdate(), "by": of.owner,
    }  # fmt: skip
    if "consent" not in changed:
        values["consent"] = consent(who, of.company)
    if "next_step" not in changed and "stop" not in changed:
        values["next_step"] = step(of.owner, of.manager, Of.SUBMITTAL)
    return Submittal.objects.create(**(values | changed))


def interview(of: Submittal, starts: datetime | None = None, round: int = 1, **changed: Any) -> Interview:
    """A first round by video, yesterday unless said."""
    values: dict[str, Any] = {
        "submittal": of, "round": round, "starts": starts or timezone.now() - DAY, "zone": "Europe/London",
        "how": "video", "by": of.owner,
    }  # fmt: skip
    return Interview.objects.create(**(values | changed))


def placement(of: Submittal, **changed: Any) -> Placement:
    """A contract that started a week ago, with its weekly check-in as the next step."""
    job, person = of.order, of.candidate.person
    values: dict[str, Any] = {
        "submittal": of, "order": job, "person": person, "company": job.company, "manager": job.manager,
        "owner": job.owner, "kind": job.kind, "title": job.title, "starts_on": timezone.localdate() - 7 * DAY,
        "started_on": timezone.localdate() - 7 * DAY, "pay": of.pay, "bill": of.bill,
    }  # fmt: skip
    if "next_step" not in changed and "end" not in changed:
        values["next_step"] = step(
            job.owner, person, Of.PLACEMENT, Kind.CHECK_IN, reason=Reason.CHECK_IN, company=job.company
        )
    return Placement.objects.create(**(values | changed))
