"""Interviews: arranged, moved, cancelled, missed; the candidate prepared and debriefed, then the client's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.joborders.submittals import along, rows, rules
from rightday.joborders.submittals.models import Interview, InterviewPerson, Submittal
from rightday.joborders.submittals.rules import Held, How, Part, Stop, Wanted
from rightday.leads.step_rules import say_date
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Refused

REACHED = {1: ("booked", "arranged"), 2: ("second_arranged",)}
HELD = {1: "completed", 2: "second_completed"}
DECIDED = {1: "contender", 2: "still"}
"""Milestones of the lead by round; further rounds count as the second."""


class DebriefFirst(Refused):
    """The candidate has not been asked yet: the client is called after them (FIELD_GUIDE 11)."""


@transaction.atomic
def arrange(
    submittal: Submittal,
    *,
    starts: datetime,
    how: How,
    by: Member,
    people: Sequence[Person] = (),
    minutes: int = 60,
    place: str = "",
    zone: str = "",
    seen: int | None = None,
) -> Interview:
    """The next round. One that is over counts as held then, and as gone on with: they want to see them again.

    Raises Refused for a round before the submittal or before the last one, and while one is still to come.
    """
    there = rows.begin(submittal, by=by, seen=seen)
    zone = zone or there.order.company.zone or agencies.here().zone
    day, today, now = clock.day_in(zone, starts), team.today(by), clock.now()
    if day < there.submitted_on:
        raise Refused(f"They were presented on {there.submitted_on:%-d %b}. An interview comes after that.")
    last = _last(there)
    if last is not None:
        _over(last, starts, now)
        _went_on(last, by=by)
    made: Interview = Interview.objects.create(
        submittal=there, round=last.round + 1 if last is not None else 1, starts=starts, minutes=minutes, zone=zone,
        how=how.value, place=place.strip()[:200], by=by,
    )  # fmt: skip
    _people(made, people)
    rows.settle(there, by=by)
    rows.say(
        there, "interview.arranged", by=by, round=made.round, day=_said(made), how=rules.HOW_WORDS[how],
        people=[person.name for person in people],
    )  # fmt: skip
    for key in REACHED[min(made.round, 2)]:
        along.reach(there.order, key, min(day, today), by=by)
    along.expect(there.order, HELD[min(made.round, 2)], day, by=by)
    return made


@transaction.atomic
def move(
    interview: Interview, *, starts: datetime, by: Member, seen: int | None = None, how: How | None = None,
    place: str | None = None, minutes: int | None = None, people: Sequence[Person] | None = None,
) -> Interview:  # fmt: skip
    """Another day, hour, place or panel for a round that is still planned. Raises Refused where it is over."""
    there, row = _begin(interview, by=by, seen=seen)
    if row.held != Held.PLANNED or row.debriefed_on is not None or row.feedback_on is not None:
        raise Refused("This interview is over. Arrange the next round instead.")
    day = clock.day_in(row.zone, starts)
    if day < there.submitted_on:
        raise Refused(f"They were presented on {there.submitted_on:%-d %b}. An interview comes after that.")
    before = there.interviews.filter(round__lt=row.round, held__in=_COUNT).order_by("-round").first()
    if before is not None and starts <= before.starts:
        raise Refused(f"Round {before.round} was later than that. Check the day.")
    was = _said(row)
    _set(
        row, starts=starts, how=(how or How(row.how)).value, place=row.place if place is None else place.strip()[:200],
        minutes=minutes or row.minutes,
    )  # fmt: skip
    if people is not None:
        InterviewPerson.objects.filter(interview=row).delete()
        _people(row, people)
    rows.settle(there, by=by)
    rows.say(there, "interview.moved", by=by, round=row.round, was=was, day=_said(row))
    along.expect(there.order, HELD[min(row.round, 2)], day, by=by)
    return _in_hand(interview, row)


@transaction.atomic
def cancel(interview: Interview, *, words: str, by: Member, seen: int | None = None) -> Interview:
    """It does not take place. Raises Refused where it did."""
    return _not_held(interview, Held.CANCELLED, "interview.cancelled", words, by, seen)


@transaction.atomic
def missed(interview: Interview, *, words: str, by: Member, seen: int | None = None) -> Interview:
    """The candidate did not come; they are asked first. Raises Refused before its hour, and where it was held."""
    if interview.starts > clock.now():
        raise Refused("It is still to come. Move or cancel it instead.")
    return _not_held(interview, Held.NO_SHOW, "interview.missed", words, by, seen)


@transaction.atomic
def prepare(
    interview: Interview, *, parts: Mapping[Part, str], by: Member, done: bool = False, seen: int | None = None
) -> Interview:
    """What the candidate was told of each part; with all of them, or `done`, they are prepared."""
    there, row = _begin(interview, by=by, seen=seen)
    if row.held != Held.PLANNED:
        raise Refused("This interview is over. There is nothing to prepare.")
    told = row.prep | {part.value: words.strip()[:500] for part, words in parts.items()}
    told = {part: words for part, words in told.items() if words}
    ready = done or all(part.value in told for part in Part)
    _set(row, prep=told, prepared_on=(row.prepared_on or team.today(by)) if ready else None)
    rows.settle(there, by=by)
    rows.say(there, "interview.prepared", by=by, round=row.round, day=_said(row))
    return _in_hand(interview, row)


@transaction.atomic
def debrief(
    interview: Interview, *, words: str, by: Member, wanted: Wanted | None = None, seen: int | None = None
) -> Interview:
    """The candidate's view after the interview, before the client is called. Raises Refused before its hour."""
    there, row = _begin(interview, by=by, seen=seen)
    _must_be_over(row)
    held = row.held if row.held == Held.NO_SHOW else Held.HELD.value
    _set(
        row, debriefed_on=team.today(by), debrief=words.strip(), wanted=wanted.value if wanted else "", held=held,
        skipped_on=None, skipped_by=None,
    )  # fmt: skip
    rows.settle(there, by=by)
    rows.say(
        there, "interview.debriefed", by=by, words=words.strip(), round=row.round,
        wanted=rules.WANTED_WORDS[wanted] if wanted else "",
    )  # fmt: skip
    _held_on_lead(there, row, by=by)
    return _in_hand(interview, row)


