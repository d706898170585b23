"""The call at hand: its plan, its result in two keys, taking one back, and who is on the phone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies.once import Stale, once
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall
from rightday.agenda.views_sheet import today_page, when_words
from rightday.calls import actions, queries
from rightday.calls.desk import views as desk
from rightday.calls.forms import ResultForm
from rightday.calls.models import Call
from rightday.calls.rules import RESULT_WORDS, CannotUndo, Result
from rightday.calls.views_focus import extras, focus_page, reading
from rightday.calls.views_result import log
from rightday.leads.process.track import OutOfOrder
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page, refused
from rightday.ui.fragments import toast

TEMPLATE = "calls/pages/focus.html"


@require_GET
def call(request: MemberRequest, step_id: int) -> HttpResponse:
    """Focus mode: the plan of one call beside the day's queue."""
    found = _values(request, step_id)
    if found is None:
        return desk.show(request, step_id) if desk.is_desk(step_id) else _gone(request, step_id)
    return page(request, TEMPLATE, found, counts={"today": found["page"].today.due})


@require_POST
def result(request: MemberRequest, step_id: int) -> HttpResponse:
    """Logs the result and moves on to the next call; a form sent twice logs once."""
    form = ResultForm(request.POST, today=team.today(request.member))
    try:
        call_id = _logged(request, step_id, form)
    except (Stale, DoNotCall) as problem:
        if not request.htmx:
            raise
        return _stale(request, problem)
    if call_id is None:
        return _again(request, step_id, form)
    if "X-Rightday-Outbox" in request.headers:
        return HttpResponse(status=204)
    _say(request, Call.objects.select_related("person").get(pk=int(call_id)))
    return _move_on(request)


@require_POST
def heard(request: MemberRequest, step_id: int) -> HttpResponse:
    """What the words typed so far would make of the grade and of the next step; writes nothing."""
    found = _values(request, step_id)
    if found is None:
        raise Http404
    form = ResultForm(request.POST, today=team.today(request.member))
    shown, words = reading(found["page"].focus, form)
    return blocks(request, TEMPLATE, found | {"suggested": shown, "heard": words}, main="heard", also=("suggested",))


@require_POST
def undo(request: MemberRequest, call_id: int) -> HttpResponse:
    """Takes a result back, and returns to that call."""
    try:
        taken = actions.undo(call_id, by=request.member)
    except CannotUndo as problem:
        return refused(request, str(problem), status=409, title=_("It stays as it is"))
    step = taken.before["step"]["id"]
    toast(request, _("Taken back: %(result)s.") % {"result": _(RESULT_WORDS[Result(taken.result)])})
    there = NextStep.objects.filter(pk=step).exists()
    return redirect("call", step) if there else redirect("today")


@require_POST
def phone(request: MemberRequest, step_id: int) -> HttpResponse:
    """On the phone with this person from now on; with `hang_up` no more."""
    step = NextStep.objects.select_related("person").filter(pk=step_id).first()
    if step is None:
        raise Http404
    on = "hang_up" not in request.POST
    if on:
        actions.pick_up(step.person, by=request.member)
    else:
        actions.hang_up(by=request.member)
    if not request.htmx:
        return redirect("call", step_id)
    return blocks(request, "calls/pages/phone.html", {"on": on, "step_id": step_id}, main="phone")


def _logged(request: MemberRequest, step_id: int, form: ResultForm) -> str | None:
    """The id of the call, logged once; None where the form says what is wrong."""
    if not form.is_valid():
        return None
    try:
        return once(form.once, lambda: str(log(step_id, form, by=request.member).call.pk))
    except OutOfOrder as problem:
        form.add_error("milestone_on", str(problem))
        return None


def _values(request: MemberRequest, step_id: int) -> dict[str, Any] | None:
    shown = focus_page(step_id, by=request.member)
    if shown is None:
        return None
    values = {"page": shown, "suggested": shown.suggested, "heard": shown.heard, "form": ResultForm(), "stale": None}
    return values | extras()


def _gone(request: MemberRequest, step_id: int) -> HttpResponse:
    """Somebody was faster: said, and back to Today. Nothing such: not found."""
    done = queries.logged_by(step_id)
    if done is None:
        raise Http404
    words = _("%(name)s has made this call: %(result)s.")
    messages.info(request, words % {"name": done.member.name, "result": _(RESULT_WORDS[Result(done.result)])})
    return redirect("today")


def _again(request: MemberRequest, step_id: int, form: ResultForm) -> HttpResponse:
    """The same call with what is wrong said, and everything typed still there."""
    if desk.is_desk(step_id):
        return desk.show(request, step_id, form=form)
    found = _values(request, step_id)
    if found is None:
        raise Stale(_("The next step of this lead was changed while you were on the phone."))
    found |= {"form": form}
    if request.htmx:
        response = blocks(request, TEMPLATE, found, main="errors", status=422)
        response["HX-Retarget"], response["HX-Reswap"] = "#result-errors", "outerHTML"
        return response
    return page(request, TEMPLATE, found, status=422)


def _stale(request: MemberRequest, problem: Stale | DoNotCall) -> HttpResponse:
    """Beside the plan, which stays with every word typed in it."""
    values = {"stale": problem, "lead_id": request.POST.get("lead", "")}
    response = blocks(request, "calls/pages/stale.html", values, main="stale", status=409)
    response["HX-Retarget"], response["HX-Reswap"] = "#stale", "outerHTML"
    return response


def _say(request: MemberRequest, done: Call) -> None:
    words = _("%(name)s: %(result)s.") % {"name": done.person.name, "result": _(RESULT_WORDS[Result(done.result)])}
    if done.next_due:
        when = when_words(done.next_due, done.next_at, team.today(request.member))
        words = f"{words} {_('Next: %(what)s, %(when)s.') % {'what': done.next_said, 'when': when}}"
    elif done.lead_id is not None:
        words = f"{words} {_('The lead has ended.')}"
    if (done.before.get("pair") or {}).get("merge"):
        words = f"{words} {_('Both records are one now.')}"
    toast(request, words, undo=reverse("undo_call", args=[done.pk]))


def _move_on(request: MemberRequest) -> HttpResponse:
    """The next call of the sheet that nobody has on the phone, else Today."""
    first = today_page(request.member).first
    address = reverse("call", args=[first.id]) if first else reverse("today")
    found = _values(request, first.id) if first and request.htmx else None
    if found is None:
        response = HttpResponse() if request.htmx else redirect(address)
        if request.htmx:
            response["HX-Redirect"] = address
        return response
    response = blocks(request, TEMPLATE, found, main="focus", also=("nav",), counts={"today": found["page"].today.due})
    response["HX-Push-Url"] = address
    return response
