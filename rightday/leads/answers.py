"""What the views of leads share: finding the lead, asking with a form, acting once, answering with what changed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies.once import Stale, once
from rightday.kernel.when import find_days, read_day, say_day
from rightday.leads import queries, rules
from rightday.leads.models import Lead
from rightday.leads.process.track_shown import track_view
from rightday.leads.record import grade_then
from rightday.leads.record_words import GradeThen
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.ui.fragments import toast

PIECES = ("head", "verdict", "track", "step", "happened", "hand", "about", "against", "then")
"""Every piece of a lead's page that a change may touch."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A form on its way to somebody: title, the words of its button, whom it is about, where it is sent.

    `offered` are names of competitors, for the field that asks for one. `foot` says what follows; `shown` is what
    a `template` of its own shows beside the fields.
    """

    form: Form
    title: str
    save: str
    about: str
    back: str
    send: str
    person_id: int | None = None
    offered: tuple[str, ...] = ()
    foot: str = ""
    shown: object = None
    template: str = "leads/pages/form.html"


def the_lead(lead_id: int) -> Lead:
    """A lead with all that its actions need, in one statement. Raises Lead.DoesNotExist."""
    links = ("person__company", "company", "owner", "next_step", "outcome", "introduced_by", "rival")
    found: Lead = Lead.objects.select_related(*links).get(pk=lead_id)
    return found


def asking(request: MemberRequest, lead: Lead, form: Form, title: str, save: str) -> Asking:
    """A form about a lead, sent to the address it was asked at."""
    about = f"{lead.person.name}, {lead.company.name}" if lead.company else lead.person.name
    return Asking(form, title, save, about, f"/leads/{lead.pk}/", request.path)


def asking_new(person: Person, form: Form) -> Asking:
    """The form of a new lead about somebody on record."""
    about = f"{person.name}, {person.company.name}" if person.company else person.name
    return Asking(form, _("New lead"), _("Save lead"), about, f"/people/{person.pk}/", "/leads/", person.pk)


def ask(
    request: MemberRequest, asked: Asking, *, problem: Stale | None = None, seen: dict[str, object] | None = None
) -> HttpResponse:
    """The form: as a dialog's inside for htmx, as a page else. With `problem`, what was typed and who was first.

    `seen` renews the form's hidden versions, so that sending it again is a decision and not a retry.
    """
    form = asked.form
    stale = {"who_when": "", "words": ""}
    if problem is not None:
        form.data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict, once sent
        form.data.update({name: str(value or "") for name, value in (seen or {}).items()})  # type: ignore[attr-defined]
        stale = {"who_when": _who_when(request, problem), "words": problem.message}
    status = 409 if problem is not None else 422 if form.is_bound else 200
    values = {"asked": asked, "form": form, "stale": stale}
    if request.htmx:
        return blocks(request, asked.template, values, main="form", status=status)
    return page(request, asked.template, values, status=status)


def acting(request: MemberRequest, act: Callable[[], str]) -> str:
    """Acts once however often the form is sent; returns the address the act answered with."""
    try:
        key = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        key = uuid.uuid4()
    return once(key, act)


def changing(request: MemberRequest, lead_id: int, act: Callable[[], object]) -> None:
    """`acting` on a lead that is there."""

    def done() -> str:
        act()
        return f"/leads/{lead_id}/"

    acting(request, done)


def answer(request: MemberRequest, lead_id: int, words: str, *, undo: str = "") -> HttpResponse:
    """After a change: every piece of the lead's page for htmx, the page itself else. `undo`: where it is taken back."""
    if words:
        toast(request, words, undo=undo)
    if not request.htmx:
        return redirect("lead", lead_id)
    shown = queries.lead_page(request.member, lead_id)
    track = track_view(lead_id, team.today(request.member))
    values = {"lead": shown, "track": track, "then": GradeThen("", "", "")}
    response = blocks(request, "leads/pages/lead.html", values, main=None, also=PIECES)
    response["HX-Trigger"] = "rightday:close"
    return response


def then_of(request: MemberRequest, lead_id: int, typed: str) -> GradeThen:
    """The grade on the day somebody typed, in words; '' where nothing was typed."""
    text, today = typed.strip()[:60], team.today(request.member)
    if not text:
        return GradeThen("", "", "")
    found = find_days(text, today, past=True)
    moment = read_day(text, today)
    day = found[0].day if found else moment.day
    if day is None or day > today:
        return GradeThen(text, "", moment.problem or _("Write a day that is past, like “last Thursday”."))
    grade = rules.GRADE_WORDS[grade_then(lead_id, day)]
    return GradeThen(text, _("%(grade)s on %(day)s") % {"grade": grade, "day": say_day(day, today)}, "")


def _who_when(request: MemberRequest, problem: Stale) -> str:
    """ "Priya Nair, 09:42" """
    at = f"{clock.local(problem.when, team.zone_of(request.member)):%H:%M}" if problem.when else ""
    return ", ".join(part for part in (problem.who, at) if part) or _("Somebody")