@transaction.atomic
def skip_debrief(interview: Interview, *, by: Member, seen: int | None = None) -> Interview:
    """The client is called without the candidate's view; who decided that is kept. Raises Refused."""
    there, row = _begin(interview, by=by, seen=seen)
    _must_be_over(row)
    if row.debriefed_on is not None:
        raise Refused("They have been debriefed.")
    _set(row, skipped_on=team.today(by), skipped_by=by)
    rows.settle(there, by=by)
    rows.say(there, "interview.debrief_skipped", by=by, round=row.round)
    return _in_hand(interview, row)


@transaction.atomic
def feedback(
    interview: Interview, *, forward: bool | None, words: str, by: Member, seen: int | None = None
) -> Interview:
    """The client's word. Yes: a next round or an offer is to be asked for; None: not decided; no: the submittal stops.

    Raises DebriefFirst where the candidate was not asked and nobody decided to go without, Refused before its hour.
    """
    there, row = _begin(interview, by=by, seen=seen)
    _must_be_over(row)
    if row.held == Held.NO_SHOW:
        raise Refused("The candidate did not come. Arrange another day, or end it.")
    if row.debriefed_on is None and row.skipped_on is None:
        raise DebriefFirst("Ask the candidate first, or say that you go ahead without.")
    today = team.today(by)
    _set(row, held=Held.HELD.value, feedback_on=today, feedback=words.strip(), forward=forward)
    decided = {True: "They want to go on", False: "No", None: "Not decided"}[forward]
    rows.say(there, "interview.feedback", by=by, words=words.strip(), round=row.round, decided=decided)
    _held_on_lead(there, row, by=by)
    if forward is False:
        rows.halt(there, kind=Stop.CLIENT_NO.value, on=today, words=words, by=by)
        rows.say(there, "submittal.stopped", by=by, words=words.strip(), why=rules.STOP_WORDS[Stop.CLIENT_NO])
        return _in_hand(interview, row)
    rows.settle(there, by=by)
    if forward:
        along.reach(there.order, DECIDED[min(row.round, 2)], today, by=by)
    return _in_hand(interview, row)


