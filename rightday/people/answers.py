"""What the views of people share: asking with a form, acting once, a timeline in words."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies.once import Stale, once
from rightday.kernel.phones import Phone
from rightday.kernel.when import say_day
from rightday.people.found_words import without_numbers
from rightday.people.matching import Match
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.timeline.queries import EventRow
from rightday.ui.fragments import toast

NOBODY = Match()
_OF_NUMBERS = ("person.number", "person.email", "company.number")


@dataclass(frozen=True, slots=True)
class Asking:
    """A form on its way to somebody: its title, the words of its button, where one goes without sending it.

    `known` is the address that says, as it is filled in, who it may be already.
    """

    form: Form
    title: str
    save: str
    back: str
    known: str = ""


def ask(
    request: MemberRequest, asked: Asking, *, known: Match = NOBODY, problem: Stale | None = None, seen: int = 0
) -> HttpResponse:
    """The form: as a dialog's inside for htmx, as a page else.

    `known` is who it may be already. With `problem` it keeps what was typed and says who was first;
    `seen` renews its version, so that sending it again is a decision and not a retry.
    """
    stale = {"who_when": "", "words": ""}
    if problem is not None:
        asked.form.data = asked.form.data.copy()  # type: ignore[attr-defined]  # a QueryDict, once sent
        asked.form.data["seen"] = str(seen)  # type: ignore[index]  # and its copy can be changed
        stale = {"who_when": _who_when(request, problem), "words": problem.message}
    values = {"asked": asked, "form": asked.form, "known": known, "stale": stale, "typing": False}
    status = 409 if problem else 422 if asked.form.is_bound else 200
    if request.htmx:
        return blocks(request, "people/pages/form.html", values, main="form", status=status)
    return page(request, "people/pages/form.html", values, status=status)


def acting(request: MemberRequest, act: Callable[[], str]) -> str:
    """Acts once however often the form is sent; returns the address the act answered with."""
    try:
        key = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        key = uuid.uuid4()
    return once(key, act)


def done(request: MemberRequest, words: str, to: str) -> str:
    """Says what was done, and where to go."""
    toast(request, words)
    return to


def say_problems(request: MemberRequest, phones: Sequence[Phone]) -> None:
    """What could not be read as a number is kept as typed; says so, with the way out."""
    for phone in phones:
        if phone.problem:
            toast(request, _("Kept as typed, but it cannot be dialled. %(problem)s") % {"problem": phone.problem})


def events(request: MemberRequest, rows: Sequence[EventRow], *, bare: bool = False) -> tuple[dict[str, Any], ...]:
    """A timeline as `ui.timeline` takes it; `bare` leaves out whatever could be dialled."""
    zone, today = team.zone_of(request.member), team.today(request.member)
    kept = [row for row in rows if not (bare and row.verb.startswith(_OF_NUMBERS))]
    return tuple(_event(row, zone, today, bare=bare) for row in kept)


def _event(row: EventRow, zone: str, today: date, *, bare: bool) -> dict[str, Any]:
    at = clock.local(row.at, zone)
    when = f"{say_day(at.date(), today)}, {at:%H:%M}"
    return {
        "when": when[:1].upper() + when[1:],
        "icon": row.icon,
        "title": without_numbers(row.title) if bare else row.title,
        "result": row.badge,
        "met": row.met,
        "words": without_numbers(row.words) if bare else row.words,
        "datetime": row.at.isoformat(timespec="minutes"),
    }


def _who_when(request: MemberRequest, problem: Stale) -> str:
    who = problem.who or _("Somebody else")
    if problem.when is None:
        return _("%(who)s saved first") % {"who": who}
    at = clock.local(problem.when, team.zone_of(request.member))
    return _("%(who)s saved first, at %(time)s") % {"who": who, "time": f"{at:%H:%M}"}
