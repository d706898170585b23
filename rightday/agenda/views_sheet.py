"""Today put together for its page: each room answers its part, here they become rows and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.agenda import queries
from rightday.agenda.queries import Intended, Sheet, SheetRow
from rightday.agenda.rules import ACHIEVEMENT_WORDS, Achievement, Kind
from rightday.calls import queries as calls
from rightday.calls.queries import DoneRow
from rightday.kernel import phones
from rightday.kernel.places import zone_city
from rightday.kernel.when import say_day
from rightday.leads import queries as leads
from rightday.leads.queries import LeadBrief
from rightday.leads.watching import queries as queries_watch
from rightday.leads.watching.queries import ToFindOut
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.ui.jinja_environment import said, url

NUMBERS: Final = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip
_NOTE_SHOWN: Final = 90
_TO_FIND: Final = 4


class CallLine(NamedTuple):
    """One call as a row of the sheet or of the queue. `n`: its order, or the time it waits for."""

    id: int
    n: int | str
    name: str
    given: str
    org: str
    why: str
    aim: str
    number: str
    dial: str
    grade: str
    ticks: int
    left: str
    time: str
    place: str
    off: bool
    colleague: str
    href: str
    score_href: str


@dataclass(frozen=True, slots=True)
class DoneLine:
    name: str
    words: str
    next: str
    when: str
    met: bool
    href: str


@dataclass(frozen=True, slots=True)
class Goals:
    """Intended results beside what was achieved: (words, met, intended) a line, and their sum."""

    lines: tuple[tuple[str, int, int], ...]
    met: int
    intended: int
    besides: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything the sheet and the queue beside a plan show."""

    day: date
    now: datetime
    title: str
    now_lines: tuple[CallLine, ...]
    later_lines: tuple[CallLine, ...]
    done_lines: tuple[DoneLine, ...]
    due: int
    with_next: int
    intended: Intended
    goals: Goals
    more_done: bool
    to_find: ToFindOut

    @property
    def hidden(self) -> int:
        """Calls in order that are not on the page yet."""
        return self.due - len(self.now_lines) - len(self.later_lines)

    @property
    def first(self) -> CallLine | None:
        """The call to make now: the first that no colleague has on the phone."""
        return next((line for line in self.now_lines if not line.colleague), None)

    @property
    def opens(self) -> CallLine | None:
        """Where nobody is in their hours: the first call of those that wait."""
        return next(iter(self.later_lines), None) if not self.now_lines else None


def today_page(member: Member, *, shown: int = queries.SHOWN) -> TodayPage:
    """Today of a member, in eight statements however long the backlog is.

    The latest ten of the calls made; all of them once nothing is due, or where more than usual are asked for.
    """
    now, day = clock.now(), team.today(member)
    zone = team.zone_of(member)
    sheet = queries.sheet(member, on=day, now=now, shown=shown)
    done, more_done = _done_calls(member, day, everything=shown > queries.SHOWN or not sheet.due)
    intended = queries.intention(member, day)
    now_lines, later_lines = _lines(sheet, member, day, now, zone)
    return TodayPage(
        day=day, now=clock.local(now, zone), title=_title(sheet), now_lines=now_lines, later_lines=later_lines,
        done_lines=tuple(_done(row, day) for row in done), more_done=more_done, due=sheet.due,
        with_next=sum(row.next_due is not None for row in done), intended=intended,
        goals=goals(intended, calls.achieved_on(member, day)),
        to_find=queries_watch.to_find_out(member, day, shown=_TO_FIND),
    )  # fmt: skip


def goals(intended: Intended, achieved: Mapping[Achievement, int]) -> Goals:
    """What was meant beside what was done; more than was meant fills no further pips."""
    lines = tuple(
        (_(ACHIEVEMENT_WORDS[kind]), min(achieved.get(kind, 0), count), count) for kind, count in intended.outcomes
    )
    meant = {kind for kind, _count in intended.outcomes}
    besides = tuple((_(ACHIEVEMENT_WORDS[kind]), count) for kind, count in achieved.items() if kind not in meant)
    return Goals(lines, sum(line[1] for line in lines), sum(line[2] for line in lines), besides)


def when_words(due: date, at: time | None, today: date) -> str:
    """ "today 16:30", "Wed 25 Nov, 16:00", "Fri 27 Nov"."""
    words = say_day(due, today)
    if at is None:
        return words
    return f"{words} {at:%H:%M}" if due == today else f"{words}, {at:%H:%M}"


