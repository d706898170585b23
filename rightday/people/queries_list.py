"""Lists of persons: views by name and keyset, search as one types, the nearest names when nobody is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from rightday.kernel.folding import fold
from rightday.people import found_words, search
from rightday.people.models import Person, PhoneNumber
from rightday.people.queries_person import day_of, number_words
from rightday.people.rules import NumberState
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.timeline.models import Event

PAGE = 25
FOUND = 25
SAID = 10
COUNTED = 1000
EVENTS = 300
NEAR = 200
_ALIKE = 68

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of a list. Texts that may be marked are in pieces (text, asked for); `said` is the sentence found."""

    id: int
    plain: str
    name: Pieces
    title: str
    company: Pieces
    company_id: int | None
    spoken: str
    number_state: str
    number: str
    dial: str
    do_not_call: bool
    said: Pieces = ()


@dataclass(frozen=True, slots=True)
class People:
    """A part of a list by name. `after` reads on ('' at the end), `begins` is whether it is the first part."""

    rows: tuple[PersonRow, ...]
    after: str
    begins: bool


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """What a search found: by name, company or number; by words somebody said; else whom one may have meant."""

    named: tuple[PersonRow, ...]
    said: tuple[PersonRow, ...]
    near: tuple[PersonRow, ...]
    more: bool


def people_list(member: Member, *, only: Any = None, after: str = "") -> People:
    """A part of a view by name; `only` narrows it (an expression of a room above). Two statements."""
    rows = _those(only)
    key = key_of(after)
    if key:
        name, pk = key
        rows = rows.filter(Q(name__gt=name) | Q(name=name, id__gt=pk), name__gte=name)
    found = list(rows.order_by("name", "id").values_list(*_COLUMNS)[: PAGE + 1])
    shown = _rows(member, found[:PAGE])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return People(shown, f"{last[0]}~{last[1]}" if last else "", key is None)


def found_people(member: Member, text: str, *, only: Any = None) -> FoundPeople:
    """Everybody found by what was typed; at most eight statements."""
    ids = search.find_persons(text, FOUND + 1)
    said_ids = [pk for pk in search.find_said(text, SAID) if pk not in set(ids)]
    terms = search.terms(text)
    by_id = {row[0]: row for row in _those(only).filter(pk__in=[*ids[:FOUND], *said_ids]).values_list(*_COLUMNS)}
    named = sorted((by_id[pk] for pk in ids if pk in by_id), key=lambda row: _rank(row, terms))
    sentences = _sentences(said_ids, terms)
    said = [by_id[pk] for pk in said_ids if pk in by_id]
    near = [] if named or said else _near(terms, only)
    rows = {row.id: row for row in _rows(member, [*named, *said, *near], terms, sentences)}
    return FoundPeople(
        named=tuple(rows[row[0]] for row in named),
        said=tuple(rows[row[0]] for row in said),
        near=tuple(rows[row[0]] for row in near),
        more=len(ids) > FOUND,
    )


def persons_of(member: Member, ids: list[int], terms: list[str]) -> tuple[PersonRow, ...]:
    """Those persons, names that begin with what was typed first. Two statements."""
    found = sorted(Person.objects.filter(pk__in=ids).values_list(*_COLUMNS), key=lambda row: _rank(row, terms))
    return _rows(member, found, terms)


def counted(only: Any = None) -> str:
    """How many there are, "1,000+" from there on: never counted whole."""
    # In their order: it is what leads SQLite to the small index of those who said no.
    number = _those(only).order_by("name", "id").values("pk")[: COUNTED + 1].count()
    return f"{number:,}" if number <= COUNTED else f"{COUNTED:,}+"


REFUSED = Q(do_not_call=True)
"""Those who said no: a view of its own, served by an index of its own."""

_NO_DIAL = {True: "Wrong number", False: "Not a number"}
_COLUMNS = ("id", "name", "title", "company__name", "company_id", "last_talk_at", "do_not_call")


def _those(only: Any) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = Person.objects.all()
    return rows if only is None else rows.filter(only)


def key_of(after: str) -> tuple[str, int] | None:
    """Name and id of a key that came back from a browser; one that is none begins at the top."""
    pk, _, name = after.replace("\x00", "").partition("~")
    return (name, int(pk)) if pk.isdecimal() and len(pk) < 19 else None


def _rank(row: tuple[Any, ...], terms: list[str]) -> tuple[int, str]:
    """Names that begin with what was typed first, then other words of the name, then the rest."""
    name = fold(row[1])
    beginning = terms[0] if terms else ""
    if name.startswith(beginning):
        return (0, name)
    return (1 if any(word.startswith(beginning) for word in name.split()) else 2, name)


def _rows(
    member: Member,
    found: list[tuple[Any, ...]],
    terms: list[str] | None = None,
    sentences: dict[int, str] | None = None,
) -> tuple[PersonRow, ...]:
    today = team.today(member)
    numbers = _numbers([row[0] for row in found], today)
    terms, sentences = terms or [], sentences or {}
    return tuple(
        PersonRow(
            pk, name, found_words.marks(name, terms), title, found_words.marks(company or "", terms), company_id,
            day_of(spoken, member, today), *("", "", "") if refused else numbers.get(pk, ("none", "No number", "")),
            refused, found_words.marks(sentences.get(pk, ""), terms),
        )
        for pk, name, title, company, company_id, spoken, refused in found
    )  # fmt: skip


def _numbers(ids: list[int], today: date) -> dict[int, tuple[str, str, str]]:
    """Person → state, words and what to dial, of the number to dial, else of any. One statement."""
    shown: dict[int, tuple[str, str, str]] = {}
    rows = PhoneNumber.objects.filter(person__in=ids).order_by("first", "-id")
    for person_id, e164, state, state_on, reached_on in rows.values_list(
        "person_id", "e164", "state", "state_on", "reached_on"
    ):
        dial = e164 if state != NumberState.WRONG else ""
        words = number_words(state, state_on, reached_on, today) if dial else _NO_DIAL[bool(e164)]
        shown[person_id] = (state if e164 else "wrong", words.replace("Reached", "Tested"), dial)
    return shown


def _sentences(ids: list[int], terms: list[str]) -> dict[int, str]:
    """Person → the latest sentence noted in which most of the words begin. One statement, bounded."""
    found: dict[int, str] = {}
    if ids:
        events = Event.objects.filter(person__in=ids).exclude(words="").order_by("-at", "-id")
        for person_id, words in events.values_list("person_id", "words")[:EVENTS]:
            sentence = found_words.sentence_with(words, terms)
            if sentence and person_id not in found:
                found[person_id] = sentence
    return found


def _near(terms: list[str], only: Any) -> list[tuple[Any, ...]]:
    """The five names nearest to what was typed, among those that share the beginning of a word."""
    ids = [pk for term in terms[:3] if len(term) > 2 for pk in search.find_persons(term[:2], NEAR)]
    typed = " ".join(terms)
    scored = []
    for row in _those(only).filter(pk__in=ids).values_list(*_COLUMNS):
        score = max(fuzz.token_sort_ratio(typed, fold(row[1])), fuzz.token_sort_ratio(typed, fold(row[3] or "")))
        if score >= _ALIKE:
            scored.append((-score, row[1], row))
    return [row for *_, row in sorted(scored)[:5]]
