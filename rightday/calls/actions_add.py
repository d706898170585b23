"""A call put on the sheet by hand."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import StepWish
from rightday.people.models import Person
from rightday.team.models import Member
from rightday.team.rules import Permission


@transaction.atomic
def add_call(person: Person, *, on: date, by: Member, why: str = "") -> NextStep:
    """Somebody is to be called on a day: their open lead's next step moves there, else they become one to qualify.

    A lead of one's own goes before a colleague's. Raises DoNotCall where they have said no, to any
    call or to those about every lead of theirs.
    """
    by.must(Permission.CALL_LOG)
    if person.do_not_call:
        raise DoNotCall(person.name)
    theirs = Lead.objects.open().filter(person=person)
    theirs = theirs.select_related("next_step", "person__company", "company", "owner")
    open_leads = list(theirs.order_by("id")[:20])
    found = sorted((one for one in open_leads if one.uncalled_on is None), key=lambda lead: lead.owner_id != by.pk)
    if open_leads and not found:
        raise DoNotCall(person.name)
    if found:
        seen, objective = found[0].next_step_id or 0, why.strip() or None
        return leads.change_step(found[0], seen_step=seen, due=on, by=by, objective=objective)
    wish = StepWish(due=on, kind=Kind.QUALIFY, why=why.strip() or f"You wanted to call {person.given or person.name}.")
    made = leads.create(person, heard=[], title="", by=by, step=wish)
    return NextStep.objects.get(pk=made.next_step_id or 0)
