"""A call put on the sheet by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import StepWish
from rightday.people import search
from rightday.people.models import Person
from rightday.team.models import Member
from rightday.team.rules import Permission

FOUND: Final = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be called, as offered to be picked."""

    id: int
    name: str
    title: str
    company: str


def candidates(text: str) -> tuple[Candidate, ...]:
    """Whom the words may mean, of those who have not said no; at most eight."""
    ids = search.find_persons(text, FOUND) if text.strip() else []
    rows = Person.objects.may_be_called().filter(pk__in=ids).values_list("id", "name", "title", "company__name")
    found = {row[0]: Candidate(row[0], row[1], row[2], row[3] or "") for row in rows}
    return tuple(found[pk] for pk in ids if pk in found)


@transaction.atomic
def add_call(person: Person, *, on: date, by: Member, why: str = "") -> NextStep:
    """Somebody is to be called on a day: their open lead's next step moves there, else they become one to qualify.

    A lead of one's own goes before a colleague's. Raises DoNotCall where they have said no.
    """
    by.must(Permission.CALL_LOG)
    if person.do_not_call:
        raise DoNotCall(person.name)
    theirs = Lead.objects.open().filter(person=person)
    theirs = theirs.select_related("next_step", "person__company", "company", "owner")
    found = sorted(theirs.order_by("id")[:20], key=lambda lead: lead.owner_id != by.pk)
    if found:
        seen, objective = found[0].next_step_id or 0, why.strip() or None
        return leads.change_step(found[0], seen_step=seen, due=on, by=by, objective=objective)
    wish = StepWish(due=on, kind=Kind.QUALIFY, why=why.strip() or f"You wanted to call {person.given or person.name}.")
    made = leads.create(person, heard=[], title="", by=by, step=wish)
    return NextStep.objects.get(pk=made.next_step_id or 0)
