"""Adding and changing persons and companies. Each change is on the timeline and in the search at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import models, transaction

from rightday.agencies.once import Stale
from rightday.kernel import names
from rightday.kernel.phones import Phone
from rightday.people import rules, search
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
from rightday.people.queries import companies_by_key, company_by_key, last_edit
from rightday.people.reach import new_email, new_number
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

_OF_PERSON = frozenset(
    {
        "given", "family", "title", "company", "city", "zone", "website", "works_with_agencies",
        "name_confirmed_on", "source",
    }
)  # fmt: skip
_OF_COMPANY = frozenset({"name", "city", "country", "subdivision", "zone", "website", "note", "works_with_agencies"})


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
            values = _fitted(Company, {"name": " ".join(name.split()), "key": key, **more, **own.get(name, {})})
            fresh[key] = Company(added_by=by, **values)
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
        Position(person=person, company=person.company, title=person.title, current=True)
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


@transaction.atomic
def edit_person(person: Person, *, seen: int, by: Member, moved_on: date | None = None, **changed: Any) -> Person:
    """Changes columns of a person whose version is still `seen`; the current position follows.

    With `moved_on` a new company or title is a new position from that day on, and the old one is kept;
    without, the current one is put right. Raises Stale, naming who changed what; NoName.
    """
    by.must(Permission.PERSON_EDIT)
    values = _changes(Person, person, changed, _OF_PERSON)
    if {"given", "family"} & values.keys():
        name = rules.full_name(values.get("given", person.given), values.get("family", person.family))
        values |= {"name": name, "key": names.person_key(name)}
    if not values:
        return person
    said = _said(person, values, hidden=("key",))
    _set(Person, person, seen, values)
    if {"company", "title"} & values.keys():
        _keep_position(person, moved_on)
    timeline.record("person.edited", by=by, person=person, company=person.company, what=list(said), changed=said)
    search.put_persons([person.pk])
    return person


@transaction.atomic
def edit_company(company: Company, *, seen: int, by: Member, **changed: Any) -> Company:
    """Changes columns of a company whose version is still `seen`; its old name is still found.

    Raises Stale, naming who changed what; NoName.
    """
    by.must(Permission.PERSON_EDIT)
    values = _changes(Company, company, changed, _OF_COMPANY)
    if "name" in values:
        key = names.company_key(values["name"])
        if not key:
            raise rules.NoName("Give the company a name.")
        values |= {"key": key, "also_written": list(dict.fromkeys([*company.also_written, company.name]))}
    if not values:
        return company
    said = _said(company, values, hidden=("key", "also_written"))
    _set(Company, company, seen, values)
    timeline.record("company.edited", by=by, company=company, what=list(said), changed=said)
    search.put_companies([company.pk])
    if "name" in values:
        search.put_persons(Person.objects.filter(company=company).values_list("pk", flat=True))
    return company


def _person(new: NewPerson, by: Member) -> Person:
    name = rules.full_name(new.given, new.family)
    columns = {
        "given": " ".join(new.given.split()), "family": " ".join(new.family.split()), "name": name,
        "key": names.person_key(name), "title": new.title, "company": new.company, "city": new.city,
        "zone": new.zone, "website": new.website, "source": new.source,
        "works_with_agencies": new.works_with_agencies, "name_confirmed_on": new.reached_on,
        "last_talk_at": datetime.combine(new.reached_on, time(12), UTC) if new.reached_on else None,
    }  # fmt: skip
    return Person(added_by=by, **_fitted(Person, columns))


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


def _changes(model: type[models.Model], row: Any, changed: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """What differs from the row, in the form in which it is stored."""
    if unknown := changed.keys() - known:
        raise TypeError(f"{model.__name__} has nothing to edit called {', '.join(sorted(unknown))}.")
    fitted = _fitted(model, changed)
    return {name: value for name, value in fitted.items() if getattr(row, name) != value}


def _fitted(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """Texts without outer spaces and no longer than their columns: PostgreSQL refuses what SQLite takes."""
    return {
        name: value.strip()[: model._meta.get_field(name).max_length]  # type: ignore[union-attr]
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }


def _said(row: Any, values: dict[str, Any], *, hidden: tuple[str, ...]) -> dict[str, list[str]]:
    """Column, in words → was, is: for the timeline."""
    return {
        name.replace("_", " "): [_text(getattr(row, name)), _text(new)]
        for name, new in values.items()
        if name not in hidden
    }


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _set(model: type[Person] | type[Company], row: Any, seen: int, values: dict[str, Any]) -> None:
    """Writes where the version still holds, and puts the values on the instance."""
    written = model.objects.filter(pk=row.pk, version=seen).update(**values, version=seen + 1)
    if not written:
        last = last_edit(row)
        what = ", ".join(last.what) or "this record"
        raise Stale(f"{last.who or 'Somebody'} changed {what} while you had it open.", last.who, last.when)
    for name, value in values.items():
        setattr(row, name, value)
    row.version = seen + 1


def _keep_position(person: Person, moved_on: date | None) -> None:
    """The current position says what the person's own columns say."""
    current = Position.objects.filter(person=person, current=True).first()
    empty = not (person.title or person.company)
    if current and moved_on:
        Position.objects.filter(pk=current.pk).update(current=False, ended=moved_on)
    elif current and empty:
        current.delete()
    elif current:
        Position.objects.filter(pk=current.pk).update(company=person.company, title=person.title)
        return
    if not empty:
        Position.objects.create(person=person, company=person.company, title=person.title, began=moved_on, current=True)
