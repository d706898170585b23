"""Settings of the hiring process: the milestone checklist as a draft, in versions. Each part works without script."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies.once import Stale
from rightday.leads.answers import acting
from rightday.leads.process import actions_template as actions
from rightday.leads.process import template_edits
from rightday.leads.process.forms_template import MarkForm
from rightday.leads.process.queries_template import versions
from rightday.leads.process.rules import BadTemplate, Template
from rightday.leads.process.template_shown import editor
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import Permission
from rightday.timeline.models import Event
from rightday.ui.fragments import toast


@require_GET
def process(request: MemberRequest) -> HttpResponse:
    """The checklist. `?open=` opens a milestone, `?at=` is where the cursor stays, `?compare=` shows what differs."""
    return _editor(request, opened=_number(request, "open"), at=_number(request, "at"))


@require_POST
def add(request: MemberRequest) -> HttpResponse:
    """A new milestone after the last, opened."""
    request.member.must(Permission.AGENCY_SETTINGS)
    now = _shown()

    def act() -> str:
        made = _keep(request, template_edits.added(now, key=uuid.uuid4().hex[:12]))
        return _address(opened=made.last)

    return _acted(request, act, now.last)


@require_POST
def change(request: MemberRequest, place: int) -> HttpResponse:
    """One milestone: what was typed of it, then `act`: done, up, down, a place to move to, or out."""
    request.member.must(Permission.AGENCY_SETTINGS)
    now, form = _shown(), None
    if not 1 <= place <= now.last:
        return _editor(request, problem=_gone(), status=409)
    if "name" in request.POST and request.POST.get("act") != "out":
        form = MarkForm(request.POST, template=now, place=place)
        if not form.is_valid():
            return _editor(request, opened=place, form=form, status=422)
    return _acted(request, lambda: _changed(request, now, place, form), place, form)


@require_POST
def publish(request: MemberRequest) -> HttpResponse:
    """The draft becomes the version that new leads follow."""

    def act() -> str:
        made = actions.publish_template(_number(request, "number"), seen=_number(request, "seen"), by=request.member)
        toast(request, _("Version %(n)s is in use. New leads follow it.") % {"n": made.number})
        return _address()

    return _acted(request, act, 0)


@require_POST
def discard(request: MemberRequest) -> HttpResponse:
    """The draft is thrown away; a toast brings it back."""

    def act() -> str:
        event = actions.discard_template(_number(request, "number"), seen=_number(request, "seen"), by=request.member)
        toast(request, _("The draft is gone."), undo=f"/settings/process/drafts/{event.pk}/")
        return _address()

    return _acted(request, act, 0)


@require_POST
def bring_back(request: MemberRequest, event_id: int) -> HttpResponse:
    """A discarded draft, again."""
    event = Event.objects.get(pk=event_id, verb="process.discarded")

    def act() -> str:
        actions.bring_back_template(event, by=request.member)
        toast(request, _("The draft is back."))
        return _address()

    return _acted(request, act, 0)


def _changed(request: MemberRequest, now: Template, place: int, form: MarkForm | None) -> str:
    """Does what was asked of one milestone; the address that shows it."""
    act, to = request.POST.get("act", ""), place
    made = template_edits.changed(now, place, form.changed_mark()) if form else now
    if act == "out":
        made, to = template_edits.without(made, place), min(place, made.last - 1)
    elif act in ("up", "down") or act.isdecimal():
        to = min(max({"up": place - 1, "down": place + 1}.get(act) or int(act or 0), 1), made.last)
        made = template_edits.moved(made, place, to)
    if made != now:
        _keep(request, made)
    return _address(opened=to if form and act != "done" else 0, at=to)


def _keep(request: MemberRequest, template: Template) -> Template:
    """The draft as it is now; `number` and `seen` of the form say what was shown."""
    seen = _number(request, "number"), _number(request, "seen")
    made = Template(seen[0], template.marks)
    actions.edit_template(made, seen=seen[1], by=request.member)
    return made


def _acted(request: MemberRequest, act: Any, place: int, form: MarkForm | None = None) -> HttpResponse:
    """After `act`: the page it leads to. What cannot be is said at its field; what is stale keeps what was typed."""
    try:
        address = acting(request, act)
    except BadTemplate as problem:
        at_field = form is not None and problem.place == place and problem.field in form.fields
        if form is not None and at_field:
            form.add_error(problem.field, str(problem))
        return _editor(request, opened=place if form else 0, form=form, problem="" if at_field else problem, status=422)
    except Stale as problem:
        return _editor(request, opened=place if form else 0, form=form, problem=problem, status=409)
    if not request.htmx:
        return redirect(address)
    return _editor(request, opened=_part(address, "open"), at=_part(address, "at"))


def _editor(
    request: MemberRequest, *, opened: int = 0, at: int = 0, form: Any = None, problem: Any = "", status: int = 200
) -> HttpResponse:
    shown = editor(request.member, opened=opened, at=at, compare=_number(request, "compare"))
    if form is None and shown.opened:
        form = MarkForm(template=shown.template, place=shown.opened)
    stale = {"who": problem.who or _("Somebody"), "words": problem.message} if isinstance(problem, Stale) else None
    values = {"editor": shown, "form": form, "problem": "" if stale else str(problem), "stale": stale, "nav": shown.nav}
    if request.htmx:
        return blocks(request, "leads/pages/process.html", values, main="process", status=status)
    return page(request, "leads/pages/process.html", values, status=status)


def _shown() -> Template:
    return versions().shown.template


def _address(*, opened: int = 0, at: int = 0) -> str:
    if opened:
        return f"/settings/process/?open={opened}#m{opened}"
    return f"/settings/process/?at={at}#m{at}" if at else "/settings/process/"


def _part(address: str, name: str) -> int:
    _path, _sep, after = address.partition(f"?{name}=")
    return int(after.partition("#")[0] or 0)


def _number(request: MemberRequest, name: str) -> int:
    """A number of the form or the address; 0 where there is none."""
    text = request.POST.get(name) or request.GET.get(name) or ""
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _gone() -> Stale:
    return Stale(_("This milestone is not there any more."))
