"""Search as one types over persons, companies and words that were said; each in an index of its own.

Documents are written by the actions, in their own transaction. Names are asked as beginnings
("del cor" finds Delacroix at Corvid), numbers by any run of three digits or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import ModuleType

from django.db import connection

from rightday.db.scope import OutsideAgency, current_agency_id
from rightday.people import search_postgresql, search_sqlite
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.search_terms import Document, described, wanted, words

CHUNK = 500
"""So many rows are read at once: each id is a value of one statement."""
SAID_AT_MOST = 600
"""Distinct words kept of what was said about a person; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Described:
    """A person as they are searched for; `numbers` in E.164, else as typed."""

    pk: int
    name: str
    title: str
    company: str
    addresses: Sequence[str]
    numbers: Sequence[str]


def put_persons(ids: Iterable[int]) -> None:
    """Indexes persons anew from their rows: three statements and a write for each 500."""
    for some in _chunks(ids):
        _index().put(connection, "person", _agency(), _person_documents(some))


def put_companies(ids: Iterable[int]) -> None:
    """Indexes companies anew from their rows."""
    for some in _chunks(ids):
        _index().put(connection, "company", _agency(), _company_documents(some))


def put_new_persons(persons: Iterable[Described]) -> None:
    """Indexes persons that were written in this transaction, from the values at hand: nothing is read."""
    documents = [
        (one.pk, words(described(one.name, one.company, one.title, one.addresses)), one.numbers) for one in persons
    ]
    _index().put(connection, "person", _agency(), documents, new=True)


def put_new_companies(companies: Iterable[Company]) -> None:
    """Indexes companies that were written in this transaction, and have no number yet."""
    documents = [(one.pk, _company_words(one.name, one.also_written, one.city), ()) for one in companies]
    _index().put(connection, "company", _agency(), documents, new=True)


def add_words(person_id: int, text: str) -> None:
    """Adds the words of something said by or about a person: a note, a piece of evidence, an answer."""
    fresh = words(text[:20_000])
    if not fresh:
        return
    kept = _index().tokens_of(connection, "said", _agency(), person_id)
    said = [word for word in kept if word not in set(fresh)] + fresh
    _index().put(connection, "said", _agency(), [(person_id, said[-SAID_AT_MOST:], ())])


def add_words_of_many(texts: Mapping[int, str], *, new: Set[int] = frozenset()) -> None:
    """`add_words` for many persons at once, in a number of statements that does not grow with them.

    `new` are persons written in this transaction, of whom nothing was said before.
    """
    first = [(pk, words(text[:20_000])[-SAID_AT_MOST:], ()) for pk, text in texts.items() if pk in new]
    _index().put(connection, "said", _agency(), [one for one in first if one[1]], new=True)
    for some in _chunks(pk for pk in texts if pk not in new):
        kept = _index().tokens_of_many(connection, "said", _agency(), some)
        documents = []
        for person_id in some:
            fresh = words(texts[person_id][:20_000])
            before = [word for word in kept.get(person_id, ()) if word not in set(fresh)]
            if fresh:
                documents.append((person_id, (before + fresh)[-SAID_AT_MOST:], ()))
        _index().put(connection, "said", _agency(), documents)


def said_of(ids: Iterable[int]) -> dict[int, list[str]]:
    """The words kept of what was said about each person, in their order; who has none is left out."""
    kept: dict[int, list[str]] = {}
    for some in _chunks(ids):
        kept |= _index().tokens_of_many(connection, "said", _agency(), some)
    return kept


def put_said(said: Mapping[int, Sequence[str]]) -> None:
    """The words of persons of whom none are indexed yet, as `said_of` gave them."""
    _index().put(connection, "said", _agency(), [(pk, words, ()) for pk, words in said.items()], new=True)


def find_persons(text: str, limit: int = 20) -> list[int]:
    """Ids of persons with every word typed in name, title, company, address or number; [] for no words."""
    return _find("person", text, limit)


def find_companies(text: str, limit: int = 20) -> list[int]:
    """Ids of companies with every word typed in their name, place or switchboard."""
    return _find("company", text, limit)


def find_said(text: str, limit: int = 20) -> list[int]:
    """Ids of persons of whom something was noted with every word typed."""
    return _find("said", text, limit)


def terms(text: str) -> list[str]:
    """The beginnings that a text asks for, to mark them in what was found."""
    return wanted(text, size=search_sqlite.LONGEST)


def remove_persons(ids: Iterable[int]) -> None:
    """Takes persons, and what was said of them, out of the index (an import undone)."""
    ids = list(ids)
    _index().remove(connection, "person", _agency(), ids)
    _index().remove(connection, "said", _agency(), ids)


def remove_companies(ids: Iterable[int]) -> None:
    """Takes companies out of the index."""
    _index().remove(connection, "company", _agency(), list(ids))


def _find(kind: str, text: str, limit: int) -> list[int]:
    found: list[int] = _index().find(connection, kind, _agency(), text, limit)
    return found


def _index() -> ModuleType:
    return search_postgresql if connection.vendor == "postgresql" else search_sqlite


def _agency() -> int:
    agency_id = current_agency_id()
    if agency_id is None:
        raise OutsideAgency("Search needs one agency: the wall stands open.")
    return agency_id


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    ids = list(dict.fromkeys(ids))
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _person_documents(ids: list[int]) -> list[Document]:
    numbers: dict[int | None, list[str]] = {}
    addresses: dict[int, list[str]] = {}
    for person_id, e164, typed in PhoneNumber.objects.filter(person_id__among=ids).values_list(
        "person_id", "e164", "typed"
    ):
        numbers.setdefault(person_id, []).append(e164 or typed)
    for person_id, address in EmailAddress.objects.filter(person_id__among=ids).values_list("person_id", "address"):
        addresses.setdefault(person_id, []).append(address)
    rows = Person.objects.filter(pk__among=ids).values_list("pk", "name", "title", "company__name")
    return [
        (pk, words(described(name, company or "", title, addresses.get(pk, ()))), numbers.get(pk, ()))
        for pk, name, title, company in rows
    ]


def _company_documents(ids: list[int]) -> list[Document]:
    numbers: dict[int | None, list[str]] = {}
    for company_id, e164, typed in PhoneNumber.objects.filter(company_id__among=ids).values_list(
        "company_id", "e164", "typed"
    ):
        numbers.setdefault(company_id, []).append(e164 or typed)
    rows = Company.objects.filter(pk__among=ids).values_list("pk", "name", "also_written", "city")
    return [
        (pk, _company_words(name, also_written, city), numbers.get(pk, ())) for pk, name, also_written, city in rows
    ]


def _company_words(name: str, also_written: Sequence[str], city: str) -> list[str]:
    return words(" ".join([name, *also_written, city]))
