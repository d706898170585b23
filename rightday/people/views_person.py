"""The page of one person: all their roles, how to reach them, whether we may, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from rightday.calls.of_numbers import reached_by
from rightday.joborders.of_people import placed
from rightday.leads import actions as leads_actions
from rightday.leads import of_people
from rightday.leads.of_people import LeadLine
from rightday.people.answers import acting, done, events
from rightday.people.duplicates import views as duplicates
from rightday.people.duplicates.shown import Line, Merged, maybe_of, merges_into
from rightday.people.found_words import without_file, without_numbers
from rightday.people.models import Company, Person
from rightday.people.queries_kept import KeptFields, kept_of
from rightday.people.queries_person import PersonPage, person_page
from rightday.talent.of_people import OfTalent
from rightday.talent.of_people import of_person as of_talent
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.timeline import queries as timeline
from rightday.ui.counts import spelled


@dataclass(frozen=True, slots=True)
class PersonScreen:
    """A person with what other rooms know: leads, the next of their steps, the timeline, calls that reached."""

    person: PersonPage
    roles: tuple[dict[str, Any], ...]
    leads: tuple[LeadLine, ...]
    next: LeadLine | None
    call: str
    events: tuple[dict[str, Any], ...]
    said: str
    file: str
    before: str
    earlier: str
    reached: dict[int, str]
    maybe: Line | None
    merges: tuple[Merged, ...]
    kept: KeptFields
    candidate: int | None


@require_GET
def person(request: MemberRequest, person_id: int) -> HttpResponse:
    """One person; `?before=` reads on in their timeline. Somebody who said no has no number on their page."""
    try:
        screen = person_screen(request, person_id, request.GET.get("before", "")[:80])
    except Person.DoesNotExist:
        return duplicates.moved(Person, person_id)
    template = "people/pages/refused.html" if screen.person.do_not_call else "people/pages/person.html"
    if request.htmx and screen.before:
        return blocks(request, template, screen, main="events")
    return page(request, template, screen)


def person_screen(request: MemberRequest, person_id: int, before: str) -> PersonScreen:
    shown = person_page(request.member, person_id)
    lines = of_people.of_person(person_id, on=team.today(request.member))
    upcoming = lines[0] if lines and lines[0].open else None
    rows, talent = timeline.of_person(person_id, before=before or None, reader=request.member.pk), of_talent(person_id)
    said, file = without_file(shown.call.said if shown.call else "")
    return PersonScreen(
        person=shown, roles=_roles(shown, lines, talent), leads=lines, next=upcoming,
        call=_call(shown.given, upcoming) if upcoming else "",
        events=events(request, rows, bare=shown.do_not_call), before=before,
        said=without_numbers(said), file=file, earlier=rows[-1].key if len(rows) == timeline.LIMIT else "",
        reached={} if shown.do_not_call else reached_by(person_id, reader=request.member),
        maybe=maybe_of(person_id), merges=merges_into(person=person_id), kept=kept_of(person=person_id),
        candidate=talent.candidate,
    )  # fmt: skip


@require_POST
def person_notes(request: MemberRequest, person_id: int) -> HttpResponse:
    """Words kept on the person; nothing typed, nothing kept."""
    about = Person.objects.select_related("company").get(pk=person_id)
    return _note(request, about, f"/people/{person_id}/")


@require_POST
def company_notes(request: MemberRequest, company_id: int) -> HttpResponse:
    """Words kept on the company."""
    return _note(request, Company.objects.get(pk=company_id), f"/companies/{company_id}/")


def _note(request: MemberRequest, about: Person | Company, to: str) -> HttpResponse:
    words = request.POST.get("words", "").strip()[:20_000]
    if not words:
        return redirect(to)

    def act() -> str:
        leads_actions.note(about, words=words, by=request.member)
        return done(request, _("Noted."), to)

    return redirect(acting(request, act))


def _call(given: str, line: LeadLine) -> str:
    """ "Call Alison today at 16:00." """
    if line.late:
        return _("Call %(name)s. It was due %(when)s.") % {"name": given, "when": line.when}
    day, comma, at = line.when.partition(", ")
    when = (day if day in ("today", "tomorrow") else f"on {day}") + (f" at {at}" if comma else "")
    return _("Call %(name)s %(when)s.") % {"name": given, "when": when}


def _roles(shown: PersonPage, lines: tuple[LeadLine, ...], talent: OfTalent) -> tuple[dict[str, Any], ...]:
    """Roles follow from facts: named on a lead, somebody's supervisor, a candidate. None of these: a contact."""
    roles = [_manager(shown, lines)] if lines else []
    if shown.supervised:
        of_whom = ", ".join(name for _id, name in shown.supervised[:3])
        roles.append({"title": _("Supervisor"), "words": _("Of %(names)s") % {"names": of_whom}, "now": True})
    roles += _of_talent(shown, talent)
    if not roles:
        words = _("Nothing heard of a need of theirs yet")
        roles.append({"title": _("Contact"), "words": words, "aside": _("What you hear makes it a lead")})
    return tuple(roles)


def _of_talent(shown: PersonPage, talent: OfTalent) -> list[dict[str, Any]]:
    """Candidate, placed consultant, referee."""
    roles: list[dict[str, Any]] = []
    if talent.candidate is not None:
        words = _("Not looking") if talent.resting else talent.headline
        roles.append({"title": _("Candidate"), "words": words, "now": not talent.resting})
    for one in placed(shown.id)[:3]:
        roles.append({"title": _("Placed by us"), "words": f"{one.title}, {one.company}", "now": one.now})
    if talent.speaks_for:
        of_whom = ", ".join(name for _id, name in talent.speaks_for[:3])
        roles.append({"title": _("Referee"), "words": _("For %(names)s") % {"names": of_whom}, "now": True})
    return roles


def _manager(shown: PersonPage, lines: tuple[LeadLine, ...]) -> dict[str, Any]:
    number = sum(line.open for line in lines)
    place = _("at %(company)s") % {"company": shown.company} if shown.company else ""
    words = (_("Now, %(place)s") % {"place": place} if place else _("Now")) if number else lines[0].outcome
    aside = (
        ngettext("One open lead", "%(n)s open leads", number) % {"n": spelled(number).capitalize()}
        if number
        else _("No open lead")
    )
    return {"title": _("Hiring manager"), "words": words, "aside": aside, "now": bool(number)}
