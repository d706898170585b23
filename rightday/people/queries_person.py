"""The page of one person, as far as this room knows them: five statements, all in values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import IntegerField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel import phones
from rightday.kernel.places import zone_city
from rightday.kernel.when import say_day
from rightday.people import rules
from rightday.people.models import EmailAddress, Permission, Person, PhoneNumber, Position
from rightday.people.rules import Answer, Channel, NumberState
from rightday.team import queries as team
from rightday.team.models import Member

MANY = 50


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number as it is shown: spaced, what the last call to it showed, or what is wrong with it.

    `dial` is '' for what cannot be dialled. `state` is a NumberState, or "none" for text that is no number.
    """

    id: int
    number: str
    dial: str
    state: str
    words: str
    first: bool


@dataclass(frozen=True, slots=True)
class EmailLine:
    id: int
    address: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What counts for a channel: "Yes", "Refused, Tue 6 Oct", "Not asked"."""

    channel: Channel
    label: str
    answer: Answer
    words: str


@dataclass(frozen=True, slots=True)
class CallPermission:
    """What counts for calls. `said` are their words, `days` and `week` what they gave; `to` who asked."""

    answer: Answer
    on: str
    to: str
    said: str
    purpose: str
    days: str
    week: tuple[rules.DayGiven, ...]


@dataclass(frozen=True, slots=True)
class PositionLine:
    when: str
    title: str
    company_id: int | None
    supervisor: str
    supervisor_id: int | None
    now: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything this room knows of a person. `dial` and `number` are of the first number that can be dialled."""

    id: int
    version: int
    name: str
    given: str
    title: str
    company_id: int | None
    company: str
    city: str
    local: str
    place: str
    website: str
    do_not_call: bool
    works_with_agencies: str
    name_confirmed: str
    spoken: str
    added: str
    number: str
    dial: str
    numbers: tuple[NumberLine, ...]
    emails: tuple[EmailLine, ...]
    call: CallPermission | None
    channels: tuple[AnswerLine, ...]
    positions: tuple[PositionLine, ...]
    supervised: tuple[tuple[int, str], ...]


_COLUMNS = (
    "id", "version", "name", "given", "title", "company_id", "company__name", "city", "company__city", "zone",
    "company__zone", "website", "do_not_call", "works_with_agencies", "company__works_with_agencies",
    "name_confirmed_on", "last_talk_at", "source", "added_by__name", "added_at",
)  # fmt: skip
_ID: IntegerField[int, int] = IntegerField()
_PERSON = Prepared(lambda: Person.objects.filter(id=Slot("id", _ID)).values_list(*_COLUMNS))
_NUMBERS = Prepared(
    lambda: (
        PhoneNumber.objects.filter(person_id=Slot("id", _ID))
        .order_by("-first", "id")
        .values_list("id", "typed", "e164", "ext", "label", "state", "state_on", "reached_on", "first")[:MANY]
    )
)
_EMAILS = Prepared(
    lambda: EmailAddress.objects.filter(person_id=Slot("id", _ID)).order_by("id").values_list("id", "address")[:MANY]
)
_PERMISSIONS = Prepared(
    lambda: (
        Permission.objects.filter(person_id=Slot("id", _ID))
        .order_by("-id")
        .values_list("id", "channel", "answer", "on", "words", "purpose", "days", "hours", "by__name")[:MANY]
    )
)
_POSITIONS = Prepared(
    lambda: (
        Position.objects.filter(person_id=Slot("id", _ID))
        .order_by("-current", "-ended", "-began", "-id")
        .values_list(
            "title", "company_id", "company__name", "began", "ended", "current", "supervisor_id", "supervisor__name"
        )[:MANY]
    )
)
_SUPERVISED = Prepared(
    lambda: (
        Position.objects.filter(supervisor_id=Slot("id", _ID))
        .order_by("id")
        .values_list("person_id", "person__name")[:MANY]
    )
)


def person_page(member: Member, person_id: int) -> PersonPage:
    """The page of a person, as this member reads it. Raises Person.DoesNotExist."""
    rows = _PERSON(id=person_id)
    if not rows:
        raise Person.DoesNotExist
    row = dict(zip(_COLUMNS, rows[0], strict=True))
    today, zone = team.today(member), row["zone"] or row["company__zone"] or agencies.here().zone
    numbers = tuple(number_line(number, today) for number in _NUMBERS(id=person_id))
    usable = next((one for one in numbers if one.dial), None)
    answers = _PERMISSIONS(id=person_id)
    return PersonPage(
        id=row["id"],
        version=row["version"],
        name=row["name"],
        given=row["given"] or row["name"],
        title=row["title"],
        company_id=row["company_id"],
        company=row["company__name"] or "",
        city=row["city"] or row["company__city"] or "",
        local=f"{clock.local(clock.now(), zone):%H:%M}",
        place=zone_city(zone),
        website=row["website"],
        do_not_call=row["do_not_call"],
        works_with_agencies=_works(row["works_with_agencies"], row["company__works_with_agencies"]),
        name_confirmed=say_day(row["name_confirmed_on"], today) if row["name_confirmed_on"] else "",
        spoken=day_of(row["last_talk_at"], member, today),
        added=_added(row, member, today),
        number=usable.number if usable else "",
        dial=usable.dial if usable else "",
        numbers=numbers,
        emails=tuple(EmailLine(pk, address) for pk, address in _EMAILS(id=person_id)),
        call=_call(answers, today),
        channels=tuple(_channel(channel, answers, today) for channel in Channel),
        positions=tuple(_position(position) for position in _POSITIONS(id=person_id)),
        supervised=tuple(dict.fromkeys(_SUPERVISED(id=person_id))),
    )


