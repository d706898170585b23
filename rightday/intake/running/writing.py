"""One chunk of an import becomes rows: persons, companies, leads, evidence, all in the caller's transaction.

Called by the actions of this room alone. What each row made is noted on it, so that the whole
import can be taken out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db import bulk
from rightday.intake.models import Import, ImportRow
from rightday.intake.running.judged_lines import JudgedLine
from rightday.intake.running.judging import Became
from rightday.intake.running.writing_known import add_to_known
from rightday.intake.running.writing_own import companies_by_id, company_of, write_own
from rightday.intake.running.written import Written, title, wish
from rightday.intake.understanding.records import Record
from rightday.intake.understanding.said import said
from rightday.intake.understanding.zones import zone_of
from rightday.kernel import names
from rightday.leads import actions as leads
from rightday.leads.actions import NewLead
from rightday.leads.models import Intelligence
from rightday.leads.rules import Shows
from rightday.leads.watching import rules as watches
from rightday.leads.watching.rules import Watching
from rightday.people import actions as people
from rightday.people import queries as people_queries
from rightday.people import search
from rightday.people.actions import NewPerson
from rightday.people.models import Company
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.timeline.models import Event

_SOURCE_WORDS = 200
_STRENGTH = (Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.ADVERT, Shows.RUMOUR, Shows.PROJECT)


def write_chunk(batch: Import, judged: Sequence[JudgedLine], *, owners: dict[str, Member], by: Member) -> list[Written]:
    """Writes every line; returns what each became, in order. Statements grow with refusals alone."""
    rows = [Written(one) for one in judged]
    companies = _companies(rows, by)
    _persons(rows, companies, batch, by)
    _leads(rows, batch, owners, by)
    _intelligence(rows, companies, owners, by)
    add_to_known(rows, batch, by=by)
    _notes(rows, batch, by)
    _suggest(rows, by)
    _refuse(rows, batch, by)
    write_own(rows, companies, batch, by)
    _search(rows)
    bulk.insert_values(ImportRow, _ROW, [_import_row(batch, row) for row in rows])
    return rows


def _companies(rows: list[Written], by: Member) -> dict[str, Company]:
    """Key → company for every company named; rows that bring a new one note it as made."""
    usable = [row for row in rows if row.record.usable and names.company_key(row.record.company)]
    written = list(dict.fromkeys(row.record.company for row in usable))
    known = people_queries.companies_by_key(written)
    each = {row.record.company: _place(row.record) for row in reversed(usable)}
    found = people.add_companies(written, by=by, record=False, each=each, known=known)
    noted = set(known)
    for row in usable:
        key = names.company_key(row.record.company)
        if key not in noted:
            noted.add(key)
            row.made["company"] = found[key].pk
    return found


def _place(record: Record) -> dict[str, str]:
    place: dict[str, str] = {"city": record.place}
    if record.website and not record.full_name:
        place["website"] = record.website
    if len(record.country) == 2:
        place["country"] = record.country
    if zone := zone_of(record):
        place["zone"] = zone
    return place


def _persons(rows: list[Written], companies: dict[str, Company], batch: Import, by: Member) -> None:
    """New persons are added together; rows about an earlier row's person take theirs."""
    new = [row for row in rows if row.record.full_name and row.became not in {Became.KNOWN, Became.REFUSED}]
    by_id = companies_by_id(rows)
    people_new = [
        replace(one, company=company_of(row, by_id)) if row.record.company_id and one.company is None else one
        for row, one in ((row, _new_person(row.record, companies, batch)) for row in new)
    ]
    for row, person in zip(new, people.add_people(people_new, by=by, record=False), strict=True):
        row.person = person
        row.made["person"] = person.id
    for row in rows:
        if row.judged.person is not None:
            row.person = row.judged.person
        elif row.judged.earlier is not None:
            row.person = rows[row.judged.earlier].person


def _new_person(record: Record, companies: dict[str, Company], batch: Import) -> NewPerson:
    spoke = record.spoke_on.day if record.spoke_on else None
    return NewPerson(
        given=record.given or record.full_name,
        family=record.family if record.given else "",
        title=record.title,
        company=companies.get(names.company_key(record.company)) if record.company else None,
        phones=record.phones,
        emails=record.emails,
        source=record.source or batch.name,
        city=record.place,
        zone=zone_of(record),
        website=record.website,
        reached_on=spoke if spoke and spoke <= batch.at.date() else None,
    )


