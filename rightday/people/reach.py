"""Rows before they are stored: texts that fit their columns, numbers, addresses; and how a number is shown."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.db import models

from rightday.db import bulk
from rightday.kernel.phones import Phone, spaced
from rightday.people import rules
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber

_LONGEST_TYPED = 80
Values = tuple[Any, ...]


def new_number(owner: Person | Company, phone: Phone, label: str = "") -> PhoneNumber:
    """The row of a number, not yet stored. What cannot be read is kept as typed, without E.164."""
    number = bulk.new(
        PhoneNumber,
        typed=phone.typed[:_LONGEST_TYPED],
        e164=phone.e164 or "",
        ext=phone.ext[:10],
        label=label.strip()[:40],
    )
    if isinstance(owner, Person):
        number.person = owner
    else:
        number.company = owner
    return number


def new_email(person: Person, address: str) -> EmailAddress:
    """The row of an address, not yet stored."""
    return bulk.new(EmailAddress, person=person, address=address.strip()[:254], key=rules.email_key(address)[:254])


NUMBER = ("person_id", "typed", "e164", "ext", "state", "state_on", "reached_on", "first")
EMAIL = ("person_id", "address", "key")


def number_values(person_id: int, phone: Phone, *, first: bool = False, reached_on: date | None = None) -> Values:
    """`new_number` of a person as values of the columns NUMBER; `reached_on`: a day on which it reached them."""
    state = rules.NumberState.REACHED if reached_on else rules.NumberState.UNTESTED
    return (
        person_id, phone.typed[:_LONGEST_TYPED], phone.e164 or "", phone.ext[:10], state.value, reached_on, reached_on,
        first,
    )  # fmt: skip


def email_values(person_id: int, address: str) -> Values:
    """`new_email` as values of the columns EMAIL."""
    return (person_id, address.strip()[:254], rules.email_key(address)[:254])


def shown(number: PhoneNumber) -> str:
    """A number as people read it aloud; one that cannot be read, as it was typed."""
    return (spaced(number.e164) if number.e164 else number.typed) + (f" ext. {number.ext}" if number.ext else "")


def fitted(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    """Texts without outer spaces and no longer than their columns: PostgreSQL refuses what SQLite takes."""
    longest = _longest(model)
    return {
        name: value.strip()[: longest.get(name)] if value and isinstance(value, str) else value
        for name, value in values.items()
    }


@cache
def _longest(model: type[models.Model]) -> dict[str, int | None]:
    return {field.name: field.max_length for field in model._meta.concrete_fields}
