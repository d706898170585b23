"""Taking out what rows of an import made. What somebody has worked with since stays, and its row says so.

A lead stays when it was called about, ended, or got evidence from elsewhere, another import too; a person
when there is a call, a note, a lead or a permission of theirs that stays, or another import added to them;
a company when anybody is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rightday.agenda.models import NextStep
from rightday.calls.models import Call, OnThePhone
from rightday.intake.models import Captured, ImportRow
from rightday.leads import actions_import as leads
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.people import actions_import as people
from rightday.people.models import Permission, Person
from rightday.team.models import Member
from rightday.timeline.models import Event

IMPORTED = ("lead.created", "lead.imported", "person.imported")
"""Verbs that the import itself recorded; anything else on a record means somebody worked with it."""


def unmake(rows: list[ImportRow], *, by: Member) -> None:
    """Takes out what these rows made, in the caller's transaction, and writes on each what was kept and why."""
    kept: dict[int, list[str]] = {row.pk: [] for row in rows}
    _evidence(rows, kept, by)
    _leads(rows, kept, by)
    _persons(rows, kept, by)
    _companies(rows, kept, by)
    for row in rows:
        row.made = {}
        row.why = f"Kept: {', '.join(kept[row.pk])}"[:300] if kept[row.pk] else "Taken out again"
    ImportRow.objects.bulk_update(rows, ["made", "why"])


def _ids(rows: Iterable[ImportRow], name: str) -> dict[int, ImportRow]:
    """What rows made of one kind → the row."""
    return {row.made[name]: row for row in rows if isinstance(row.made.get(name), int)}


def _lists(rows: Iterable[ImportRow], name: str) -> list[int]:
    return [pk for row in rows for pk in row.made.get(name, [])]


def _evidence(rows: list[ImportRow], kept: dict[int, list[str]], by: Member) -> None:
    """Evidence, numbers and addresses added to somebody known; intelligence nobody has answered; notes."""
    leads.take_out_evidence(_lists(rows, "evidence"), by=by)
    people.take_out_own(kept=_lists(rows, "kept"), external=_lists(rows, "external"), by=by)
    people.take_out_reach(numbers=_lists(rows, "numbers"), emails=_lists(rows, "emails"), by=by)
    heard = _ids(rows, "intelligence")
    Intelligence.objects.filter(pk__in=list(heard), became=None, version=0).delete()
    for pk in Intelligence.objects.filter(pk__in=list(heard)).values_list("pk", flat=True):
        kept[heard[pk].pk].append("advertisement")
    Event.objects.filter(pk__in=list(_ids(rows, "event"))).delete()


def _leads(rows: list[ImportRow], kept: dict[int, list[str]], by: Member) -> None:
    made = _ids(rows, "lead")
    stays = _worked_leads(set(made)) | _of_others({row.batch_id for row in rows}, "lead_id", set(made))
    for pk in stays:
        kept[made[pk].pk].append("lead")
    gone = [pk for pk in made if pk not in stays]
    ImportRow.objects.filter(lead__in=gone).update(lead=None)
    leads.take_out(gone, by=by)


def _worked_leads(ids: set[int]) -> set[int]:
    found = set(Call.objects.filter(lead__in=ids).values_list("lead_id", flat=True))
    found |= set(Event.objects.filter(lead__in=ids).exclude(verb__in=IMPORTED).values_list("lead_id", flat=True))
    found |= set(Captured.objects.filter(lead__in=ids).values_list("lead_id", flat=True))
    found |= set(Intelligence.objects.filter(became__in=ids).values_list("became_id", flat=True))
    return {pk for pk in found if pk is not None}


def _of_others(batches: set[int], column: str, ids: set[int]) -> set[int]:
    """Which of these records an import other than these added something to that is still in."""
    others = ImportRow.objects.filter(**{f"{column}__in": ids}).exclude(batch__in=batches)
    return set(others.exclude(made={}).values_list(column, flat=True))


def _persons(rows: list[ImportRow], kept: dict[int, list[str]], by: Member) -> None:
    made = _ids(rows, "person")
    stays = _needed_persons(set(made)) | _of_others({row.batch_id for row in rows}, "person_id", set(made))
    for pk in stays:
        kept[made[pk].pk].append("person")
    gone = [pk for pk in made if pk not in stays]
    ImportRow.objects.filter(person__in=gone).update(person=None)
    people.take_out_persons(gone, by=by)


def _needed_persons(ids: set[int]) -> set[int]:
    """Who is still spoken of somewhere. A "do not contact" of the import itself goes with the person."""
    found: set[Any] = set()
    for model, column in (
        (Call, "person_id"),
        (Lead, "person_id"),
        (NextStep, "person_id"),
        (OnThePhone, "person_id"),
        (Captured, "person_id"),
        (Intelligence, "person_id"),
        (Lead, "introduced_by_id"),
        (Lead, "heard_from_id"),
        (Evidence, "said_by_id"),
        (LedgerLine, "person_id"),
    ):
        found |= set(model.objects.filter(**{f"{column}__in": ids}).values_list(column, flat=True))
    imported = (*IMPORTED, "person.permission")
    found |= set(Event.objects.filter(person__in=ids).exclude(verb__in=imported).values_list("person_id", flat=True))
    asked = Permission.objects.filter(person__in=ids).exclude(answer="refused")
    found |= set(asked.values_list("person_id", flat=True))
    return {pk for pk in found if pk is not None}


def _companies(rows: list[ImportRow], kept: dict[int, list[str]], by: Member) -> None:
    made = _ids(rows, "company")
    needed = set(Person.objects.filter(company__in=list(made)).values_list("company_id", flat=True))
    for model in (Lead, NextStep, Event, Intelligence):
        needed |= set(model.objects.filter(company__in=list(made)).values_list("company_id", flat=True))
    stays = {pk for pk in needed if pk is not None}
    for pk in stays:
        kept[made[pk].pk].append("company")
    people.take_out_companies([pk for pk in made if pk not in stays], by=by)


_LOOKED_AT = 2_000
"""Rows looked at together: a million of them must not be in memory at once."""
_NAMED = 50


def preview(batch_id: int) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Before undoing: how many leads, persons and companies would go; the first records that would stay, and why."""
    goes = dict.fromkeys(("leads", "persons", "companies", "stay"), 0)
    named: list[tuple[int, str]] = []
    whose: set[int] = set()
    for rows in _made(batch_id):
        leads = set(_ids(rows, "lead"))
        stay = _worked_leads(leads) | _of_others({batch_id}, "lead_id", leads)
        kept = Lead.objects.filter(pk__in=stay).values_list("pk", "person_id", "person__name")
        named = sorted([*named, *((pk, name) for pk, _, name in kept)])[:_NAMED]
        whose |= {person_id for _, person_id, _ in kept}
        goes["leads"] += len(leads) - len(stay)
        goes["persons"] += len(_ids(rows, "person"))
        goes["companies"] += len(_ids(rows, "company"))
        goes["stay"] += len(stay)
    needed = ImportRow.objects.filter(batch=batch_id, person__in=whose).only("made")
    goes["persons"] -= len({pk for pk in _ids(needed, "person") if pk in whose})
    return goes, [(name, "worked on since") for _, name in named]


def _made(batch_id: int) -> Iterator[list[ImportRow]]:
    """Rows that made something, in their order, some at a time."""
    after, rows = 0, ImportRow.objects.filter(batch=batch_id).exclude(made={}).only("made", "order").order_by("order")
    while some := list(rows.filter(order__gt=after)[:_LOOKED_AT]):
        yield some
        after = some[-1].order