def _leads(rows: list[Written], batch: Import, owners: dict[str, Member], by: Member) -> None:
    """A lead for each new person but candidates and those who said no."""
    new = [row for row in rows if row.person is not None and "person" in row.made and row.became is not Became.PERSON]
    wanted = [
        NewLead(
            person=row.person,  # type: ignore[arg-type]  # filtered above
            heard=row.judged.judged.heard,
            title=title(row.record),
            source="import",
            source_words=(row.record.source or batch.name)[:_SOURCE_WORDS],
            owner=owners.get(row.record.owner.casefold(), by),
            step=wish(row.record, row.judged.judged.next_on),
            heard_on=row.record.heard_on_day,
            stranger=True,
        )
        for row in new
    ]
    for row, lead in zip(new, leads.create_many(wanted, by=by, index=False), strict=True):
        row.lead = lead
        row.made["lead"] = lead.id


def _intelligence(rows: list[Written], companies: dict[str, Company], owners: dict[str, Member], by: Member) -> None:
    """What names a company alone is kept on it; an advertisement is watched by the owner of its row."""
    at, today, days = clock.now(), team.today(by), agencies.numbers(Watching, "watches").days
    kept = [row for row in rows if row.became is Became.INTELLIGENCE and row.person is None]
    new = [
        Intelligence(
            company=companies.get(names.company_key(row.record.company)),
            shows=_strongest(row),
            words="\n".join(filter(None, (one.words for one in row.judged.judged.heard))) or row.record.company,
            question=row.judged.judged.why,
            true_on=row.record.heard_on_day or at.date(),
            recorded_at=at,
            recorded_by=by,
        )
        for row in kept
    ]
    for row, one in zip(kept, new, strict=True):
        if one.shows == Shows.ADVERT:
            one.owner = owners.get(row.record.owner.casefold(), by)
            one.due = watches.ask_on(one.true_on, today, days)
            one.question = watches.question_of("", watched=True)
    for row, one in zip(kept, Intelligence.objects.bulk_create(new), strict=True):
        row.made["intelligence"] = one.pk


def _strongest(row: Written) -> Shows:
    said = {one.shows for one in row.judged.judged.heard}
    return next((shows for shows in _STRENGTH if shows in said), Shows.CONTEXT)


def _notes(rows: list[Written], batch: Import, by: Member) -> None:
    """Words about people without a lead (candidates, those who said no) stand on their timeline."""
    at = clock.now()
    noted = [row for row in rows if row.person is not None and row.became is Became.PERSON]
    events = Event.objects.bulk_create(
        Event(
            at=at, verb="person.imported", by=by, person=row.person, company=row.person.company if row.person else None,
            words=row.record.notes[:2_000], data={"file": batch.name},
        )
        for row in noted
    )  # fmt: skip
    for row, event in zip(noted, events, strict=True):
        row.made["event"] = event.pk


def _suggest(rows: list[Written], by: Member) -> None:
    """Persons who may be one are put on the list of duplicates to decide."""
    pairs: list[tuple[int, int, tuple[str, ...], float]] = []
    for row in rows:
        if row.became is not Became.DECIDE or row.person is None:
            continue
        pairs += [(row.person.pk, one.person_id, one.reasons, one.likeness) for one in row.judged.like]
        if row.judged.like_earlier is not None and (other := rows[row.judged.like_earlier].person):
            pairs.append((row.person.pk, other.pk, row.judged.reasons, row.judged.likeness))
    people.suggest_duplicates(pairs, by=by)


def _refuse(rows: list[Written], batch: Import, by: Member) -> None:
    """ "Do not contact" survives the import: recorded as their answer, and open leads end."""
    for row in rows:
        if row.record.do_not_contact and row.person is not None and not row.person.do_not_call:
            leads.refuse(row.person, words=_refusal(row.record, batch), by=by)
            row.made["refused"] = row.person.pk


def _refusal(record: Record, batch: Import) -> str:
    """Why nobody may call, in the row's own words: a note says more than the mark."""
    words = " ".join(record.words.split())[:300] or record.refusal_words
    return f"{words} (as written in {batch.name})"


def _search(rows: list[Written]) -> None:
    texts: dict[int, str] = {}
    for row in rows:
        if row.person is not None and (words := said(row.record, row.judged.judged.heard)):
            person_id = row.person.id
            texts[person_id] = f"{texts[person_id]}\n{words}" if person_id in texts else words
    refused = {row.made.get("refused") for row in rows}  # whose words are in already
    search.add_words_of_many(texts, new={pk for row in rows if (pk := row.made.get("person"))} - refused)


_ROW = ("batch_id", "sheet", "number", "order", "cells", "became", "why", "problems", "person_id", "lead_id", "made")


def _import_row(batch: Import, row: Written) -> tuple[Any, ...]:
    line, judged = row.judged.line, row.judged.judged
    return (
        batch.pk, line.sheet[:100], line.record.number, line.order, bulk.Written(line.written), row.became.value,
        judged.why[:300], list(line.record.problems), row.person.id if row.person else None,
        row.lead.id if row.lead else None, row.made,
    )  # fmt: skip
