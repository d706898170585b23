"""Pairs as the screens show them: the queue, two records side by side, and what a merge would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import IntegerField, Q, QuerySet

from rightday.db.prepared import Prepared, Slot
from rightday.kernel import names
from rightday.kernel.phones import spaced as number_shown
from rightday.people.duplicates import moving
from rightday.people.duplicates.joining import first_of
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch, Merge
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Person, PhoneNumber
from rightday.people.rules import NUMBER_WORDS, NumberState

KINDS: Final[dict[str, tuple[Any, Any]]] = {
    "persons": (DuplicateSuggestion, Person),
    "companies": (CompanySuggestion, Company),
}
MANY: Final = 1_000
LINES: Final = 7
SHOWN: Final = 5
ON_RECORD: Final = (
    ("Lead", "lead", "leads", "board"),
    ("Call", "call", "calls", "phone"),
    ("NextStep", "planned call", "planned calls", "today"),
    ("Person", "person", "people", "user"),
    ("Position", "position", "positions", "case"),
    ("Permission", "answer about contact", "answers about contact", "lock"),
    ("Intelligence", "piece of intelligence", "pieces of intelligence", "quote"),
    ("Event", "entry of the timeline", "entries of the timeline", "note"),
)
"""What is said of a record's rows: model, one, several, icon. Others move too, and need no words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A pair in the queue or in the list."""

    id: int
    name: str
    other: str
    words: str
    certain: bool
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that led to a record, as its page shows it."""

    pk: int
    gone_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """Decided today, waiting, and how many there are in all; of more than 1,000 it says so.

    Narrowed to those of one file: `file` its name, `query` what its addresses end in.
    """

    kind: str
    done: tuple[Line, ...]
    lines: tuple[Line, ...]
    waiting: int
    decided: int
    search: DuplicateSearch | None
    file: str = ""
    query: str = ""

    @property
    def of(self) -> int:
        return self.waiting + self.decided


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both records. `how`: same, like, diff, or one when only one has it."""

    label: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Number:
    id: int
    number: str
    words: str
    first: bool


@dataclass(frozen=True, slots=True)
class PairPage:
    """Two records, `kept` the one that would stay; what speaks for one and for two; numbers to choose from."""

    pair: Any
    kept: Any
    gone: Any
    rows: tuple[Row, ...]
    one: tuple[str, ...]
    two: tuple[str, ...]
    numbers: tuple[Number, ...]
    moves: tuple[tuple[str, str], ...]
    stays: tuple[tuple[str, str], ...]


def waiting(kind: str, today: date, among: Any = None) -> Any:
    """Pairs nobody has decided, the likeliest first; those put off come back on their day. `among`: of these alone."""
    pairs = (KINDS[kind][0].objects.all() if among is None else among).filter(decided_at=None)
    return pairs.filter(Q(later_until=None) | Q(later_until__lte=today)).order_by("-likeness", "pk")


def queue(
    kind: str, *, today: date, at: int = 0, limit: int = LINES, among: Any = None, file: str = "", query: str = ""
) -> Queue:
    """The queue around a pair. Five statements."""
    pairs = waiting(kind, today, among)
    merges = Merge.objects.filter(kind="person" if kind == "persons" else "company", at__date=today, undone_at=None)
    done = [Line(one.pk, _name(one), one.gone_name, "Merged", False, True) for one in _with(merges.order_by("-pk")[:2])]
    return Queue(
        kind, tuple(reversed(done)), lines_of(kind, pairs, limit, at), _some(pairs),
        _some(merges), DuplicateSearch.objects.first(), file, query,
    )  # fmt: skip


def lines_of(kind: str, pairs: Any, limit: int, at: int = 0) -> tuple[Line, ...]:
    """The first pairs; the one that is open stands at its place, or at the head where it waits further down."""
    first = _first(kind)
    rows = list(pairs.select_related(first, "other")[:limit])
    if at and at not in {row.pk for row in rows}:
        rows = [*KINDS[kind][0].objects.filter(pk=at).select_related(first, "other"), *rows[: limit - 1]]
    return tuple(
        Line(row.pk, getattr(row, first).name, row.other.name, ", ".join(row.reasons).capitalize(), row.likeness >= 1)
        for row in rows
    )


def pair_page(kind: str, pair_id: int) -> PairPage:
    """Raises DoesNotExist for a pair that is gone with one of its records."""
    pair = KINDS[kind][0].objects.select_related(_first(kind), "other").get(pk=pair_id)
    one, other = getattr(pair, _first(kind)), pair.other
    kept, gone = (other, one) if _weight(other) > _weight(one) else (one, other)
    ids = (kept.pk, gone.pk)
    numbers = _numbers(kind, ids)
    counts = {pk: _on_record(type(kept), pk) for pk in ids}
    choices = [number for pk in ids for number in numbers[pk] if number.e164]
    first = first_of(choices) if kind == "persons" else None
    unique = list({(one.e164, one.ext): one for one in reversed(choices)}.values())[::-1]
    return PairPage(
        pair, kept, gone, _rows(kept, gone, numbers, counts), tuple(pair.reasons), tuple(pair.against),
        tuple(Number(one.pk, number_shown(one.e164), _state(one), one is first) for one in unique) if first else (),
        counts[gone.pk], counts[kept.pk],
    )  # fmt: skip


