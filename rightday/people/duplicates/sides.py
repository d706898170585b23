"""What is known of stored records, for comparison: a few statements for any number of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db.models import Count

from rightday.people import rules as people
from rightday.people.duplicates.exact import link_of, profile, same_id, system_words
from rightday.people.duplicates.rules import Alike, Side, compare, compare_companies, site
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber, Position
from rightday.people.models_files import ExternalId

Pair = tuple[int, int]
SHARED_BY: Final = 5
"""A number or an address that more records share is a desk's or a switchboard's, and tells nobody apart."""


def compared(pairs: Iterable[Pair]) -> dict[Pair, Alike]:
    """Persons by their ids, as pairs: how alike they are. Seven statements."""
    pairs = list(dict.fromkeys((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]))
    keys, sides = _sides({pk for pair in pairs for pk in pair})
    of_name = _namesakes({keys[pk] for pair in pairs for pk in pair if pk in keys})
    return {
        (a, b): compare(sides[a], sides[b], namesakes=max(of_name.get(keys[a], 0), of_name.get(keys[b], 0)))
        for a, b in pairs
        if a in sides and b in sides
    }


def compared_companies(pairs: Iterable[Pair]) -> dict[Pair, Alike]:
    """Companies by their ids, as pairs. Two statements."""
    pairs = list(pairs)
    ids = {pk for pair in pairs for pk in pair}
    firms = {one.pk: one for one in Company.objects.filter(pk__among=ids)}
    boards: dict[int, set[str]] = {}
    numbers = PhoneNumber.objects.filter(company_id__among=ids).exclude(e164="")
    for pk, e164 in numbers.values_list("company_id", "e164"):
        boards.setdefault(pk or 0, set()).add(e164)
    return {
        (a, b): compare_companies(
            firms[a].name, firms[b].name, city=firms[a].city, other_city=firms[b].city,
            same_site=bool(firms[a].website) and site(firms[a].website) == site(firms[b].website),
            same_number=bool(boards.get(a, set()) & boards.get(b, set())),
        )
        for a, b in pairs
        if a in firms and b in firms
    }  # fmt: skip


def telling(numbers: Iterable[str]) -> set[str]:
    """Which of these numbers are no company's switchboard."""
    every = set(numbers)
    boards = PhoneNumber.objects.filter(e164__among=every, company__isnull=False)
    return every - set(boards.values_list("e164", flat=True))


def _sides(ids: set[int]) -> tuple[dict[int, str], dict[int, Side]]:
    if not ids:
        return {}, {}
    numbers: dict[int, set[str]] = {}
    rows = PhoneNumber.objects.filter(person_id__among=ids).exclude(e164="").exclude(state="wrong")
    found = list(rows.values_list("person_id", "e164", "ext"))
    own = telling(e164 for _pk, e164, _ext in found)
    for pk, e164, ext in found:
        if e164 in own:
            numbers.setdefault(pk or 0, set()).add(f"{e164};{ext}")
    emails: dict[int, set[str]] = {}
    for pk, key in EmailAddress.objects.filter(person_id__among=ids).values_list("person_id", "key"):
        if not people.is_shared_mailbox(key):
            emails.setdefault(pk, set()).add(key)
    before: dict[int, list[str]] = {}
    jobs = Position.objects.filter(person_id__among=ids, company__isnull=False, current=False)
    for pk, company in jobs.values_list("person_id", "company__name"):
        before.setdefault(pk, []).append(company or "")
    links, others = _named(ids)
    keys, sides = {}, {}
    for pk, key, name, company, title, city, website in Person.objects.filter(pk__among=ids).values_list(
        "pk", "key", "name", "company__name", "title", "city", "website"
    ):
        keys[pk] = key
        sides[pk] = Side(
            name, company or "", title, city, frozenset(numbers.get(pk, ())), frozenset(emails.get(pk, ())),
            frozenset(filter(None, {profile(website), *links.get(pk, ())})), frozenset(others.get(pk, ())),
            tuple(before.get(pk, ())),
        )  # fmt: skip
    return keys, sides


def _named(ids: set[int]) -> tuple[dict[int, set[str]], dict[int, set[tuple[str, str]]]]:
    """Profiles and ids of other systems that name these persons."""
    links: dict[int, set[str]] = {}
    others: dict[int, set[tuple[str, str]]] = {}
    rows = ExternalId.objects.filter(person_id__among=ids).values_list("person_id", "system", "kind", "value")
    for pk, system, kind, value in rows:
        if link := link_of(system, value):
            links.setdefault(pk or 0, set()).add(link)
        else:
            others.setdefault(pk or 0, set()).add((system_words(system), same_id(system, kind, value)))
    return links, others


def _namesakes(keys: set[str]) -> dict[str, int]:
    """How many records in the whole book have each of these names."""
    rows = Person.objects.filter(key__among=keys).values_list("key").annotate(many=Count("pk")).order_by("key")
    return dict(rows)
