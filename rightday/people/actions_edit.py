"""Changing persons and companies: where the version still holds, the position kept, the timeline told."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction

from rightday.agencies.once import Stale
from rightday.kernel import names
from rightday.people import rules, search
from rightday.people.models import Company, Person, Position
from rightday.people.queries import last_edit
from rightday.people.reach import fitted
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

_OF_PERSON = frozenset(
    {
        "given", "family", "title", "company", "city", "zone", "website", "works_with_agencies",
        "name_confirmed_on", "source",
    }
)  # fmt: skip
_OF_COMPANY = frozenset({"name", "city", "country", "subdivision", "zone", "website", "note", "works_with_agencies"})


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


def _changes(model: type[models.Model], row: Any, changed: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """What differs from the row, in the form in which it is stored."""
    if unknown := changed.keys() - known:
        raise TypeError(f"{model.__name__} has nothing to edit called {', '.join(sorted(unknown))}.")
    stored = fitted(model, changed)
    return {name: value for name, value in stored.items() if getattr(row, name) != value}


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
