"""Candidates: the list, the page of one, and a person made one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.joborders.of_people import InPlay, in_play
from rightday.people.answers import acting, done, events
from rightday.people.models import Person
from rightday.people.queries_person import PersonPage, person_page
from rightday.talent import actions
from rightday.talent.forms import WantedForm
from rightday.talent.queries_list import candidates
from rightday.talent.queries_page import CandidatePage, candidate_page
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.timeline import queries as timeline


@dataclass(frozen=True, slots=True)
class CandidateScreen:
    """A candidate with what other rooms know: the person, where they are in play, what happened."""

    candidate: CandidatePage
    person: PersonPage
    in_play: tuple[InPlay, ...]
    events: tuple[dict[str, Any], ...]
    earlier: str


@require_GET
def candidate(request: MemberRequest, candidate_id: int) -> HttpResponse:
    """One candidate; `?before=` reads on in what happened."""
    before = request.GET.get("before", "")[:80]
    shown = candidate_page(request.member, candidate_id)
    who = person_page(request.member, shown.person_id)
    rows = timeline.of_person(shown.person_id, before=before or None, reader=request.member.pk)
    earlier = rows[-1].key if len(rows) == timeline.LIMIT else ""
    told = events(request, rows, bare=who.do_not_call)
    screen = CandidateScreen(shown, who, in_play(candidate_id), told, earlier)
    if request.htmx and before:
        return blocks(request, "talent/pages/candidate.html", screen, main="events")
    return page(request, "talent/pages/candidate.html", screen)


@require_GET
def talent(request: MemberRequest) -> HttpResponse:
    """The list, newest first; narrowed as one types."""
    view, after = request.GET.get("view", "")[:10], request.GET.get("after", "")
    form = WantedForm(request.GET)
    part = candidates(request.member, form.wanted(view), after=int(after) if after.isdecimal() else None)
    kept = {name: value for name, value in request.GET.items() if name not in ("after", "view") and value}
    values = {"list": part, "form": form, "view": view, "kept": kept, "q": request.GET.get("q", "")[:100]}
    if request.htmx and request.htmx.target == "found":
        return blocks(request, "talent/pages/talent.html", values, main="found")
    return page(request, "talent/pages/talent.html", values)


@require_POST
def make_candidate(request: MemberRequest, person_id: int) -> HttpResponse:
    """A person becomes a candidate; whoever is one already is shown."""
    person = Person.objects.select_related("company").get(pk=person_id)

    def act() -> str:
        made = actions.make_candidate(person, by=request.member, headline=person.title)
        return done(request, _("%(name)s is a candidate.") % {"name": person.name}, f"/talent/{made.pk}/")

    return redirect(acting(request, act))
