"""Persons and companies as they leave, a part of them at a time; nobody's whole book is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.db.models import Count, Q

from rightday.agencies import clock
from rightday.leads import of_people
from rightday.people import search
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.models_files import Kept
from rightday.people.queries_list import REFUSED
from rightday.people.rules import NumberState
from rightday.takeout.records.rules import CompanyOut, NumberOut, PersonOut
from rightday.team import queries as team
from rightday.team.models import Member

PART: Final = 500
FOUND: Final = 10_000
NAMES: Final = 200
_PERSON: Final = (
    "id", "given", "family", "name", "title", "company__name", "city", "website", "source", "do_not_call", "added_at",
    "last_talk_at",
)  # fmt: skip


def people(member: Member, *, view: str = "", q: str = "") -> Iterator[PersonOut]:
    """A view of the list of people, by name; with `q` those found by it, as the list finds them."""
    rows = Person.objects.all()
    if view == "managers":
        rows = rows.filter(of_people.hiring_managers())
    elif view == "qualify":
        rows = rows.filter(of_people.to_qualify(team.today(member)))
    elif view == "refused":
        rows = rows.filter(REFUSED)
    if q:
        yield from _found(rows, search.find_persons(q, FOUND), lambda some: _people(member, some))
        return
    for some in _by_name(rows, _PERSON, "name"):
        yield from _people(member, some)


def people_of(member: Member, ids: Sequence[int]) -> Iterator[PersonOut]:
    """These people, in the order of the ids; those that are not there are left out."""
    for start in range(0, len(ids), PART):
        some = ids[start : start + PART]
        found = {one.id: one for one in _people(member, list(Person.objects.filter(pk__in=some).values_list(*_PERSON)))}
        yield from (found[pk] for pk in some if pk in found)


def person(member: Member, person_id: int) -> PersonOut:
    """Raises Person.DoesNotExist."""
    return next(_people(member, [Person.objects.values_list(*_PERSON).get(pk=person_id)]))


def companies(member: Member, *, q: str = "") -> Iterator[CompanyOut]:
    """All companies by name, or those found."""
    rows = Company.objects.all()
    if q:
        yield from _found(rows, search.find_companies(q, FOUND), lambda some: _companies(member, some), _COMPANY)
        return
    for some in _by_name(rows, _COMPANY, "name"):
        yield from _companies(member, some)


def company(member: Member, company_id: int) -> CompanyOut:
    """Raises Company.DoesNotExist."""
    return next(_companies(member, [Company.objects.values_list(*_COMPANY).get(pk=company_id)]))


_COMPANY: Final = ("id", "name", "city", "country", "website", "note", "added_at")


def _by_name(rows: Any, columns: Sequence[str], name: str) -> Iterator[list[tuple[Any, ...]]]:
    place, last = columns.index(name), None
    while True:
        later = rows if last is None else rows.filter(Q(name__gt=last[0]) | Q(name=last[0], id__gt=last[1]))
        some = list(later.order_by(name, "id").values_list(*columns)[:PART])
        if not some:
            return
        yield some
        last = some[-1][place], some[-1][0]


def _found(rows: Any, ids: list[int], out: Any, columns: Sequence[str] = _PERSON) -> Iterator[Any]:
    for start in range(0, len(ids), PART):
        yield from out(list(rows.filter(pk__in=ids[start : start + PART]).order_by("name", "id").values_list(*columns)))


def _people(member: Member, rows: list[tuple[Any, ...]]) -> Iterator[PersonOut]:
    ids, zone = [row[0] for row in rows], team.zone_of(member)
    numbers, emails = _numbers(person_id__among=ids), defaultdict(list)
    kept = _kept(person_id__among=ids)
    for person_id, address in (
        EmailAddress.objects.filter(person_id__among=ids).order_by("pk").values_list("person_id", "address")
    ):
        emails[person_id].append(address)
    for pk, given, family, name, title, company_name, city, website, source, refused, added, spoke in rows:
        yield PersonOut(
            pk, given, family, name, title, company_name or "", city, website, source, refused,
            tuple(numbers[pk]), tuple(emails[pk]), clock.day_in(zone, added), spoke and clock.day_in(zone, spoke),
            tuple(kept[pk]),
        )  # fmt: skip


def _companies(member: Member, rows: list[tuple[Any, ...]]) -> Iterator[CompanyOut]:
    ids, zone = [row[0] for row in rows], team.zone_of(member)
    numbers, kept = _numbers(company_id__among=ids), _kept(company_id__among=ids)
    counted = dict(
        Person.objects.filter(company_id__among=ids).values_list("company_id").annotate(n=Count("pk")).order_by()
    )
    for pk, name, city, country, website, note, added in rows:
        yield CompanyOut(
            pk,
            name,
            city,
            country,
            website,
            note,
            tuple(numbers[pk]),
            counted.get(pk, 0),
            clock.day_in(zone, added),
            tuple(kept[pk]),
        )


def kept_names(owner: str) -> list[str]:
    """The names of fields of their own that persons ("person") or companies have, in their order; at most NAMES."""
    rows = Kept.objects.filter(**{f"{owner}__isnull": False}).values_list("name", flat=True)
    return list(rows.distinct().order_by("name")[:NAMES])


def _kept(**whose: list[int]) -> defaultdict[int, list[tuple[str, str]]]:
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    owner = next(iter(whose)).removesuffix("__among")
    for pk, name, value in Kept.objects.filter(**whose).order_by("pk").values_list(owner, "name", "value"):
        found[pk].append((name, value))
    return found


def _numbers(**whose: list[int]) -> defaultdict[int, list[NumberOut]]:
    """The first one first. Wrong ones stay here: who reads the file would dial them."""
    found: defaultdict[int, list[NumberOut]] = defaultdict(list)
    owner = next(iter(whose)).removesuffix("__among")
    rows = PhoneNumber.objects.filter(**whose).order_by("-first", "pk")
    for pk, typed, e164, ext, label, state in rows.values_list(owner, "typed", "e164", "ext", "label", "state"):
        if state != NumberState.WRONG.value:
            found[pk].append(NumberOut(e164 or typed, ext if e164 else "", label, bool(e164)))
    return found
