"""Reading the timeline of one record: the latest first, by keyset, one statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Q, QuerySet

from rightday.db.prepared import Prepared, Slot
from rightday.timeline import rules
from rightday.timeline.models import Event

LIMIT: Final = 20
MOST: Final = 100
_COLUMNS: Final = (
    "id", "at", "verb", "words", "data",
    "by_id", "by__name", "person_id", "person__name", "company__name", "lead_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a timeline. `title` is the sentence, `words` what was said, `badge` what came of it.

    `key` reads on: pass the last row's as `before` to get the rows after it.
    """

    id: int
    at: datetime
    verb: str
    icon: str
    title: str
    badge: str
    met: bool
    words: str
    by_id: int | None
    by: str
    person_id: int | None
    person: str
    lead_id: int | None

    @property
    def key(self) -> str:
        return f"{self.at.isoformat()}~{self.id}"


def of_lead(
    lead_id: int, *, before: str | None = None, limit: int = LIMIT, reader: int | None = None
) -> tuple[EventRow, ...]:
    """What happened on a lead, latest first. `reader` is the member who reads, told as "You"."""
    return _read("lead", lead_id, before, limit, reader)


def of_person(
    person_id: int, *, before: str | None = None, limit: int = LIMIT, reader: int | None = None
) -> tuple[EventRow, ...]:
    """What happened with a person, on all their leads and none, latest first."""
    return _read("person", person_id, before, limit, reader)


def of_company(
    company_id: int, *, before: str | None = None, limit: int = LIMIT, reader: int | None = None
) -> tuple[EventRow, ...]:
    """What happened at a company, latest first."""
    return _read("company", company_id, before, limit, reader)


def of_order(
    order_id: int, *, before: str | None = None, limit: int = LIMIT, reader: int | None = None
) -> tuple[EventRow, ...]:
    """What happened on a job order and with who was presented for it, latest first."""
    return _read("order", order_id, before, limit, reader)


def latest_at() -> datetime | None:
    """When the latest thing in the agency entered happened; None when nothing has."""
    found: datetime | None = Event.objects.order_by("-at", "-id").values_list("at", flat=True).first()
    return found


def _rows(record: str) -> QuerySet[Any, Any]:
    found: QuerySet[Any, Any] = (
        Event.objects.filter(**{f"{record}_id": Slot("id")}).order_by("-at", "-id").values_list(*_COLUMNS)
    )
    return found


def _first_part(record: str) -> Callable[[], QuerySet[Any, Any]]:
    return lambda: _rows(record)[:LIMIT]


# The first part is on every record's page: compiled once.
_FIRST: Final = {record: Prepared(_first_part(record)) for record in ("lead", "person", "company", "order")}


def _read(record: str, id: int, before: str | None, limit: int, reader: int | None) -> tuple[EventRow, ...]:
    key = _key(before)
    if key is None and limit == LIMIT:
        found = _FIRST[record](id=id)
    else:
        rows = Event.objects.filter(**{f"{record}_id": id}).order_by("-at", "-id")
        if key is not None:
            at, last = key
            rows = rows.filter(Q(at__lt=at) | Q(at=at, id__lt=last), at__lte=at)
        found = list(rows.values_list(*_COLUMNS)[: max(1, min(limit, MOST))])
    return tuple(_told(row, reader) for row in found)


def _key(before: str | None) -> tuple[datetime, int] | None:
    """A key that came back from a browser; one that is none begins at the top."""
    at, _, last = (before or "").replace(" ", "+").partition("~")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment, int(last)) if last.isdecimal() and moment.tzinfo else None


def _told(row: tuple[Any, ...], reader: int | None) -> EventRow:
    id, at, verb, words, data, by_id, by, person_id, person, company, lead_id = row
    first = (by or "").split(" ")[0]
    who = "You" if reader is not None and by_id == reader else first
    told = rules.told(verb, who=who, data=data or {}, person=person or "", company=company or "")
    return EventRow(
        id,
        at,
        verb,
        told.icon,
        told.title,
        told.badge,
        told.met,
        words,
        by_id,
        by or "",
        person_id,
        person or "",
        lead_id,
    )