_COUNT = (Held.PLANNED.value, Held.HELD.value)


def _begin(interview: Interview, *, by: Member, seen: int | None) -> tuple[Submittal, Interview]:
    """The submittal locked, and the interview as it is now. Raises Stale when either has moved on."""
    submittal: Submittal = Submittal.objects.get(pk=interview.submittal_id)
    there = rows.begin(submittal, by=by)
    row: Interview = Interview.objects.get(pk=interview.pk)
    if row.version != (interview.version if seen is None else seen):
        raise Stale("This interview has changed since you opened it.")
    return there, row


def _last(there: Submittal) -> Interview | None:
    """The last round that counts: neither cancelled nor missed."""
    found: Interview | None = there.interviews.filter(held__in=_COUNT).order_by("-round").first()
    return found


def _over(last: Interview, starts: datetime, now: datetime) -> None:
    if last.held == Held.PLANNED and last.starts > now:
        raise Refused(f"Round {last.round} is still to come, {_said(last)}. Move that one instead.")
    if starts <= last.starts:
        raise Refused(f"Round {last.round} was later than that. Check the day.")


def _went_on(last: Interview, *, by: Member) -> None:
    """They want to see them again: the round before is held and decided, with or without a debrief."""
    if last.forward:
        return
    today = team.today(by)
    values: dict[str, Any] = {"held": Held.HELD.value, "forward": True, "feedback_on": last.feedback_on or today}
    if last.debriefed_on is None and last.skipped_on is None:
        values |= {"skipped_on": today, "skipped_by": by}
    _set(last, **values)


def _not_held(interview: Interview, held: Held, verb: str, words: str, by: Member, seen: int | None) -> Interview:
    there, row = _begin(interview, by=by, seen=seen)
    if row.held != Held.PLANNED or row.debriefed_on is not None or row.feedback_on is not None:
        raise Refused("It was held, or it is known already that it was not.")
    _set(row, held=held.value, skipped_on=None, skipped_by=None)
    rows.settle(there, by=by)
    rows.say(there, verb, by=by, words=words.strip(), round=row.round, day=_said(row))
    return _in_hand(interview, row)


def _must_be_over(row: Interview) -> None:
    if row.held == Held.CANCELLED:
        raise Refused("This interview was cancelled.")
    if row.starts > clock.now():
        raise Refused(f"The interview is still to come, {_said(row)}.")


def _held_on_lead(there: Submittal, row: Interview, *, by: Member) -> None:
    if row.held == Held.HELD:
        along.reach(there.order, HELD[min(row.round, 2)], clock.day_in(row.zone, row.starts), by=by)


def _set(row: Interview, **columns: Any) -> None:
    """Written where the version still holds: the submittal is locked, so it does."""
    Interview.objects.filter(pk=row.pk).update(**columns, version=F("version") + 1)
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1


def _in_hand(mine: Interview, row: Interview) -> Interview:
    """The row in hand follows the one that was written."""
    for column in row._meta.concrete_fields:
        setattr(mine, column.attname, getattr(row, column.attname))
    return mine


def _people(row: Interview, people: Sequence[Person]) -> None:
    InterviewPerson.objects.bulk_create(
        InterviewPerson(interview=row, person=person) for person in {one.pk: one for one in people}.values()
    )


def _said(row: Interview) -> str:
    """ "Thu 26 Nov, 14:00" """
    here = clock.local(row.starts, row.zone)
    return f"{say_date(here.date())}, {here:%H:%M}"