def _lines(
    sheet: Sheet, member: Member, day: date, now: datetime, zone: str
) -> tuple[tuple[CallLine, ...], tuple[CallLine, ...]]:
    rows = [*sheet.now, *sheet.later]
    briefs = leads.of_steps([row.id for row in rows], on=day) if rows else {}
    talking = calls.on_the_phone(now=now, besides=member) if rows else {}
    clocks = _clocks({row.zone for row in rows}, now)
    # Whom a colleague has on the phone is called later, if at all.
    first = sorted(sheet.now, key=lambda row: row.person_id in talking)
    lines = [_line(row, n, briefs.get(row.id), talking, clocks[row.zone]) for n, row in enumerate(first, 1)]
    later = [_line(row, _at(row, day, now, zone), briefs.get(row.id), talking, clocks[row.zone]) for row in sheet.later]
    return tuple(lines), tuple(later)


def _clocks(zones: Iterable[str], now: datetime) -> dict[str, tuple[str, str, bool]]:
    """Zone → time there, its city, whether that is outside call hours: once a zone, not once a row."""
    hours = agencies.numbers(CallHours, "hours")
    found = {}
    for zone in zones:
        there = clock.local(now, zone)
        closed = not hours.earliest <= there.time() < hours.latest or there.isoweekday() not in hours.days
        found[zone] = (f"{there:%H:%M}", zone_city(zone), closed)
    return found


def _line(
    row: SheetRow, n: int | str, brief: LeadBrief | None, talking: Mapping[int, str], there: tuple[str, str, bool]
) -> CallLine:
    e164, _x, ext = row.number.partition(" x")
    talker = talking.get(row.person_id, "")
    return CallLine(
        id=row.id, n=n, name=row.person, given=row.given or row.person, org=row.company, why=_why(row, brief),
        aim=row.objective, number=phones.spaced(e164) + (f" x{ext}" if ext else "") if e164.startswith("+") else "",
        dial=e164 + (f";ext={ext}" if ext else ""), grade=brief.grade.value if brief else "",
        ticks=brief.ticks if brief else 0, left=brief.left if brief else "", time=there[0], place=there[1],
        off=there[2], colleague=_("%(name)s is on the phone with them", ) % {"name": talker} if talker else "",
        href=url("call", row.id), score_href=url("why_here", row.id),
    )  # fmt: skip


def _why(row: SheetRow, brief: LeadBrief | None) -> str:
    """ "Goes stale tomorrow" is true on its own day only, so it is said anew; what tries have added stays."""
    confirms = brief is not None and row.kind == Kind.CONFIRM.value and not row.tries
    return (brief.confirm if brief is not None and confirms else "") or row.why


def _at(row: SheetRow, day: date, now: datetime, zone: str) -> str:
    """When a call may be made, by the member's own clock: the time, or the day when it is no longer today."""
    at = clock.local(row.from_ or now, zone)
    return f"{at:%H:%M}" if at.date() == day else f"{at:%a} {at.day}"


def _done_calls(member: Member, day: date, *, everything: bool) -> tuple[tuple[DoneRow, ...], bool]:
    """The calls made that are shown, and whether there are earlier ones."""
    done = calls.done_on(member, day, everything=everything)
    shown = done if everything else done[: calls.DONE_FIRST - 1]
    return shown, len(shown) < len(done)


def _done(row: DoneRow, day: date) -> DoneLine:
    note = " ".join(row.note.split())
    if len(note) > _NOTE_SHOWN:
        note = note[:_NOTE_SHOWN].rsplit(" ", 1)[0] + "…"
    return DoneLine(
        name=row.person,
        words=f"{said(row.words)}. {note}".strip(),
        next=row.next_said or said("the lead has ended"),
        when=when_words(row.next_due, row.next_at, day) if row.next_due else "",
        met=row.met,
        href=f"/people/{row.person_id}/",
    )


def _title(sheet: Sheet) -> str:
    if sheet.more:
        return _("More than %(count)s calls wait for you") % {"count": sheet.due}
    if not sheet.due:
        return _("No calls left today")
    words = _(NUMBERS[sheet.due]) if sheet.due < len(NUMBERS) else str(sheet.due)
    return ngettext("%(words)s call to make today", "%(words)s calls to make today", sheet.due) % {"words": words}
