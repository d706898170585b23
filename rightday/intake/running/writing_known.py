"""Rows about somebody known: added to their record, nothing replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rightday.agencies import clock
from rightday.intake.models import Import
from rightday.intake.running.judging import Became
from rightday.intake.running.written import Written, title, wish
from rightday.intake.understanding.rules import says_something
from rightday.leads import actions as leads
from rightday.leads.actions import NewLead
from rightday.leads.models import Lead
from rightday.leads.rules import Shows
from rightday.people import actions as people
from rightday.people.models import Person
from rightday.team.models import Member
from rightday.timeline.models import Event


def add_to_known(rows: Sequence[Written], batch: Import, *, by: Member) -> None:
    """Numbers and addresses that are new, evidence on the open lead (else a new lead where there is demand)."""
    known = [row for row in rows if row.became is Became.KNOWN and row.person is not None]
    if not known:
        return
    _reach(known, by)
    open_leads = _open_leads({row.person.pk: row.person for row in known if row.person})
    for row in rows:
        if row.lead is not None and row.lead.next_step_id and row.person is not None:
            open_leads.setdefault(row.person.pk, row.lead)
    with_lead = [row for row in known if row.person and row.person.pk in open_leads and not row.record.do_not_contact]
    for row in with_lead:
        row.lead = open_leads[row.person.pk] if row.person else None
    _evidence(with_lead, batch, by)
    without = [row for row in known if row.lead is None and not row.record.do_not_contact]
    _new_leads([row for row in without if says_something(row.judged.judged.heard) or _agreed(row)], batch, by)
    _note([row for row in known if row.lead is None], batch, by)


def _reach(known: list[Written], by: Member) -> None:
    pairs = [(row.person, row.record.phones, row.record.emails) for row in known if row.person is not None]
    for row, made in zip(known, people.add_reach(pairs, by=by), strict=True):
        row.made |= made
    people.tell_reached([told for row in known for told in _reached(row)], by=by)


def _reached(row: Written) -> list[tuple[Person, str, date]]:
    """The number that the row says they were spoken to on: its first, as for a new person."""
    tested = next((one for one in row.judged.judged.heard if one.shows is Shows.PHONE_TESTED), None)
    number = next((phone.e164 for phone in row.record.phones if phone.e164), None)
    return [(row.person, number, tested.true_on)] if tested and number and row.person is not None else []


def _open_leads(persons: dict[int, Person]) -> dict[int, Lead]:
    """Person → their newest open lead."""
    found: dict[int, Lead] = {}
    for lead in Lead.objects.open().filter(person_id__among=persons).select_related("owner").order_by("id"):
        lead.person = persons[lead.person_id]
        found[lead.person_id] = lead
    return found


def _evidence(rows: list[Written], batch: Import, by: Member) -> None:
    pairs = [(row.lead, row.judged.judged.heard) for row in rows if row.lead is not None]
    for row, made in zip(rows, leads.add_evidence_to_many(pairs, by=by), strict=True):
        row.made["evidence"] = made
    at = clock.now()
    Event.objects.bulk_create(
        Event(
            at=at, verb="lead.imported", by=by, lead=row.lead, person=row.person,
            company_id=row.person.company_id if row.person else None,
            words=row.record.notes[:2_000], data={"file": batch.name},
        )
        for row in rows
    )  # fmt: skip
    for row in rows:
        if row.judged.judged.next_on and row.lead is not None and row.lead.next_step_id:
            time = row.record.next_on.time if row.record.next_on else None
            row.lead.refresh_from_db(fields=["next_step", "version"])
            leads.change_step(
                row.lead, seen_step=row.lead.next_step_id or 0, due=row.judged.judged.next_on, time=time, by=by,
                agreed=row.record.agreed, subject=row.record.subject or None,
            )  # fmt: skip


def _new_leads(rows: list[Written], batch: Import, by: Member) -> None:
    """One lead for each person, also where several rows speak of them."""
    first = {row.person.pk: row for row in reversed(rows) if row.person}
    wanted = [
        NewLead(
            person=row.person,  # type: ignore[arg-type]  # filtered above
            heard=row.judged.judged.heard,
            title=title(row.record),
            source="import",
            source_words=row.record.source or batch.name,
            heard_on=row.record.heard_on_day,
            step=wish(row.record, row.judged.judged.next_on),
        )
        for row in first.values()
    ]
    made = leads.create_many(wanted, by=by, index=False)
    for row, lead in zip(first.values(), made, strict=True):
        row.lead = lead
        row.made["lead"] = lead.pk
    later = [row for row in rows if row.lead is None and row.person]
    for row in later:
        row.lead = first[row.person.pk].lead if row.person else None
    _evidence([row for row in later if row.lead and row.lead.next_step_id], batch, by)


def _agreed(row: Written) -> bool:
    """Whether a day was agreed with them that is still to come: it must stand on somebody's sheet."""
    return row.record.agreed and row.judged.judged.next_on is not None


def _note(rows: list[Written], batch: Import, by: Member) -> None:
    at = clock.now()
    Event.objects.bulk_create(
        Event(
            at=at, verb="person.imported", by=by, person=row.person,
            company_id=row.person.company_id if row.person else None, words=row.record.notes[:2_000],
            data={"file": batch.name},
        )
        for row in rows
    )  # fmt: skip
