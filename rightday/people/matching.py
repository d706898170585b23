"""Is this somebody we know? By number, by address, else by likeness, a chunk at a time.

The same number (a person's own) or the same address is the same person (FIELD_GUIDE 2), unless
the two names cannot be one person's: colleagues share a desk telephone. A switchboard, a number
that several people share, a shared mailbox, a similar name at a similar company: suggestions,
each with its reasons. A name that a merge took away, at the company of that record, is whoever it
was put together with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from rightday.kernel import names
from rightday.kernel.phones import Phone
from rightday.people import rules, search
from rightday.people.duplicates import merged
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber

CHUNK = 2_000
"""So many are looked for together."""
SUGGESTIONS = 5
SIMILAR_COMPANIES = 20
CANDIDATES = 40_000
"""So many persons are compared for one chunk at most: one statement's answer."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of somebody: names as typed; numbers in E.164, with ";ext=" where there is one."""

    name: str
    company_name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return names.person_key(self.name)

    @property
    def firm(self) -> str:
        """The key of the company, '' where none is named."""
        return names.company_key(self.company_name) if self.company_name.strip() else ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    person_id: int
    name: str
    title: str
    company_name: str
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """`person` when it is the same one for certain, and `why` in words ("same number"); else whom to ask about."""

    person: Person | None = None
    why: str = ""
    suggestions: tuple[Suggestion, ...] = ()


class _Near(NamedTuple):
    """A candidate: what a comparison needs, and no more. A row of a statement, as it is."""

    pk: int
    name: str
    key: str
    title: str
    company: str | None
    company_key: str | None


@dataclass(slots=True)
class _Found:
    """What the statements of a chunk brought."""

    by_number: dict[str, dict[int, None]] = field(default_factory=dict)
    switchboards: set[str] = field(default_factory=set)
    by_email: dict[str, dict[int, None]] = field(default_factory=dict)
    near: dict[int, _Near] = field(default_factory=dict)
    by_key: dict[str, list[_Near]] = field(default_factory=dict)
    by_company: dict[str, list[_Near]] = field(default_factory=dict)


def match(
    *, phones: Iterable[Phone | str] = (), emails: Iterable[str] = (), name: str = "", company_name: str = ""
) -> Match:
    """The person we know by number or address, else up to five that may be the same, the likeliest first."""
    numbers = (_number(phone) for phone in phones)
    sought = Sought(name, company_name, tuple(number for number in numbers if number), tuple(emails))
    return _match_chunk([sought], wide=True)[0]


def match_many(sought: Sequence[Sought]) -> list[Match]:
    """`match` for each, in their order: at most nine statements for every 2,000, a few more after merges.

    A similar name is looked for at companies of the same key alone; `match` looks at similar ones too.
    """
    return [found for some in _chunks(sought) for found in _match_chunk(some)]


def sought_of(name: str, company_name: str, phones: Iterable[Phone], emails: Iterable[str]) -> Sought:
    """A record to be matched, from what the kernel read; unreadable numbers are left out."""
    numbers = (_number(phone) for phone in phones)
    return Sought(name, company_name, tuple(number for number in numbers if number), tuple(emails))


def _number(phone: Phone | str) -> str:
    if isinstance(phone, str):
        return phone
    return _with_extension(phone.e164 or "", phone.ext)


def _with_extension(e164: str, ext: str) -> str:
    return f"{e164};ext={ext}" if ext and e164 else e164


def _chunks(sought: Sequence[Sought]) -> Iterator[Sequence[Sought]]:
    return (sought[start : start + CHUNK] for start in range(0, len(sought), CHUNK))


def _match_chunk(sought: Sequence[Sought], *, wide: bool = False) -> list[Match]:
    found = _Found()
    _look_for_numbers(found, {number for one in sought for number in one.phones})
    _look_for_emails(found, {rules.email_key(address) for one in sought for address in one.emails})
    likely = [_certain(found, one) for one in sought]
    persons = _persons({pk for pk, _ in likely if pk is not None})
    certain = [
        (None, "") if pk is not None and rules.two_people(one.name, persons[pk].name) else (pk, why)
        for one, (pk, why) in zip(sought, likely, strict=True)
    ]
    open_ones = [one for one, (pk, _) in zip(sought, certain, strict=True) if pk is None]
    once = merged.once({key for one in open_ones for key in (one.key, one.firm)}) if open_ones else merged.Once()
    sought = [_now_called(one, once) for one in sought]
    open_ones = [one for one, (pk, _) in zip(sought, certain, strict=True) if pk is None]
    _look_for_likeness(found, open_ones, wide=wide)
    certain = [
        (_since_a_merge(found, once, one), merged.WHY) if pk is None else (pk, why)
        for one, (pk, why) in zip(sought, certain, strict=True)
    ]
    persons |= _persons({pk for pk, why in certain if pk is not None and why == merged.WHY})
    return [
        Match(persons[pk], why) if pk is not None else Match(suggestions=_suggestions(found, one, wide=wide))
        for one, (pk, why) in zip(sought, certain, strict=True)
    ]


