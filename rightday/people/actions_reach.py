"""How somebody is reached, and whether we may: numbers, addresses, permission, tries; likenesses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from rightday.kernel.phones import Phone
from rightday.people import rules, search
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
)
from rightday.people.reach import new_email, new_number, shown
from rightday.people.rules import Answer, Channel, NumberState
from rightday.team.models import Member
from rightday.team.rules import Permission as May
from rightday.timeline import actions as timeline


@transaction.atomic
def add_number(owner: Person | Company, phone: Phone, *, by: Member, label: str = "") -> PhoneNumber:
    """Adds a number to a person or a company's switchboard; the same one again gives the one there is.

    A person's first number that can be dialled becomes the one to dial.
    """
    by.must(May.PERSON_EDIT)
    number = new_number(owner, phone, label)
    theirs = _numbers_of(owner)
    same = {"e164": number.e164, "ext": number.ext} if number.e164 else {"e164": "", "typed": number.typed}
    known: PhoneNumber | None = theirs.filter(**same).first()
    if known:
        return known
    number.first = isinstance(owner, Person) and bool(number.e164) and not theirs.filter(first=True).exists()
    number.save()
    kind = "person" if isinstance(owner, Person) else "company"
    timeline.record(f"{kind}.number", by=by, **_of(owner), number=shown(number), label=number.label)
    _index(owner)
    return number


@transaction.atomic(savepoint=False)
def mark_number(number: PhoneNumber, *, state: NumberState, on: date, by: Member) -> PhoneNumber:
    """What a call on that day showed of a number. A wrong one is no longer the one to dial."""
    by.must(May.PERSON_EDIT)
    changed = number.state != state.value
    number.state, number.state_on = state.value, on
    if state is NumberState.REACHED:
        number.reached_on = on
    number.save(update_fields=["state", "state_on", "reached_on"])
    if state is NumberState.WRONG and number.first:
        _next_first(number)
    if changed:
        words = rules.NUMBER_WORDS[state]
        timeline.record("person.number_state", by=by, **_owner(number), number=shown(number), state=words)
    return number


@transaction.atomic(savepoint=False)
def put_back_number(
    number: PhoneNumber,
    *,
    state: NumberState,
    state_on: date | None,
    reached_on: date | None,
    first: bool,
    by: Member,
) -> PhoneNumber:
    """Undoes a mark: the number is as it was before that call."""
    by.must(May.PERSON_EDIT)
    number.state, number.state_on, number.reached_on = state.value, state_on, reached_on
    number.save(update_fields=["state", "state_on", "reached_on"])
    if first:
        _make_first(number)
    return number


@transaction.atomic
def make_first(number: PhoneNumber, *, by: Member) -> PhoneNumber:
    """The number to dial from now on, of those of its person."""
    by.must(May.PERSON_EDIT)
    _make_first(number)
    timeline.record("person.number_first", by=by, **_owner(number), number=shown(number))
    return number


@transaction.atomic
def add_email(person: Person, address: str, *, by: Member) -> EmailAddress:
    """Adds an address; the same one again gives the one there is."""
    by.must(May.PERSON_EDIT)
    fresh = new_email(person, address)
    known: EmailAddress | None = EmailAddress.objects.filter(person=person, key=fresh.key).first()
    if known:
        return known
    fresh.save()
    timeline.record("person.email", by=by, person=person, address=fresh.address)
    search.put_persons([person.pk])
    return fresh


@transaction.atomic
def remove_email(email: EmailAddress, *, by: Member) -> None:
    """Takes an address away; the timeline keeps that it was there."""
    by.must(May.PERSON_EDIT)
    timeline.record("person.email_removed", by=by, person=email.person, address=email.address)
    email.delete()
    search.put_persons([email.person_id])


@transaction.atomic
def record_permission(
    person: Person,
    *,
    channel: Channel,
    answer: Answer,
    by: Member,
    on: date,
    words: str = "",
    purpose: str = "",
    days: Sequence[int] = (),
    hours: str = "",
) -> Permission:
    """What somebody answered for a channel. A refused phone ends in `person.do_not_call`.

    It only records: ending their open leads is `leads.actions.refuse`, which calls this.
    """
    by.must(May.PERSON_EDIT)
    Person.objects.select_for_update().get(pk=person.pk)  # two answers at once are weighed together
    row = Permission.objects.create(
        person=person,
        channel=channel.value,
        answer=answer.value,
        by=by,
        on=on,
        words=words.strip(),
        purpose=purpose.strip()[:200],
        days=sorted(set(days)),
        hours=hours.strip()[:20],
    )
    _weigh(person)
    _record_answer("person.permission", row, person, by)
    return row


@transaction.atomic
def take_back_permission(row: Permission, *, by: Member) -> Person:
    """Undoes one answer, recorded by mistake; what was answered before counts again."""
    by.must(May.PERSON_EDIT)
    person: Person = Person.objects.select_for_update().get(pk=row.person_id)
    _record_answer("person.permission_taken_back", row, person, by)
    row.delete()
    _weigh(person)
    return person


@transaction.atomic(savepoint=False)
def count_dial(person: Person, *, reached: bool, at: datetime) -> None:
    """One more try, and whether they answered: the counts behind their chance to answer."""
    Person.objects.filter(pk=person.pk).update(
        dials=F("dials") + 1,
        **({"talks": F("talks") + 1, "last_talk_at": at} if reached else {}),
    )
    person.refresh_from_db(fields=["dials", "talks", "last_talk_at"])


@transaction.atomic(savepoint=False)
def uncount_dial(person: Person, *, reached: bool, last_talk_at: datetime | None = None) -> None:
    """Takes one try back (a result undone); `last_talk_at` as it was before. Never below none."""
    Person.objects.filter(pk=person.pk).update(
        dials=Greatest(F("dials"), Value(1)) - 1,
        **({"talks": Greatest(F("talks"), Value(1)) - 1, "last_talk_at": last_talk_at} if reached else {}),
    )
    person.refresh_from_db(fields=["dials", "talks", "last_talk_at"])


@transaction.atomic
def suggest_duplicate(a: Person | int, b: Person | int, reasons: Sequence[str], likeness: float) -> DuplicateSuggestion:
    """Two records that may be one person, in either order; suggested once, whatever was decided since.

    Raises ValueError for a person and themselves.
    """
    first, second = sorted(one if isinstance(one, int) else one.pk for one in (a, b))
    if first == second:
        raise ValueError("A person is no duplicate of themselves.")
    made: DuplicateSuggestion = DuplicateSuggestion.objects.get_or_create(
        person_id=first, other_id=second, defaults={"reasons": list(reasons), "likeness": likeness}
    )[0]
    return made


def _record_answer(verb: str, row: Permission, person: Person, by: Member) -> None:
    channel = rules.CHANNEL_WORDS[Channel(row.channel)].lower()
    answer = rules.ANSWER_WORDS[Answer(row.answer)]
    timeline.record(verb, by=by, person=person, words=row.words, channel=channel, answer=answer)


def _weigh(person: Person) -> None:
    """`do_not_call` repeats what counts for the phone."""
    rows = Permission.objects.filter(person=person, channel=Channel.PHONE.value)
    said = [rules.Said(Answer(answer), on, pk) for answer, on, pk in rows.values_list("answer", "on", "pk")]
    person.do_not_call = rules.standing(said) is Answer.REFUSED
    Person.objects.filter(pk=person.pk).update(do_not_call=person.do_not_call)


def _make_first(number: PhoneNumber) -> None:
    PhoneNumber.objects.filter(person=number.person_id, first=True).exclude(pk=number.pk).update(first=False)
    number.first = True
    number.save(update_fields=["first"])


def _next_first(number: PhoneNumber) -> None:
    number.first = False
    number.save(update_fields=["first"])
    others = PhoneNumber.objects.filter(person=number.person_id).exclude(state=NumberState.WRONG.value)
    best = others.exclude(e164="").order_by(F("reached_on").desc(nulls_last=True), "pk").first()
    if best:
        _make_first(best)


def _numbers_of(owner: Person | Company) -> Any:
    return PhoneNumber.objects.filter(**_of(owner))


def _of(owner: Person | Company) -> dict[str, Any]:
    return {"person" if isinstance(owner, Person) else "company": owner}


def _owner(number: PhoneNumber) -> dict[str, Any]:
    return {"person": number.person} if number.person_id else {"company": number.company}


def _index(owner: Person | Company) -> None:
    if isinstance(owner, Person):
        search.put_persons([owner.pk])
    else:
        search.put_companies([owner.pk])
