"""Hiring processes of the sample agency: in its second interviews, just begun, and some in each later column."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rightday.leads.models import Lead
    from rightday.team.models import Member

# Place, working days from today (below 0: done), note.
NADIA: Final = (
    (1, -11, "11 CVs"), (2, -8, ""), (4, -5, "4 seen, two going through"), (5, -4, ""),
    (6, 1, "unconfirmed"), (12, 28, ""),
)  # fmt: skip
DANIEL: Final = ((1, -6, "9 CVs, three good"), (2, 2, "by phone, then a morning on site"))

OTHERS: Final = (
    ("Omar Haddad", ((1, -12, ""), (4, -5, "3 seen"), (5, 3, "the board meets"))),
    ("Lena Brandt", ((1, -15, ""), (4, -9, ""), (8, -2, "one is ahead"), (9, 4, ""))),
    ("Sofia Marsh", ((4, -11, ""), (8, -6, ""), (10, -2, "signed"), (11, 3, "one month’s notice"))),
    ("Hugh Bannon", ((8, -14, ""), (10, -9, ""), (11, -5, ""), (12, 6, "their own hire"))),
)  # fmt: skip


def fill(sam: Member) -> None:
    """What is known of the processes, through the real actions."""
    _track("Nadia Petrov", NADIA, sam)
    _track("Daniel Mbeki", DANIEL, sam)
    for name, known in OTHERS:
        _track(name, known, sam)


def _track(name: str, known: tuple[tuple[int, int, str], ...], sam: Member) -> None:
    from rightday.kernel import days
    from rightday.leads.process import actions as process
    from rightday.people.queries import place_of
    from rightday.team import queries as team

    today = team.today(sam)
    place_there = place_of(_lead(name).person)
    for place, away, note in known:
        lead = _lead(name)
        if away < 0:
            day = days.next_working_day(today + timedelta(days=away * 7 // 5 - 1), place_there)
            process.reach(lead, place=place, on=min(day, today), seen=lead.version, by=sam, note=note)
        else:
            day = days.add_working_days(today, away, place_there)
            process.expect(lead, place=place, day=day, seen=lead.version, by=sam, note=note)


def _lead(name: str) -> Lead:
    from rightday.leads.models import Lead  # models exist only after django_ready

    links = ("person__company", "company", "owner", "next_step", "template")
    found: Lead = Lead.objects.open().filter(person__name=name).select_related(*links).order_by("id")[0]
    return found
