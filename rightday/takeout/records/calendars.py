"""Next steps as a calendar: those with a time as appointments, the others as days, written by icalendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from rightday import __version__
from rightday.agenda.models import NextStep
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.people.models import PhoneNumber
from rightday.people.rules import NumberState
from rightday.team.models import Member

LONG: Final = timedelta(minutes=15)
MOST: Final = 2_000
_COLUMNS: Final = (
    "id", "person_id", "person__name", "company__name", "kind", "subject", "objective", "why", "due", "earliest",
    "latest", "zone", "agreed", "person__do_not_call",
)  # fmt: skip


def of_member(member: Member, now: datetime) -> bytes:
    """The next steps that a member owns, the nearest first; at most MOST."""
    return calendar(NextStep.objects.owned_by(member), now)


def of_person(person_id: int, now: datetime) -> bytes:
    return calendar(NextStep.objects.filter(person_id=person_id), now)


def calendar(steps: QuerySet[NextStep], now: datetime) -> bytes:
    rows = list(steps.order_by("due", "earliest", "id").values_list(*_COLUMNS)[:MOST])
    made = Calendar()
    made.add("prodid", f"-//Rightday//{__version__}//EN")
    made.add("version", "2.0")
    numbers = _numbers({row[1] for row in rows if not row[-1]})
    for row in rows:
        made.add_component(_event(row, numbers.get(row[1], ""), now))
    written: bytes = made.to_ical()
    return written


def _event(row: tuple[Any, ...], number: str, now: datetime) -> Event:
    pk, _person, name, company, kind, subject, objective, why, due, earliest, latest, zone, agreed, refused = row
    event = Event()
    event.add("uid", f"next-step-{pk}@rightday")
    event.add("dtstamp", now)
    event.add("summary", _clean(f"{KIND_WORDS[Kind(kind)]}: {name}{f', {company}' if company else ''}"))
    if earliest:
        begins = datetime.combine(due, earliest, ZoneInfo(zone)).astimezone(UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + LONG)
    else:
        event.add("dtstart", due)
    event.add("transp", "OPAQUE" if agreed else "TRANSPARENT")
    if number and not refused:
        event.add("location", number)
    until = _("Not after %(time)s, their time.") % {"time": f"{latest:%H:%M}"} if latest else ""
    said = [subject, objective, why, until, _("Do not call.") if refused else ""]
    event.add("description", "\n".join(_clean(words) for words in said if words))
    return event


def _numbers(ids: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for person_id, shown in _rows(sorted(ids)):
        found.setdefault(person_id, shown)
    return found


def _rows(ids: list[int]) -> Iterator[tuple[int, str]]:
    rows = PhoneNumber.objects.filter(person_id__among=ids).exclude(state=NumberState.WRONG.value)
    for person_id, e164, typed in rows.order_by("-first", "pk").values_list("person_id", "e164", "typed"):
        if person_id is not None:
            yield person_id, e164 or typed


def _clean(text: str) -> str:
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
