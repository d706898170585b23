"""Undoing a capture: what it made goes, if nobody has worked on it since; the text stays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.intake.models import Captured
from rightday.leads import actions as leads
from rightday.leads.actions_take_back import take_back_evidence
from rightday.leads.incentives.actions import take_back_all
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Person, PhoneNumber, Position
from rightday.people.rules import NumberState
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline
from rightday.timeline.models import Event

UNDO_FOR: Final = timedelta(minutes=10)
"""The toast offers it for ten seconds; a slow line may take longer to ask."""


class CannotTakeBack(Refused):
    """Too late, somebody else's, or somebody has worked on it since."""


@transaction.atomic
def undo(captured: Captured, *, by: Member) -> Captured:
    """Takes out what `captured` made, puts back what it changed; its text and its place stay. Twice is once.

    Raises CannotTakeBack after ten minutes, to anybody else, and when the records were worked on since.
    """
    by.must(Permission.CAPTURE)
    captured = Captured.objects.select_for_update().get(pk=captured.pk)
    if "undone_at" in captured.understood:
        return captured
    made = captured.understood["made"]
    _may(captured, made, by)
    person, lead = captured.person, captured.lead
    captured.person = captured.lead = captured.intelligence = None
    captured.understood = captured.understood | {"undone_at": clock.now().isoformat()}
    captured.save(update_fields=["person", "lead", "intelligence", "understood"])
    try:
        with transaction.atomic():
            _take_out(made, person, lead, by)
    except ProtectedError as problem:
        raise CannotTakeBack(_("Somebody has worked on it since, so it stays. You can change it there.")) from problem
    timeline.record("capture.undone", by=by, words=captured.text.strip()[:2_000], capture=captured.pk)
    return captured


def _may(captured: Captured, made: dict[str, Any], by: Member) -> None:
    saved_at = datetime.fromisoformat(captured.understood["saved_at"])
    if captured.by_id != by.pk or clock.now() - saved_at > UNDO_FOR:
        raise CannotTakeBack(_("A capture can be taken back for ten minutes, by whoever made it."))
    if made["final"]:
        raise CannotTakeBack(_("A refusal was recorded with it. Take that back on the page of the person."))
    touched = any(_last_event(kind, made["rows"][kind]) != seen for kind, seen in made["seen"].items())
    lead, kept = captured.lead, captured.intelligence
    touched = touched or (kept is not None and kept.version > 0)
    if touched or (made["version"] and lead is not None and lead.version != made["version"]):
        raise CannotTakeBack(_("Somebody has worked on it since, so it stays. You can change it there."))


def _last_event(kind: str, pk: int) -> int | None:
    rows = Event.objects.filter(**{f"{kind}_id": pk}).order_by("-at", "-id")
    found: int | None = rows.values_list("pk", flat=True).first()
    return found


def _take_out(made: dict[str, Any], person: Person | None, lead: Lead | None, by: Member) -> None:
    rows = made["rows"]
    Event.objects.filter(pk=made["event"]).delete()
    if "intelligence" in rows:
        Intelligence.objects.filter(pk=rows["intelligence"]).delete()
    if "lead" in rows:
        take_back_all([rows["lead"]], by=by)
        _remove_lead(rows["lead"])
    elif lead is not None:
        _put_back(lead, made, by)
    if "person" in rows:
        _remove_person(rows["person"])
    elif person is not None:
        _put_back_person(person, made, by)
    if "company" in rows:
        Event.objects.filter(company=rows["company"]).delete()
        Company.objects.filter(pk=rows["company"]).delete()
        search.remove_companies([rows["company"]])


def _remove_lead(pk: int) -> None:
    """A lead that never was: its step, evidence and events go with it."""
    lead = Lead.objects.get(pk=pk)
    step, outcome = lead.next_step, lead.outcome
    Event.objects.filter(lead=pk).delete()
    Evidence.objects.filter(lead=pk).delete()
    lead.delete()
    for tail in (step, outcome):
        if tail is not None:
            tail.delete()


def _remove_person(pk: int) -> None:
    Event.objects.filter(person=pk).delete()
    for of_person in (Position, PhoneNumber, EmailAddress):
        of_person.objects.filter(person=pk).delete()
    DuplicateSuggestion.objects.filter(person=pk).delete()
    DuplicateSuggestion.objects.filter(other=pk).delete()
    Person.objects.filter(pk=pk).delete()
    search.remove_persons([pk])


def _put_back(lead: Lead, made: dict[str, Any], by: Member) -> None:
    """The open lead as it was: without the evidence, on the day it had."""
    for lead_id in {lead_id for lead_id, _pk in made["evidence"]}:
        changed = Lead.objects.select_related("person__company", "owner").get(pk=lead_id)
        take_back_evidence(changed, evidence=[pk for of, pk in made["evidence"] if of == lead_id], by=by)
        step = made["step"]
        if step and lead_id == lead.pk and changed.next_step_id is not None:
            leads.change_step(
                changed, seen_step=changed.next_step_id, due=date.fromisoformat(step["due"]), by=by,
                time=time.fromisoformat(step["earliest"]) if step["earliest"] else None, agreed=step["agreed"],
            )  # fmt: skip
        leads.add_evidence(changed, heard=[], by=by)  # nothing new: the rule's step follows what is left


def _put_back_person(person: Person, made: dict[str, Any], by: Member) -> None:
    """Numbers, addresses and columns of somebody we knew already."""
    for kept in made["before"]:
        number = PhoneNumber.objects.filter(pk=kept["id"]).first()
        if number is not None:
            people.put_back_number(
                number, state=NumberState(kept["state"]), state_on=_day(kept["state_on"]),
                reached_on=_day(kept["reached_on"]), first=kept["first"], by=by,
            )  # fmt: skip
    PhoneNumber.objects.filter(pk__in=made["numbers"]).delete()
    for email in EmailAddress.objects.filter(pk__in=made["emails"]).select_related("person"):
        people.remove_email(email, by=by)
    empty: dict[str, Any] = {"company": None, "title": "", "name_confirmed_on": None}
    filled = {name: empty[name] for name in made["filled"]}
    if filled:
        person.refresh_from_db()
        people.edit_person(person, seen=person.version, by=by, **filled)
    search.put_persons([person.pk])


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
