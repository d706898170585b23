"""The objection library: read, added to, and what is not said any more put to rest."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.joborders.objections import actions
from rightday.joborders.objections.forms import AnswerForm, ObjectionForm
from rightday.joborders.objections.models import Objection, ObjectionAnswer
from rightday.joborders.objections.queries import library, side_of
from rightday.leads.answers import acting
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Refused
from rightday.ui.fragments import toast

TEMPLATE = "joborders/objections/pages/objections.html"


@require_GET
def objections(request: MemberRequest) -> HttpResponse:
    """What we are told; `?side=` clients, candidates, referees, or mine."""
    return _shown(request)


def objection(request: MemberRequest, objection_id: int) -> HttpResponse:
    """One of them with its answers; a POST adds another answer."""
    if request.method != "POST":
        return _shown(request, objection_id)
    there, form = Objection.objects.get(pk=objection_id), AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, objection_id, [_("Write it as you would say it.")])

    def add() -> Objection:
        made: Objection = actions.answer(there, words=form.cleaned_data["words"], by=request.member).objection
        return made

    return _done(request, add, _("Answer added."))


@require_POST
def stock(request: MemberRequest) -> HttpResponse:
    """An empty library gets the set that every agency starts with."""
    acting(request, lambda: str(actions.stock(by=request.member)))
    toast(request, _("The first objections are in."))
    return redirect("objections")


@require_POST
def adding(request: MemberRequest) -> HttpResponse:
    """Another objection."""
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _shown(request, None, [_("Write what they said.")])
    said = form.cleaned_data
    return _done(request, lambda: actions.add(said.pop("words"), by=request.member, **said), _("Objection added."))


@require_POST
def resting(request: MemberRequest, objection_id: int) -> HttpResponse:
    """Out of the library, or back into it; with `answer` that answer alone."""
    there = Objection.objects.get(pk=objection_id)
    answer = request.POST.get("answer", "")
    one = ObjectionAnswer.objects.get(pk=int(answer), objection=there) if answer.isdecimal() else there
    return _done(request, lambda: actions.rest(one, by=request.member) or there, _("Done."))


def _done(request: MemberRequest, act: Callable[[], Objection], said: str) -> HttpResponse:
    try:
        where = acting(request, lambda: f"/objections/{act().pk}/")
    except Refused as problem:
        return _shown(request, None, [str(problem)])
    toast(request, said)
    return redirect(where)


def _shown(request: MemberRequest, opened: int | None = None, errors: list[str] | None = None) -> HttpResponse:
    shown = library(side=side_of(request.GET.get("side", "")), by=request.member, opened=opened)
    typed = request.POST if errors else {}
    values = {"lib": shown, "errors": errors or [], "typed": typed}
    return page(request, TEMPLATE, values, status=422 if errors else 200)