def _look_for_numbers(found: _Found, numbers: set[str]) -> None:
    if not numbers:
        return
    plain = {number.partition(";")[0] for number in numbers}
    rows = PhoneNumber.objects.filter(e164__among=plain).exclude(state=rules.NumberState.WRONG.value)
    for e164, ext, person_id, company_id in rows.values_list("e164", "ext", "person_id", "company_id"):
        number = _with_extension(e164, ext)
        if company_id is not None:
            found.switchboards.add(number)
        else:
            found.by_number.setdefault(number, {})[person_id] = None


def _look_for_emails(found: _Found, keys: set[str]) -> None:
    if not keys:
        return
    for key, person_id in EmailAddress.objects.filter(key__among=keys).values_list("key", "person_id"):
        found.by_email.setdefault(key, {})[person_id] = None


def _certain(found: _Found, sought: Sought) -> tuple[int | None, str]:
    for number in sought.phones:
        owners = list(found.by_number.get(number, ()))
        if len(owners) == 1 and number not in found.switchboards:
            return owners[0], "same number"
    for address in sought.emails:
        key = rules.email_key(address)
        owners = list(found.by_email.get(key, ()))
        if len(owners) == 1 and not rules.is_shared_mailbox(key):
            return owners[0], "same email"
    return None, ""


def _now_called(one: Sought, once: merged.Once) -> Sought:
    """Somebody at a company that has another name since a merge is at that company."""
    company = once.companies.get(one.firm)
    return replace(one, company_name=company.name) if company is not None else one


def _since_a_merge(found: _Found, once: merged.Once, one: Sought) -> int | None:
    """Who had this name at this company before a merge, where one did and nobody has it there now."""
    if not one.firm or any(near.company_key == one.firm for near in found.by_key.get(one.key, ())):
        return None
    there = [was.person_id for was in once.persons.get(one.key, ()) if one.firm in was.firms]
    return there[0] if len(there) == 1 else None


def _look_for_likeness(found: _Found, sought: Sequence[Sought], *, wide: bool) -> None:
    """Candidates: those who share a number or address after all, the same key, the same company's people."""
    keys = {key for one in sought if (key := one.key)}
    companies = {firm for one in sought if (firm := one.firm)}
    shared = {pk for one in sought for pk in _sharing(found, one)}
    rows: list[tuple[Any, ...]] = []
    columns = ("pk", "name", "key", "title", "company__name", "company__key")
    if shared:
        rows += Person.objects.filter(pk__among=shared).values_list(*columns)
    if keys:
        rows += Person.objects.filter(key__among=keys).values_list(*columns)[:CANDIDATES]
    if companies:
        ids = list(Company.objects.filter(key__among=companies).values_list("pk", flat=True))
        if wide:  # "Halden" and "Halden Insurance Group": those that share one of their first two words
            some = [word for key in companies for word in key.split()[:2]]
            ids += [pk for word in some for pk in search.find_companies(word, SIMILAR_COMPANIES)]
        rows += Person.objects.filter(company_id__among=ids).values_list(*columns)[:CANDIDATES]
    for near in map(_Near._make, rows):
        if near.pk not in found.near:
            found.near[near.pk] = near
            found.by_key.setdefault(near.key, []).append(near)
            found.by_company.setdefault(near.company_key or "", []).append(near)


def _sharing(found: _Found, sought: Sought) -> dict[int, str]:
    """Persons with a number or an address of this record that does not tell people apart, and which."""
    sharing = {pk: "shares a number" for number in sought.phones for pk in found.by_number.get(number, ())}
    for address in sought.emails:
        for pk in found.by_email.get(rules.email_key(address), ()):
            sharing.setdefault(pk, "shares a mailbox")
    return sharing


def _suggestions(found: _Found, sought: Sought, *, wide: bool) -> tuple[Suggestion, ...]:
    key, firm, sharing = sought.key, sought.firm, _sharing(found, sought)
    pool = {pk: found.near[pk] for pk in sharing}
    for near in found.by_key.get(key, ()) if key else ():
        # A namesake at a company that begins otherwise is another person: there are many John Smiths.
        if not firm or not near.company_key or firm[0] == near.company_key[0]:
            pool.setdefault(near.pk, near)
    if firm and (colleagues := list(found.near.values()) if wide else found.by_company.get(firm)):
        words = _beginnings(key)
        for near in colleagues:
            if near.pk not in pool and words & _beginnings(near.key):
                pool[near.pk] = near
    suggestions = []
    for pk, near in pool.items():
        alike = rules.likeness(sought.name, sought.company_name, near.name, near.company or "")
        if alike.score >= rules.LIKELY or (pk in sharing and alike.reasons):
            reasons = (*alike.reasons, sharing[pk]) if pk in sharing else alike.reasons
            suggestions.append(Suggestion(pk, near.name, near.title, near.company or "", alike.score, reasons))
    return tuple(sorted(suggestions, key=lambda one: (-one.likeness, one.person_id))[:SUGGESTIONS])


def _beginnings(key: str) -> set[str]:
    """First letters of the words of a name: two names that share none are not compared further."""
    return {word[0] for word in key.split()}


def _persons(ids: set[int]) -> dict[int, Person]:
    """Persons with their companies: two statements, and a company's instance is made once."""
    if not ids:
        return {}
    persons: dict[int, Person] = Person.objects.in_bulk(ids)
    companies = Company.objects.in_bulk({one.company_id for one in persons.values() if one.company_id})
    for person in persons.values():
        person.company = companies.get(person.company_id)
    return persons
