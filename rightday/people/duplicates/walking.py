"""The whole book in slices: each part walks an index in its order, so that what may be one lies side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, groupby
from typing import Any, Final
from zlib import crc32

from django.db.models import Q

from rightday.kernel.companies import COMPANY_LIKELY
from rightday.people import rules as people
from rightday.people.duplicates import rules
from rightday.people.duplicates.exact import PROFILE_HOSTS, link_of, profile, same_id
from rightday.people.duplicates.sides import SHARED_BY, Pair, telling
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.models_files import ExternalId


class Part(StrEnum):
    """What is looked through, one after the other."""

    NUMBERS = "numbers"
    EMAILS = "emails"
    NAMED = "named"
    NAMES = "names"
    COMPANIES = "companies"


PARTS: Final = tuple(Part)
SIZE: Final = 10_000
"""So many rows of an index are read at once."""
COMPANIES_AT_ONCE: Final = 500
NAMED_AT_ONCE: Final = 250_000
"""So many profiles and ids are held side by side: they are written in many ways, and no index has them in order."""
NAMESAKES: Final = 12
"""More records of one name are compared only where their companies begin alike."""
SIDE_BY_SIDE: Final = 40
"""So many persons who share a word of their name are compared with one another at companies that begin alike."""
NEIGHBOURS: Final = 6


@dataclass(frozen=True, slots=True)
class Walked:
    """Pairs that may be one, how many rows were read, and the last key that is through; `cursor` None: all is."""

    persons: set[Pair]
    companies: set[Pair]
    read: int
    cursor: str | None


def walk(part: Part, cursor: str) -> Walked:
    """One slice of a part, after `cursor`."""
    if part is Part.NUMBERS:
        return _numbers(cursor)
    if part is Part.EMAILS:
        return _emails(cursor)
    if part is Part.NAMED:
        return _named(cursor)
    return _names(cursor) if part is Part.NAMES else _companies(cursor)


def _numbers(cursor: str) -> Walked:
    rows, after = _read(PhoneNumber.objects.filter(person__isnull=False), "e164", "person_id", cursor, SIZE)
    groups = [(e164, ids) for e164, ids in _groups(rows) if 1 < len(ids) <= SHARED_BY]
    own = telling(e164 for e164, _ids in groups)
    return Walked(_within(ids for e164, ids in groups if e164 in own), set(), len(rows), after)


def _emails(cursor: str) -> Walked:
    rows, after = _read(EmailAddress.objects.all(), "key", "person_id", cursor, SIZE)
    own = (ids for key, ids in _groups(rows) if 1 < len(ids) <= SHARED_BY and not people.is_shared_mailbox(key))
    return Walked(_within(own), set(), len(rows), after)


def _named(cursor: str) -> Walked:
    """Who shares a profile or an id of another system, a share of them at a time; the cursor is "share/of"."""
    place, of = map(int, cursor.split("/")) if cursor else (0, _shares())
    named: dict[str, list[int]] = {}
    read = 0
    for key, pk in _names_of_others():
        if crc32(key.encode()) % of == place:
            named.setdefault(key, []).append(pk)
            read += 1
    groups = (list(dict.fromkeys(ids)) for ids in named.values())
    pairs = _within(ids for ids in groups if 1 < len(ids) <= SHARED_BY)
    return Walked(pairs, set(), read, f"{place + 1}/{of}" if place + 1 < of else None)


def _shares() -> int:
    return 1 + int(_profiles().count() + _ids().count()) // NAMED_AT_ONCE


def _names_of_others() -> Iterator[tuple[str, int]]:
    for pk, website in _every(_profiles(), "website"):
        if link := profile(website):
            yield link, pk
    for _pk, system, kind, value, person in _every(_ids(), "system", "kind", "value", "person_id"):
        yield link_of(system, value) or same_id(system, kind, value), person


def _profiles() -> Any:
    some = Q()
    for host in PROFILE_HOSTS:
        some |= Q(website__icontains=host)
    return Person.objects.filter(some)


def _ids() -> Any:
    return ExternalId.objects.filter(person__isnull=False)


def _every(rows: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
    """All rows by their id, some at a time."""
    after = 0
    while found := list(rows.filter(pk__gt=after).order_by("pk").values_list("pk", *columns)[:SIZE]):
        yield from found
        after = found[-1][0]


def _names(cursor: str) -> Walked:
    rows, after = _read(Person.objects.all(), "key", "pk", cursor, SIZE)
    alike = (ids for key, ids in _groups(rows) if " " in key and 1 < len(ids) <= NAMESAKES)
    return Walked(_within(alike), set(), len(rows), after)


def _companies(cursor: str) -> Walked:
    """People at companies that begin with the same word, and those companies themselves."""
    rows, after = _read(Company.objects.all(), "key", "pk", cursor, COMPANIES_AT_ONCE)
    firms = [(key, pk) for key, ids in _groups(rows) for pk in ids]
    begins = {pk: key.partition(" ")[0] for key, pk in firms}
    persons = list(Person.objects.filter(company_id__among=list(begins)).values_list("pk", "name", "key", "company_id"))
    of_words: dict[str, list[tuple[int, str, str, int]]] = {}
    for person in persons:
        of_words.setdefault(begins[person[3]], []).append(person)
    pairs = {pair for group in of_words.values() for pair in _named_alike(group)}
    near = {
        (min(one[1], other[1]), max(one[1], other[1]))
        for at, one in enumerate(firms)
        for other in firms[at + 1 : at + 1 + NEIGHBOURS]
        if rules.compare_companies(one[0], other[0]).score >= COMPANY_LIKELY
    }
    return Walked(pairs, near, len(rows) + len(persons), after)


def _named_alike(group: list[tuple[int, str, str, int]]) -> Iterator[Pair]:
    """Pairs of a group whose names are alike: two such share at least one whole word."""
    if len(group) < 2:
        return
    by_word: dict[str, list[tuple[int, str, str, int]]] = {}
    for person in group:
        for word in set(person[2].split()):
            if len(word) > 1:
                by_word.setdefault(word, []).append(person)
    for sharing in by_word.values():
        for some in [sharing] if len(sharing) <= SIDE_BY_SIDE else _by_company(sharing):
            for one, other in combinations(some, 2):
                if rules.compare_names(one[1], other[1]).score >= rules.LIKELY:
                    yield (min(one[0], other[0]), max(one[0], other[0]))


def _by_company(sharing: list[tuple[int, str, str, int]]) -> Iterator[list[tuple[int, str, str, int]]]:
    at: dict[int, list[tuple[int, str, str, int]]] = {}
    for person in sharing:
        at.setdefault(person[3], []).append(person)
    return (some for some in at.values() if 1 < len(some) <= SIDE_BY_SIDE)


def _read(rows: Any, column: str, owner: str, cursor: str, size: int) -> tuple[list[tuple[str, int]], str | None]:
    """The next rows of an index by their key, no key in part; and the key to go on after, None at the end.

    A key of more rows than are read at once is passed by: what so many share tells nobody apart.
    """
    after = rows.filter(**{f"{column}__gt": cursor}).order_by(column)
    found = list(after.values_list(column, owner)[:size])
    if len(found) < size:
        return found, None
    last = found[-1][0]
    return [row for row in found if row[0] != last], _before(found, last)


def _before(found: list[tuple[str, int]], last: str) -> str:
    """The last key that is whole; where all rows have one key, that key."""
    return next((key for key, _pk in reversed(found) if key != last), last)


def _groups(rows: Iterable[tuple[str, int]]) -> Iterator[tuple[str, list[int]]]:
    for key, group in groupby(rows, key=lambda row: row[0]):
        yield key, list(dict.fromkeys(pk for _key, pk in group))


def _within(groups: Iterable[list[int]]) -> set[Pair]:
    return {(min(pair), max(pair)) for ids in groups for pair in combinations(ids, 2)}
