"""Watching a place that is advertised without its manager, until we know what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.kernel import names
from rightday.kernel.phones import Phone
from rightday.leads.actions_create import create
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import HeardEvidence, Shows, say_date
from rightday.leads.watching import rules as watches
from rightday.leads.watching.actions_sightings import see, take_back
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.rules import Found, Watching
from rightday.leads.watching.sightings import SightingKind
from rightday.people import actions as people
from rightday.people import matching
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def watch(
    company: Company, *, words: str, by: Member, due: date | None = None, true_on: date | None = None,
    owner: Member | None = None,
) -> Intelligence:  # fmt: skip
    """An advertisement of a company, without its manager: its owner is reminded on `due` to ask about it.

    Without a day it is the agency's number of days after the one it was seen on. Raises Refused for a day past.
    """
    by.must(Permission.LEAD_WORK)
    today = team.today(by)
    seen_on = true_on or today
    due = due or watches.ask_on(seen_on, today, agencies.numbers(Watching, "watches").days)
    _must_come(due, today)
    kept: Intelligence = Intelligence.objects.create(
        company=company, shows=Shows.ADVERT.value, words=words.strip(), question=watches.QUESTION, true_on=seen_on,
        recorded_at=clock.now(), recorded_by=by, owner=owner or by, due=due,
    )  # fmt: skip
    _record("watch.set", kept, by=by, words=kept.words, due=say_date(due))
    return kept


@transaction.atomic
def postpone(one: Intelligence, *, due: date, seen: int, by: Member, words: str = "") -> None:
    """The place is still open, or nobody knows yet: asked again on `due`.

    What nobody watched, or somebody who has left, is watched by `by` from now on.

    Raises Stale when somebody else was faster, Refused for a day past.
    """
    by.must(Permission.LEAD_WORK)
    _must_come(due, team.today(by))
    owner = one.owner if one.owner is not None and one.owner.left_at is None else by
    _change(one, seen, due=due, owner=owner, question=one.question or watches.QUESTION)
    _record("watch.postponed", one, by=by, words=words.strip(), due=say_date(due))


@transaction.atomic
def answer(
    one: Intelligence, *, found: Found, on: date, seen: int, by: Member, who: str = "",
    rival: Company | None = None, words: str = "",
) -> Sighting | None:  # fmt: skip
    """What became of the place, `on` which day: it is watched no longer. A competitor who filled it was seen there.

    `who` is the person hired. Returns where the competitor was seen. Raises Stale, and Refused where a competitor is
    named and another filled it.
    """
    by.must(Permission.LEAD_WORK)
    if rival is not None and found is not Found.COMPETITOR:
        raise Refused(_("Choose “Filled by a competitor”, or name none."))
    who, winner = who.strip()[:200], rival.name if rival else ""
    text = watches.answer_words(found, who=who, winner=winner)
    _change(one, seen, answer=text[:500], closed_on=on)
    seen_there = None
    if rival is not None:
        seen_there = see(
            rival, kind=SightingKind.FILLED, seen_on=on, by=by, company=one.company, with_words=who, words=words
        )
    _record("watch.answered", one, by=by, words=words.strip(), found=text, day=say_date(on))
    return seen_there


@transaction.atomic
def reopen(one: Intelligence, *, seen: int, by: Member, sighting: int | None = None) -> None:
    """An answer is taken back, or what was dropped is asked about after all: it is watched again, by whoever did.

    `sighting`: where the answer saw a competitor, taken back with it. Raises Stale when it is not closed at this
    version, or has become a lead.
    """
    by.must(Permission.LEAD_WORK)
    there = Intelligence.objects.filter(pk=one.pk, version=seen, closed_on__isnull=False, became=None)
    due = max(one.due, team.today(by)) if one.due else one.due
    if not there.update(version=F("version") + 1, answer="", closed_on=None, due=due):
        raise Stale(_("Somebody has answered or changed this already."))
    one.version, one.answer, one.closed_on, one.due = seen + 1, "", None, due
    for row in Sighting.objects.filter(pk=sighting or 0, company=one.company, kind=SightingKind.FILLED.value):
        take_back(row, by=by)
    _record("watch.reopened", one, by=by)


@transaction.atomic
def became(one: Intelligence, *, person: Person, seen: int, by: Member, title: str = "") -> Lead:
    """The manager is known: what was heard is the first evidence of a lead of theirs, with its call.

    Raises Stale. Of somebody who has said no the lead is kept as ended, as everywhere.
    """
    by.must(Permission.LEAD_WORK)
    heard = HeardEvidence(Shows(one.shows), one.words, one.true_on, said_by_words=_("the market"))
    lead = create(person, heard=[heard], title=title.strip(), by=by, owner=one.owner or by)
    _change(one, seen, became=lead, closed_on=team.today(by), answer=_("Manager found: %s") % person.name)
    _record("watch.became", one, by=by, manager=person.name)
    return lead


@transaction.atomic
def manager_of(
    one: Intelligence, *, given: str, family: str, by: Member, title: str = "", phones: Sequence[Phone] = (),
    company: str = "",
) -> Person:  # fmt: skip
    """The manager by that name: whoever we know by number, or at that company by name; else somebody new.

    `company` in words, else the one that advertises. Raises people.rules.NoName without any name.
    """
    by.must(Permission.PERSON_EDIT)
    firm = people.add_company(company, by=by) if company.strip() else one.company
    name = f"{given} {family}".strip()
    known = matching.match(phones=phones).person
    if known is None and firm is not None:
        known = Person.objects.filter(key=names.person_key(name), company=firm).order_by("pk").first()
    if known is None:
        return people.add_person(given=given, family=family, title=title, company=firm, phones=phones, by=by)
    for phone in phones:
        people.add_number(known, phone, by=by)
    return known


@transaction.atomic
def drop(one: Intelligence, *, seen: int, by: Member, words: str = "") -> None:
    """Not worth asking about any more; what was heard stays on record. Raises Stale."""
    by.must(Permission.LEAD_WORK)
    _change(one, seen, closed_on=team.today(by), answer=words.strip()[:500])
    _record("watch.dropped", one, by=by, words=words.strip())


def _change(one: Intelligence, seen: int, **changed: Any) -> None:
    """Compare-and-set on the version shown, while it is open."""
    there = Intelligence.objects.filter(pk=one.pk, version=seen, closed_on=None)
    if not there.update(version=F("version") + 1, **changed):
        raise Stale(_("Somebody has answered or changed this already."))
    one.version = seen + 1
    for name, value in changed.items():
        setattr(one, name, value)


def _must_come(due: date, today: date) -> None:
    if due < today:
        raise Refused(_("This day is past. Write the day to ask again."))


def _record(verb: str, one: Intelligence, *, by: Member, words: str = "", **data: Any) -> None:
    timeline.record(verb, by=by, lead=one.became, person=one.person, company=one.company, words=words, **data)
