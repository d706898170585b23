"""What must not wait for a member: their steps, hot that runs out, hand-offs whose clocks run. Four statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.agencies import clock
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Place
from rightday.kernel.when import say_day
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer
from rightday.leads.models import Lead
from rightday.leads.reminding import rules as reminders
from rightday.leads.reminding.rules import LAST_OF_HOT, START_DAYS, WHAT_WORDS, Step, What
from rightday.team import queries as team
from rightday.team.models import Member

MOST: Final = 40
_CLOCKS: Final = timedelta(days=30)
"""Hand-offs offered longer ago are leaks by now."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that must not wait. `key` tells it apart for a day; `said_from`: when a browser says it."""

    key: str
    what: What
    title: str
    words: str
    href: str
    said_from: datetime


@dataclass(frozen=True, slots=True)
class _Day:
    """The member's day: when it begins and ends, and the moment it is now."""

    today: date
    zone: str
    begins: datetime
    ends: datetime
    now: datetime


def must_not_wait(member: Member, *, now: datetime) -> tuple[Reminder, ...]:
    """Everything of a member's day that must not wait, one for a lead, the gravest first; MOST of each kind."""
    day = _day(member, now)
    found: dict[int, Reminder] = {}
    for lead, one in sorted([*_steps(member, day), *_hand_offs(member, day), *_hot(member, day)], key=_grave):
        found.setdefault(lead, one)
    return tuple(found.values())


def _day(member: Member, now: datetime) -> _Day:
    zone = team.zone_of(member)
    here, today = clock.local(now, zone).tzinfo, clock.day_in(zone, now)
    begins, ends = (datetime.combine(day, time(0), here).astimezone(UTC) for day in (today, today + timedelta(days=1)))
    return _Day(today, zone, begins, ends, now)


def _grave(one: tuple[int, Reminder]) -> tuple[int, datetime, int]:
    lead, reminder = one
    return (reminder.what, reminder.said_from, lead)


_STEP = (
    "id", "kind", "reason", "due", "agreed", "urgent_from", "urgent_until", "objective", "earliest", "zone",
    "person__name", "company__name",
)  # fmt: skip
_LATE: Final = {What.AGREED: lazy("Agreed for %(day)s"), What.START: lazy("Start date, %(day)s")}


def _steps(member: Member, day: _Day) -> list[tuple[int, Reminder]]:
    """Steps first, read by `step_sheet`, then the leads that have them: together a planner would begin at the leads."""
    urgent = Q(urgent_from__lte=day.today, urgent_until__gte=day.today)
    starts = Q(kind=Kind.MILESTONE, due__gte=day.today - timedelta(days=START_DAYS))
    rows = NextStep.objects.filter(
        urgent | starts, owner=member, due__lte=day.today, place__lt=Place.OFF_SHEET, person__do_not_call=False
    )
    steps = list(rows.order_by("urgent_until", "id").values_list(*_STEP)[:MOST])
    leads = Lead.objects.filter(next_step__in=[row[0] for row in steps]).values_list(
        "next_step_id", "id", "title", "stage"
    )
    of_step = {row[0]: row[1:] for row in leads}
    made = [_of_step(row, of_step[row[0]], day) for row in steps if row[0] in of_step]
    return [one for one in made if one is not None]


def _of_step(row: tuple[Any, ...], lead: tuple[int, str, int], day: _Day) -> tuple[int, Reminder] | None:
    pk, kind, reason, due, agreed, first, last, objective, earliest, zone, person, company = row
    lead_id, title, stage = lead
    what = reminders.of_step(Step(kind, reason, due, agreed, (first, last), stage), day.today)
    if what is None:
        return None
    words, at = _(WHAT_WORDS[what]), None
    if agreed and earliest and due == day.today:
        at = datetime.combine(due, earliest, clock.local(day.now, zone).tzinfo).astimezone(UTC)
        words = _("Agreed for today, %(at)s there") % {"at": f"{earliest:%H:%M}"}
    elif due != day.today and what in _LATE:
        words = _LATE[what] % {"day": say_day(due, day.today)}
    about, said = _about(person, company or title, objective), reminders.said_from(what, day.begins, at=at)
    return lead_id, Reminder(_key(what, pk, day), what, words, about, f"/today/{pk}/", said)


def _hot(member: Member, day: _Day) -> list[tuple[int, Reminder]]:
    """Read by `lead_by_owner_hot`."""
    rows = Lead.objects.open().filter(
        owner=member, hot_until__range=(day.today, day.today + LAST_OF_HOT), identified_on__isnull=False,
        uncalled_on=None, person__do_not_call=False,
    ).order_by("hot_until", "id")  # fmt: skip
    aim, made = _("Confirm they are still interviewing"), []
    for pk, title, person, company, until in rows.values_list(
        "id", "title", "person__name", "company__name", "hot_until"
    )[:MOST]:
        words = _("Hot runs out tonight") if until == day.today else _("Hot runs out tomorrow")
        about = _about(person, company or title, aim)
        made.append((pk, Reminder(_key(What.HOT, pk, day), What.HOT, words, about, f"/leads/{pk}/", day.begins)))
    return made


_HAND = (
    "id", "lead_id", "lead__title", "lead__person__name", "lead__company__name", "giver__name", "answer", "answer_by",
    "call_by",
)  # fmt: skip


def _hand_offs(member: Member, day: _Day) -> list[tuple[int, Reminder]]:
    """Offers to answer and first calls to make before the day is over; late ones too. Read by `handoff_received`."""
    waits = Q(answer="", answer_by__lt=day.ends)
    calls = Q(answer=Answer.ACCEPTED, called_at=None, call_by__lt=day.ends, lead__next_step__isnull=False)
    rows = HandOff.objects.filter(
        waits | calls, receiver=member, offered_at__gte=day.now - _CLOCKS, lead__person__do_not_call=False
    ).order_by("offered_at", "id")
    return [_of_hand_off(row, day) for row in rows.values_list(*_HAND)[:MOST]]


def _of_hand_off(row: tuple[Any, ...], day: _Day) -> tuple[int, Reminder]:
    pk, lead, title, person, company, giver, answer, answer_by, call_by = row
    what, at = (What.FIRST_CALL, call_by) if answer else (What.OFFER, answer_by)
    until = clock.local(at, day.zone)
    said = f"{until:%H:%M}" if at >= day.begins else say_day(until.date(), day.today)
    words = _("First call by %(at)s") if answer else _("%(name)s waits for your answer until %(at)s")
    return lead, Reminder(
        _key(what, pk, day), what, words % {"name": giver, "at": said}, _about(person, company or title, ""),
        f"/leads/{lead}/" if answer else "/leads/handoffs/", reminders.said_from(what, day.begins, at=at),
    )  # fmt: skip


def _key(what: What, pk: int, day: _Day) -> str:
    return f"{what.name.casefold()}-{pk}-{day.today.isoformat()}"


def _about(person: str, company: str, aim: str) -> str:
    """ "Martin Ahlqvist, Halden Insurance. Did they walk in." """
    who = ", ".join(filter(None, (person, company)))
    return " ".join(filter(None, (f"{who}.", aim and (aim if aim.endswith(("?", ".")) else f"{aim}."))))
