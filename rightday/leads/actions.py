"""Verbs that change leads. An open lead always has its next step: the database refuses else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, Unpack

from django.db import transaction
from django.db.models import F

from rightday.agenda import actions as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Kind, Reason
from rightday.leads import rules
from rightday.leads.actions_create import NewLead, create, create_many
from rightday.leads.actions_evidence import add_evidence, add_evidence_to_many, confirm, phone_tested, phone_wrong
from rightday.leads.actions_let_go import let_go
from rightday.leads.actions_outcome import end, reopen
from rightday.leads.incentives.actions import settle
from rightday.leads.models import Lead, Outcome
from rightday.leads.planning import write_words
from rightday.leads.rules import Ending
from rightday.leads.stale import stale
from rightday.people import actions_reach as reach
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.people.rules import Answer, Channel
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline
from rightday.timeline.models import Event

__all__ = [
    "NewLead", "add_evidence", "add_evidence_to_many", "change_step", "confirm", "create", "create_many", "edit", "end",
    "note", "phone_tested", "phone_wrong", "refuse", "reopen", "replace_step",
]  # fmt: skip


@transaction.atomic
def replace_step(
    lead: Lead,
    *,
    done: int,
    by: Member,
    owner: Member | None = None,
    columns: Mapping[str, Any] | None = None,
    **values: Unpack[PlanValues],
) -> NextStep:
    """The step `done` is over, another one follows. Compare-and-set: two results for one step cannot both count.

    `columns`: what else is written on the lead with it (a call counts itself). Raises Stale when the lead has
    another step by now, DoNotCall when the person has said no.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    values.setdefault("introduced", lead.introduced_by_id is not None)
    values.setdefault("subject", lead.title)
    made = agenda.plan(owner=owner or lead.owner, person=lead.person, company=lead.company, by=by, **values)
    also = columns or {}
    ours = Lead.objects.filter(pk=lead.pk, next_step=done)
    _changed(lead, ours.update(next_step=made, version=F("version") + 1, **also))
    NextStep.objects.filter(pk=done).erase()
    lead.next_step = made
    return made


@transaction.atomic
def change_step(
    lead: Lead,
    *,
    seen_step: int,
    due: date,
    by: Member,
    time: time | None = None,
    objective: str | None = None,
    subject: str | None = None,
    agreed: bool = False,
) -> NextStep:
    """Another day, hour or objective for the next step; why it is worth a call stays.

    `seen_step` is the step shown. Raises Stale when it is no longer the lead's.
    """
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    step = NextStep.objects.select_related("owner").filter(pk=seen_step).first()
    if step is None:
        raise stale(lead)
    made = replace_step(
        lead,
        done=seen_step,
        by=by,
        owner=step.owner,
        kind=Kind(step.kind),
        reason=Reason(step.reason),
        why=step.why,
        objective=step.objective if objective is None else objective,
        subject=step.subject if subject is None else subject,
        fact_on=step.fact_on,
        due=due,
        earliest=time,
        agreed=agreed,
        introduced=step.introduced,
        holds_until=step.holds_until,
        then=Reason(step.then_reason) if step.then_reason else None,
        tries=step.tries,
        weight=step.weight,
    )
    timeline.record(
        "lead.step_moved", by=by, lead=lead, words=made.objective if objective else "",
        was=_said(step), due=_said(made),
    )  # fmt: skip
    return made


@transaction.atomic
def edit(
    lead: Lead, *, seen: int, by: Member, title: str, owner: Member | None = None, introduced_by: Person | None = None
) -> Lead:
    """Title, owner and who can speak for us; the step goes with its owner. `seen` is the version shown."""
    by.must(Permission.LEAD_WORK, own=lead.owner_id == by.pk)
    owner = owner or lead.owner
    changed = Lead.objects.filter(pk=lead.pk, version=seen).update(
        title=title.strip()[:200], owner=owner, introduced_by=introduced_by, version=F("version") + 1
    )
    _changed(lead, changed)
    was, was_owner, was_introduced = lead.title, lead.owner, lead.introduced_by_id
    lead.title, lead.owner, lead.introduced_by, lead.version = title.strip()[:200], owner, introduced_by, seen + 1
    if lead.next_step_id:
        NextStep.objects.filter(pk=lead.next_step_id).update(owner=owner, introduced=introduced_by is not None)
        agenda.reorder_for(lead.person, by=by)
    if was != lead.title:
        write_words([lead], anew=True)
        timeline.record("lead.edited", by=by, lead=lead, title=lead.title, was=was)
    if was_owner != owner:
        let_go(lead, why=f"It is {owner.name}’s now.", by=by)
        timeline.record("lead.owner", by=by, lead=lead, to=owner.name, was=was_owner.name)
        settle(lead, by=by)
    if introduced_by is not None and introduced_by.pk != was_introduced:
        timeline.record("lead.introduced", by=by, lead=lead, introducer=introduced_by.name)
    return lead


@transaction.atomic
def note(about: Lead | Person | Company, *, words: str, by: Member) -> Event:
    """Keeps words about a lead, a person or a company, and makes them findable."""
    by.must(Permission.LEAD_WORK)
    words = words.strip()
    if isinstance(about, Company):
        return timeline.record("note", by=by, company=about, words=words)
    if isinstance(about, Person):
        search.add_words(about.pk, words)
        return timeline.record("note", by=by, person=about, company=about.company, words=words)
    search.add_words(about.person_id, words)
    return timeline.record("note", by=by, lead=about, words=words)


@transaction.atomic
def refuse(person: Person, *, words: str, by: Member, on: date | None = None) -> Sequence[Outcome]:
    """They asked not to be called, today or on a day gone by: recorded, and every open lead of theirs ends.

    Nothing ends where a later yes lifts it.
    """
    today = team.today(by)
    reach.record_permission(person, channel=Channel.PHONE, answer=Answer.REFUSED, by=by, on=on or today, words=words)
    if not person.do_not_call:
        return []
    leads = Lead.objects.open().filter(person=person).select_related("owner").order_by("id")
    return [end(lead, kind=Ending.DO_NOT_CONTACT, on=today, by=by, words=words) for lead in leads]


def _said(step: NextStep) -> str:
    """ "Thu 26 Nov, 10:30" """
    return rules.say_date(step.due) + (f", {step.earliest:%H:%M}" if step.earliest else "")


def _changed(lead: Lead, rows: int) -> None:
    if rows != 1:
        raise stale(lead)
