"""The whole book in slices: each part walks an index in its order, so that what may be one lies side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, groupby
from typing import Any, Final

from rightday.kernel.companies import COMPANY_LIKELY
from rightday.people import rules as people
from rightday.people.duplicates import rules
from rightday.people.duplicates.sides import SHARED_BY, Pair, telling
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber


class Part(StrEnum):
    """What is looked through, one after the other."""

    NUMBERS = "numbers"
    EMAILS = "emails"
    NAMES = "names"
    COMPANIES = "companies"


PARTS: Final = tuple(Part)
SIZE: Final = 10_000
"""So many rows of an index are read at once."""
COMPANIES_AT_ONCE: Final = 500
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