def number_line(row: tuple[Any, ...], today: date) -> NumberLine:
    """A row of (id, typed, e164, ext, label, state, state_on, reached_on, first) in words."""
    pk, typed, e164, ext, label, state, state_on, reached_on, first = row
    if not e164:
        problem = next((phone.problem for phone in phones.read(typed) if phone.problem), "")
        return NumberLine(pk, typed, "", "none", problem or "This cannot be dialled as it is.", False)
    shown = phones.spaced(e164) + (f" ext. {ext}" if ext else "")
    dial = "" if state == NumberState.WRONG else phones.href(e164, ext).removeprefix("tel:")
    said = number_words(state, state_on, reached_on, today)
    return NumberLine(pk, shown, dial, state, f"{label}. {said}" if label else said, first)


def number_words(state: str, state_on: date | None, reached_on: date | None, today: date) -> str:
    """ "Reached Fri 20 Nov", "Rang out today", "Wrong number since 3 Mar", "Not tested yet"."""
    words = rules.NUMBER_WORDS[NumberState(state)]
    if state == NumberState.REACHED and reached_on:
        return f"{words} {say_day(reached_on, today)}"
    if state == NumberState.RANG_OUT and state_on:
        before = f", reached {say_day(reached_on, today)}" if reached_on else ""
        return f"{words} {say_day(state_on, today)}{before}"
    return f"{words} since {say_day(state_on, today)}" if state == NumberState.WRONG and state_on else words


def day_of(at: datetime | None, member: Member, today: date) -> str:
    """The day of a moment as this member reads it; '' for never."""
    return say_day(clock.day_in(team.zone_of(member), at), today) if at else ""


def _works(own: bool | None, companys: bool | None) -> str:
    if own is not None:
        return "Yes" if own else "No"
    if companys is not None:
        return "Yes, their company does" if companys else "No, their company does not"
    return "We do not know"


def _added(row: dict[str, Any], member: Member, today: date) -> str:
    """ "By Priya Nair, Tue 3 Nov, from the conference" """
    parts = [f"By {row['added_by__name']}"] if row["added_by__name"] else []
    parts.append(day_of(row["added_at"], member, today))
    parts += [f"from {row['source']}"] if row["source"] else []
    return _capital(", ".join(parts))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _counting(answers: list[tuple[Any, ...]], channel: Channel) -> tuple[Any, ...] | None:
    rows = {row[0]: row for row in answers if row[1] == channel}
    counts = rules.counting(rules.Said(Answer(row[2]), row[3], row[0]) for row in rows.values())
    return rows[counts.order] if counts else None


def _call(answers: list[tuple[Any, ...]], today: date) -> CallPermission | None:
    row = _counting(answers, Channel.PHONE)
    if row is None:
        return None
    _, _, answer, on, words, purpose, days, hours, by = row
    given = answer == Answer.GIVEN
    return CallPermission(
        answer=Answer(answer),
        on=say_day(on, today),
        to=by or "",
        said=words,
        purpose=purpose,
        days=_capital(rules.days_in_words(days)) if given else "",
        week=rules.week(days, hours) if given else (),
    )


def _channel(channel: Channel, answers: list[tuple[Any, ...]], today: date) -> AnswerLine:
    row = _counting(answers, channel)
    answer = Answer(row[2]) if row else Answer.NOT_ASKED
    words = rules.ANSWER_WORDS[answer] + (f", {say_day(row[3], today)}" if row else "")
    return AnswerLine(channel, rules.CHANNEL_WORDS[channel], answer, words)


def _position(row: tuple[Any, ...]) -> PositionLine:
    title, company_id, company, began, ended, current, supervisor_id, supervisor = row
    when = f"{began:%b %Y}" if began else ""
    when = " to ".join(part for part in (when, "now" if current else f"{ended:%b %Y}" if ended else "") if part)
    if not current and ended and not began:
        when = f"Until {ended:%b %Y}"
    what = ", ".join(part for part in (title, company) if part)
    return PositionLine(_capital(when), what, company_id, supervisor or "", supervisor_id, current)