_ID: Final[IntegerField[int, int]] = IntegerField()
_MAYBE: Final = Prepared(
    lambda: (
        DuplicateSuggestion.objects.filter(Q(person_id=Slot("id", _ID)) | Q(other_id=Slot("id", _ID)), decided_at=None)
        .order_by("-likeness", "pk")
        .values_list("id", "person_id", "person__name", "other__name", "reasons", "likeness")[:1]
    )
)


def _into(kind: str) -> Callable[[], QuerySet[Any, Any]]:
    return lambda: (
        Merge.objects.filter(**{f"{kind}_id": Slot("id", _ID)}, undone_at=None)
        .order_by("-pk")
        .values_list("id", "gone_name", "at")[:SHOWN]
    )


_INTO: Final = {kind: Prepared(_into(kind)) for kind in ("person", "company")}


def maybe_of(person_id: int) -> Line | None:
    """The likeliest open pair of a person, for their page. One statement."""
    for pk, one_id, one, other, reasons, likeness in _MAYBE(id=person_id):
        return Line(pk, other if one_id == person_id else one, "", ", ".join(reasons), likeness >= 1)
    return None


def merges_into(**kept: int) -> tuple[Merged, ...]:
    """Of `person=id` or `company=id`: merges that led to it and can be taken apart, the last first. One statement."""
    ((kind, pk),) = kept.items()
    return tuple(Merged(*row) for row in _INTO[kind](id=pk))


def _first(kind: str) -> str:
    return "person" if kind == "persons" else "company"


def _some(rows: Any) -> int:
    return int(rows.order_by()[:MANY].count())


def _with(merges: Any) -> Any:
    return merges.select_related("person", "company")


def _name(merge: Merge) -> str:
    return str(merge.person or merge.company)


def _weight(row: Any) -> tuple[Any, ...]:
    """Whose record stays: who was talked with most, whose name is written out, the older one."""
    talks = (row.talks, row.dials) if isinstance(row, Person) else ()
    return (*talks, min(len(word) for word in names.fold(row.name).split() or [""]) > 1, -row.pk)


def _numbers(kind: str, ids: tuple[int, int]) -> dict[int, list[PhoneNumber]]:
    owner = _first(kind)
    found: dict[int, list[PhoneNumber]] = {pk: [] for pk in ids}
    for one in PhoneNumber.objects.filter(**{f"{owner}__in": ids}).order_by("-first", "pk"):
        found[getattr(one, f"{owner}_id")].append(one)
    return found


def _on_record(model: Any, pk: int) -> tuple[tuple[str, str], ...]:
    """ "2 leads", "1 call": what speaks of a record, counted up to 1,000."""
    links: dict[str, list[tuple[Any, str]]] = {}
    for linked, link in moving.links(model):
        if link in ("person", "company"):
            links.setdefault(linked.__name__, []).append((linked, link))
    found = []
    for name, one, several, icon in ON_RECORD:
        for linked, link in links.get(name, ()):
            if number := _some(linked.objects.filter(**{link: pk})):
                found.append((icon, f"{number} {one if number == 1 else several}"))
    return tuple(found)


def _rows(
    kept: Any, gone: Any, numbers: dict[int, list[PhoneNumber]], counts: dict[int, tuple[tuple[str, str], ...]]
) -> tuple[Row, ...]:
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [("Name", (kept.name,), (gone.name,))]
    if isinstance(kept, Person):
        emails: dict[int, list[str]] = {kept.pk: [], gone.pk: []}
        for pk, address in EmailAddress.objects.filter(person__in=list(emails)).values_list("person_id", "address"):
            emails[pk].append(address)
        rows += [
            ("Company", _said(kept.company), _said(gone.company)),
            ("Role", _said(kept.title), _said(gone.title)),
            ("Email", tuple(emails[kept.pk]), tuple(emails[gone.pk])),
        ]
    else:
        rows += [("Also written", tuple(kept.also_written), tuple(gone.also_written))]
    rows += [("Website", _said(kept.website), _said(gone.website)), ("Place", _said(kept.city), _said(gone.city))]
    made = [Row(label, mine, theirs, _how(mine, theirs)) for label, mine, theirs in rows if mine or theirs]
    phones = [tuple(_with_state(one) for one in numbers[row.pk]) for row in (kept, gone)]
    keys = [{one.e164 or one.typed for one in numbers[row.pk]} for row in (kept, gone)]
    if any(phones):
        how = "same" if keys[0] == keys[1] else "like" if keys[0] & keys[1] else "diff" if all(keys) else "one"
        made.insert(3 if isinstance(kept, Person) else 1, Row("Phone", phones[0], phones[1], how))
    record = [(", ".join(words for _icon, words in counts[row.pk]),) for row in (kept, gone)]
    return (*made, Row("On record", record[0], record[1], "one" if record[0] != record[1] else "same"))


def _how(mine: Sequence[str], theirs: Sequence[str]) -> str:
    if not mine or not theirs:
        return "one"
    folded = [{names.fold(one) for one in side} for side in (mine, theirs)]
    if folded[0] == folded[1]:
        return "same"
    words = [{word for one in side for word in one.split()} for side in folded]
    return "like" if words[0] & words[1] else "diff"


def _said(value: Any) -> tuple[str, ...]:
    return (str(value),) if value else ()


def _with_state(number: PhoneNumber) -> str:
    return f"{number_shown(number.e164) if number.e164 else number.typed}, {_state(number)}"


def _state(number: PhoneNumber) -> str:
    words = NUMBER_WORDS[NumberState(number.state)].lower()
    return f"{words} on {number.state_on:%-d %b}" if number.state_on else words
