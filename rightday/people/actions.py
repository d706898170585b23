"""Adding persons and companies, and all verbs of this room. Each change is on the timeline and in search at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import transaction

from rightday.db import bulk
from rightday.kernel import names
from rightday.kernel.phones import Phone
from rightday.people import rules, search
from rightday.people.actions_edit import edit_company, edit_person
from rightday.people.actions_many import add_reach, add_switchboards, suggest_duplicates, tell_reached
from rightday.people.actions_reach import (
    add_email,
    add_number,
    count_dial,
    make_first,
    mark_number,
    put_back_number,
    record_permission,
    remove_email,
    suggest_duplicate,
    take_back_permission,
    uncount_dial,
)
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber, Position
from rightday.people.queries import companies_by_key, company_by_key
from rightday.people.reach import EMAIL, NUMBER, Values, email_values, fitted, number_values
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

__all__ = [
    "NewPerson",
    "add_companies",
    "add_company",
    "add_email",
    "add_number",
    "add_people",
    "add_person",
    "add_reach",
    "add_switchboards",
    "count_dial",
    "edit_company",
    "edit_person",
    "make_first",
    "mark_number",
    "put_back_number",
    "record_permission",
    "remove_email",
    "suggest_duplicate",
    "suggest_duplicates",
    "take_back_permission",
    "tell_reached",
    "uncount_dial",
]


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be added. `phones` as the kernel read them; unreadable ones are kept as typed."""

    given: str
    family: str
    title: str = ""
    company: Company | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    source: str = ""
    zone: str = ""
    city: str = ""
    website: str = ""
    works_with_agencies: bool | None = None
    reached_on: date | None = None
    """A day on which the first number reached them, as an import tells it: name confirmed, number tested."""


@transaction.atomic
def add_company(name: str, *, by: Member, city: str = "", **more: Any) -> Company:
    """The company of that name: the one we know however it is written, else a new one.

    `more` are its other columns (country, subdivision, zone, website, note, works_with_agencies); a known
    company is left as it is. Raises NoName for an empty name.
    """
    by.must(Permission.PERSON_EDIT)
    known = company_by_key(name)
    if known:
        return known
    return add_companies([name], by=by, city=city, **more)[names.company_key(name)]


@transaction.atomic
def add_companies(
    written: Sequence[str],
    *,
    by: Member,
    record: bool = True,
    each: Mapping[str, Mapping[str, Any]] | None = None,
    known: Mapping[str, Company] | None = None,
    **more: Any,
) -> dict[str, Company]:
    """Key → company for each name: those we know, and new ones, in a fixed number of statements.

    `more` are columns of every new company, `each` those of one, by its name as written. `record`
    False leaves the timeline to the caller (an import); `known` is what `companies_by_key` has just said.
    Raises NoName for an empty name.
    """
    by.must(Permission.PERSON_EDIT)
    known = companies_by_key(list(written)) if known is None else known
    fresh: dict[str, Company] = {}
    own = each or {}
    for name in written:
        key = names.company_key(name)
        if not key:
            raise rules.NoName("Give the company a name.")
        if key not in known and key not in fresh:
            values = fitted(Company, {"name": " ".join(name.split()), "key": key, **more, **own.get(name, {})})
            fresh[key] = bulk.new(Company, added_by=by, **values)
    Company.objects.bulk_create(fresh.values())
    for company in fresh.values() if record else ():
        timeline.record("company.added", by=by, company=company)
    search.put_new_companies(fresh.values())
    return {**known, **fresh}


@transaction.atomic
def add_person(
    *,
    given: str,
    family: str,
    by: Member,
    title: str = "",
    company: Company | None = None,
    phones: Sequence[Phone] = (),
    emails: Sequence[str] = (),
    source: str = "",
    zone: str = "",
    city: str = "",
    website: str = "",
) -> Person:
    """A new person with their current position, numbers and addresses. Raises NoName without any name.

    Whether we know them already is asked before, with `queries.match`.
    """
    new = NewPerson(given, family, title, company, tuple(phones), tuple(emails), source, zone, city, website)
    return add_people([new], by=by)[0]


@transaction.atomic
def add_people(new: Sequence[NewPerson], *, by: Member, record: bool = True) -> list[Person]:
    """Many persons at once, in their order; `record` False leaves the timeline to the caller (an import)."""
    by.must(Permission.PERSON_EDIT)
    persons = [_person(one, by) for one in new]
    Person.objects.bulk_create(persons)
    jobs = [(one.id, one.company_id, one.title, True) for one in persons if one.title or one.company_id]
    bulk.insert_values(Position, ("person_id", "company_id", "title", "current"), jobs)
    pairs = list(zip(new, persons, strict=True))
    numbers = [_numbers(one, person) for one, person in pairs]
    emails = [_emails(one, person) for one, person in pairs]
    bulk.insert_values(PhoneNumber, NUMBER, [row for rows in numbers for row in rows])
    bulk.insert_values(EmailAddress, EMAIL, [row for rows in emails for row in rows])
    if record:
        for person in persons:
            timeline.record("person.added", by=by, person=person, company=person.company, source=person.source)
    search.put_new_persons(map(_described, persons, numbers, emails))
    return persons


def _described(person: Person, numbers: list[Values], emails: list[Values]) -> search.Described:
    company = person.company.name if person.company else ""
    addresses = [address for _, address, _ in emails]
    return search.Described(
        person.id, person.name, person.title, company, addresses, [e164 or typed for _, typed, e164, *_ in numbers]
    )


def _person(new: NewPerson, by: Member) -> Person:
    name = rules.full_name(new.given, new.family)
    columns = {
        "given": " ".join(new.given.split()), "family": " ".join(new.family.split()), "name": name,
        "key": names.person_key(name), "title": new.title, "company": new.company, "city": new.city,
        "zone": new.zone, "website": new.website, "source": new.source,
        "works_with_agencies": new.works_with_agencies, "name_confirmed_on": new.reached_on,
        "last_talk_at": datetime.combine(new.reached_on, time(12), UTC) if new.reached_on else None,
    }  # fmt: skip
    return bulk.new(Person, added_by=by, **fitted(Person, columns))


def _numbers(new: NewPerson, person: Person) -> list[Values]:
    """Each number once; the first that can be dialled is the one to call, and the one that reached them."""
    unique = {(phone.e164 or phone.typed, phone.ext): phone for phone in reversed(new.phones)}
    phones = list(reversed(unique.values()))
    usable = next((phone for phone in phones if phone.e164), None)
    return [
        number_values(person.id, phone, first=True, reached_on=new.reached_on)
        if phone is usable
        else number_values(person.id, phone)
        for phone in phones
    ]


def _emails(new: NewPerson, person: Person) -> list[Values]:
    unique = {rules.email_key(address): address for address in reversed(new.emails) if address.strip()}
    return [email_values(person.id, address) for address in reversed(unique.values())]
