"""The hiring process on the page of a lead: a dialog for each milestone, who fills the place, another vacancy.

Each is a page where there is no script.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.agencies.once import Stale
from rightday.leads.answers import Asking, acting, answer, ask, asking, changing, the_lead
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process import actions_track as actions
from rightday.leads.process import track_shown, undo_links
from rightday.leads.process.forms_track import AskedForm, FillerForm, VacancyForm, fall_form, filled, milestone_form
from rightday.leads.process.queries import Track, track_of
from rightday.leads.process.track import OutOfOrder, Point
from rightday.people.queries_company import offered_competitors
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.ui.fragments import toast


def milestone(request: MemberRequest, lead_id: int, place: int) -> HttpResponse:
    """What is known of a milestone, and what is said of it: expected, done, a note. `act`: save, done, yes, back."""
    row, today = the_lead(lead_id), team.today(request.member)
    track = track_of(lead_id, today=today)
    point = _point(track, place)
    form = milestone_form(_data(request), track, point, today)
    shown = track_shown.milestone_view(row, track, point, today)
    asked = replace(asking(request, row, form, point.mark.name, _("Save")), shown=shown, template=_MILESTONE)
    if not form.is_valid():
        return ask(request, asked)
    said, kept = form.said(request.POST.get("act", ""), point), list[actions.Kept]()
    keep = {"point": point, "said": said, "seen": form.cleaned_data["seen"], "by": request.member}
    refused = _refused(request, row, asked, lambda: kept.append(actions.keep_milestone(row, **keep)), said.field)
    return refused or _kept(request, row, point, said, kept)


def fall(request: MemberRequest, lead_id: int, place: int) -> HttpResponse:
    """It fell through at a milestone: how, when, who had filled the place."""
    row, today = the_lead(lead_id), team.today(request.member)
    track = track_of(lead_id, today=today)
    point = _point(track, place)
    form = fall_form(_data(request), track, point, today)
    title = _("It fell through: %(name)s") % {"name": point.mark.name.rstrip("?")}
    asked = _offering(asking(request, row, form, title, _("Begin again")))
    asked = replace(asked, foot=track_shown.what_follows(point.mark, track.template))
    if not form.is_valid():
        return ask(request, asked)
    said, fell = form.failure() | {"place": place, "by": request.member}, list[actions.Fell]()
    refused = _refused(request, row, asked, lambda: fell.append(actions.fail_milestone(row, **said)), "on")
    words = track_shown.fell_words(point.mark, track.template)
    return refused or answer(request, lead_id, words, undo=undo_links.address_of_fall(lead_id, *fell) if fell else "")


def filler(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Who fills the place while the lead is tracked on."""
    row, track = the_lead(lead_id), track_of(lead_id)
    form = FillerForm(_data(request), initial=filled(track))
    asked = _offering(asking(request, row, form, _("Who fills the place"), _("Save")))
    if not form.is_valid():
        return ask(request, asked)
    said = form.filling() | {"seen": form.cleaned_data["seen"], "by": request.member}
    refused = _refused(request, row, asked, lambda: actions.fill_place(row, **said))
    return refused or answer(request, lead_id, _("Saved"))


def vacancy(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Another place of the same manager: a lead of its own, which begins with what is known of who they are."""
    row = the_lead(lead_id)
    form = VacancyForm(_data(request))
    if not form.is_valid():
        return ask(request, asking(request, row, form, _("Another vacancy"), _("Add it")))

    def act() -> str:
        made = process.another_vacancy(row, title=form.cleaned_data["title"], by=request.member)
        toast(request, _("Added. It starts with what is known of who they are."))
        return f"/leads/{made.pk}/"

    return _leave(request, acting(request, act))


def asked_others(request: MemberRequest, lead_id: int) -> HttpResponse:
    """What others said of a lead that is not called."""
    row, today = the_lead(lead_id), team.today(request.member)
    form = AskedForm(_data(request), today=today, initial={"seen": row.version})
    asked = asking(request, row, form, _("What others say"), _("Save"))
    if not form.is_valid():
        return ask(request, asked)
    said = form.cleaned_data | {"by": request.member}
    return _refused(request, row, asked, lambda: process.found_out(row, **said)) or answer(request, lead_id, _("Kept"))


@require_POST
def calling(request: MemberRequest, lead_id: int) -> HttpResponse:
    """They may be called about it again."""
    row, seen = the_lead(lead_id), request.POST.get("seen", "")
    version = int(seen) if seen.isdecimal() else -1
    try:
        changing(request, lead_id, lambda: process.may_call(row, seen=version, by=request.member))
    except OutOfOrder as problem:
        return answer(request, lead_id, str(problem))
    return answer(request, lead_id, _("They may be called about it again."))


@require_POST
def undo(request: MemberRequest, lead_id: int, token: str) -> HttpResponse:
    """Takes back what was kept of milestones, as long as nothing else has changed."""
    try:
        facts, version = undo_links.read(token, lead_id)
    except BadSignature as problem:
        raise Http404 from problem
    row = the_lead(lead_id)
    changing(request, lead_id, lambda: actions.put_facts_back(row, facts=facts, seen=version, by=request.member))
    return answer(request, lead_id, _("As it was before."))


@require_POST
def undo_fall(request: MemberRequest, lead_id: int, token: str) -> HttpResponse:
    """It did not fall through after all."""
    try:
        fell = undo_links.read_fall(token, lead_id)
    except BadSignature as problem:
        raise Http404 from problem
    row = the_lead(lead_id)
    changing(request, lead_id, lambda: actions.unfail_milestone(row, fell=fell, by=request.member))
    return answer(request, lead_id, _("As it was before."))


_MILESTONE = "leads/pages/milestone.html"


def _refused(
    request: MemberRequest, lead: Lead, asked: Asking, act: Callable[[], object], field: str | None = None
) -> HttpResponse | None:
    """Acts once; the form again where a day cannot be (said at `field`), or somebody else was first. None: done."""
    version = lead.version
    try:
        changing(request, lead.pk, act)
    except OutOfOrder as problem:
        asked.form.add_error(field if field in asked.form.fields else None, str(problem))
        return ask(request, asked)
    except Stale as problem:
        return ask(request, asked, problem=problem, seen={"seen": version})
    return None


def _kept(
    request: MemberRequest, lead: Lead, point: Point, said: actions.Said, kept: list[actions.Kept]
) -> HttpResponse:
    """The lead's page, with what moved along and the way back. Sent twice, there is nothing more to say."""
    if not kept or not kept[0].before:
        return answer(request, lead.pk, "")
    words = track_shown.kept_words(point, said, kept[0], team.today(request.member))
    back = undo_links.address(lead.pk, before=kept[0].before, version=kept[0].version)
    return answer(request, lead.pk, words, undo=back)


def _point(track: Track, place: int) -> Point:
    if track.ended or not 1 <= place <= len(track.points):
        raise Http404
    return track.points[place - 1]


def _offering(asked: Asking) -> Asking:
    return replace(asked, offered=offered_competitors())


def _leave(request: MemberRequest, address: str) -> HttpResponse:
    """To another page: for htmx the whole window goes there."""
    if not request.htmx:
        return redirect(address)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response


def _data(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None
