"""For many people at once, as an import needs it: statements do not grow with the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from rightday.db import bulk
from rightday.kernel.phones import Phone
from rightday.people import rules, search
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Person, PhoneNumber
from rightday.people.reach import EMAIL, NUMBER, Values, email_values, number_values
from rightday.team.models import Member
from rightday.team.rules import Permission


@transaction.atomic
def add_reach(
    reach: Sequence[tuple[Person, Sequence[Phone], Sequence[str]]], *, by: Member
) -> list[dict[str, list[int]]]:
    """Adds numbers and addresses that the persons do not have yet; a person may come more than once.

    Returns, in order, the ids that were made: {"numbers": […], "emails": […]}, empty where nothing was new.
    """
    by.must(Permission.PERSON_EDIT)
    ids = {person.pk for person, _, _ in reach}
    numbers = {
        (person_id, e164 or typed, ext)
        for person_id, e164, typed, ext in PhoneNumber.objects.filter(person_id__among=ids).values_list(
            "person_id", "e164", "typed", "ext"
        )
    }
    addresses = set(EmailAddress.objects.filter(person_id__among=ids).values_list("person_id", "key"))
    new_numbers: list[tuple[int, Values]] = []
    new_emails: list[tuple[int, Values]] = []
    for place, (person, phones, emails) in enumerate(reach):
        for phone in phones:
            key = (person.pk, phone.e164 or phone.typed, phone.ext)
            if key not in numbers:
                numbers.add(key)
                new_numbers.append((place, number_values(person.pk, phone)))
        for address in emails:
            if (person.pk, rules.email_key(address)) not in addresses:
                addresses.add((person.pk, rules.email_key(address)))
                new_emails.append((place, email_values(person.pk, address)))
    return _write(len(reach), new_numbers, new_emails)


@transaction.atomic
def add_switchboards(reach: Sequence[tuple[Company, Sequence[Phone]]], *, by: Member) -> list[list[int]]:
    """Adds numbers that companies do not have yet; returns, in order, the ids that were made."""
    by.must(Permission.PERSON_EDIT)
    known = PhoneNumber.objects.filter(company_id__among={company.pk for company, _ in reach})
    numbers = {
        (company_id, e164 or typed, ext)
        for company_id, e164, typed, ext in known.values_list("company_id", "e164", "typed", "ext")
    }
    new: list[tuple[int, Values]] = []
    for place, (company, phones) in enumerate(reach):
        for phone in phones:
            key = (company.pk, phone.e164 or phone.typed, phone.ext)
            if key not in numbers:
                numbers.add(key)
                new.append((place, number_values(company.pk, phone)))
    made: list[list[int]] = [[] for _ in reach]
    ids = bulk.insert_values(PhoneNumber, ("company_id", *NUMBER[1:]), [number for _, number in new])
    for (place, _), pk in zip(new, ids, strict=True):
        made[place].append(pk)
    search.put_companies(sorted({values[0] for _, values in new}))
    return made


@transaction.atomic
def tell_reached(reached: Sequence[tuple[Person, str, date]], *, by: Member) -> None:
    """Numbers that reached their persons on a day, as an import tells it; a later day already known stays.

    `reached`: person, number in E.164, day. One statement to read, one to write.
    """
    by.must(Permission.PERSON_EDIT)
    days = {(person.pk, e164): day for person, e164, day in sorted(reached, key=lambda one: one[2])}
    rows = PhoneNumber.objects.filter(person_id__among={pk for pk, _ in days}, e164__among={e164 for _, e164 in days})
    later: list[tuple[int, Values]] = []
    for pk, person_id, e164, known in rows.values_list("pk", "person_id", "e164", "reached_on"):
        day = days.get((person_id or 0, e164))
        if day is not None and (known is None or known < day):
            later.append((pk, (rules.NumberState.REACHED.value, day, day)))
    bulk.update_values(PhoneNumber, ("state", "state_on", "reached_on"), later)


@transaction.atomic
def suggest_duplicates(pairs: Sequence[tuple[int, int, Sequence[str], float]], *, by: Member) -> None:
    """`suggest_duplicate` for many pairs of ids with their reasons and likeness; known pairs stay as decided."""
    by.must(Permission.PERSON_EDIT)
    DuplicateSuggestion.objects.bulk_create(
        [
            DuplicateSuggestion(person_id=min(a, b), other_id=max(a, b), reasons=list(reasons), likeness=likeness)
            for a, b, reasons, likeness in pairs
            if a != b
        ],
        ignore_conflicts=True,
    )


def _write(
    rows: int, new_numbers: list[tuple[int, Values]], new_emails: list[tuple[int, Values]]
) -> list[dict[str, list[int]]]:
    made: list[dict[str, list[int]]] = [{} for _ in range(rows)]
    for name, new, ids in (
        ("numbers", new_numbers, bulk.insert_values(PhoneNumber, NUMBER, [number for _, number in new_numbers])),
        ("emails", new_emails, bulk.insert_values(EmailAddress, EMAIL, [email for _, email in new_emails])),
    ):
        for (place, _), pk in zip(new, ids, strict=True):
            made[place].setdefault(name, []).append(pk)
    search.put_persons(sorted({person_id for _, (person_id, *_) in [*new_numbers, *new_emails]}))
    return made
