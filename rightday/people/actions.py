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
from rightday.people.actions_many import add_reach, suggest_duplicates, tell_reached
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
from rightday.people.reach import fitted, new_email, new_number
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
    **more: Any,
) -> dict[str, Company]:
    """Key → company for each name: those we know, and new ones, in a fixed number of statements.

    `more` are columns of every new company, `each` those of one, by its name as written. `record`
    False leaves the timeline to the caller (an import). Raises NoName for an empty name.
    """
    by.must(Permission.PERSON_EDIT)
    known = companies_by_key(list(written))
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
    search.put_companies([company.pk for company in fresh.values()])
    return known | fresh


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
    pairs = list(zip(new, persons, strict=True))
    Position.objects.bulk_create(
        bulk.new(Position, person=person, company=person.company, title=person.title, current=True)
        for person in persons
        if person.title or person.company
    )
    PhoneNumber.objects.bulk_create(number for one, person in pairs for number in _numbers(one, person))
    EmailAddress.objects.bulk_create(address for one, person in pairs for address in _emails(one, person))
    if record:
        for person in persons:
            timeline.record("person.added", by=by, person=person, company=person.company, source=person.source)
    search.put_persons([person.pk for person in persons])
    return persons


def _person(new: NewPerson, by: Member) -> Person:
    name = rules.full_name(new.given, new.family)
    columns = {
        "given": " ".join(new.given.split()), "family": " ".join(new.family.split()), "name": name,
        "key": names.person_key(name), "title": new.title, "company": new.company, "city": new.city,
        "zone": new.zone, "website": new.website, "source": new.source,
        "works_with_agencies": new.works_with_agencies, "name_confirmed_on": new.reached_on,
        "last_talk_at": datetime.combine(new.reached_on, time(12), UTC) if new.reached_on else None,
    }  # fmt: skip
    return Person(added_by=by, **fitted(Person, columns))


def _numbers(new: NewPerson, person: Person) -> list[PhoneNumber]:
    unique = {(phone.e164 or phone.typed, phone.ext): phone for phone in reversed(new.phones)}
    numbers = [new_number(person, phone) for phone in reversed(unique.values())]
    usable = next((number for number in numbers if number.e164), None)
    if usable:
        usable.first = True
        if new.reached_on:
            usable.state, usable.state_on = rules.NumberState.REACHED.value, new.reached_on
            usable.reached_on = new.reached_on
    return numbers


def _emails(new: NewPerson, person: Person) -> list[EmailAddress]:
    unique = {rules.email_key(address): address for address in reversed(new.emails) if address.strip()}
    return [new_email(person, address) for address in reversed(unique.values())]
