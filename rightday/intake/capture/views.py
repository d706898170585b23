"""Quick capture: the form (page and dialog), what a text is read as, saving, what became of it, undoing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.agencies import clock
from rightday.agencies.once import once
from rightday.intake.capture import actions as actions_capture
from rightday.intake.capture import actions_undo as actions_capture_undo
from rightday.intake.capture import queries as queries_capture
from rightday.intake.capture import shown as capture_shown
from rightday.intake.capture.forms import CaptureForm, person_id, read_part, typed_at
from rightday.intake.models import Captured
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.ui.fragments import toast
from rightday.ui.once import new_key

_FORM = "intake/pages/capture_form.html"


def capture(request: MemberRequest) -> HttpResponse:
    """The form, as a dialog for htmx, else a page; POST saves. `?text=` is put in, `?person=` is on the phone."""
    if request.method == "POST" and "read" not in request.POST:
        return _save(request)
    sent = request.POST if request.method == "POST" else request.GET
    text = sent.get("text", "").replace("\x00", "")
    return _form(request, text, _about(request, sent.get("person", "")), sent.get("once", ""))


@require_POST
def parse(request: MemberRequest) -> HttpResponse:
    """What is understood of the text so far; nothing is kept."""
    about = _about(request, request.GET.get("person", ""))
    values = _understood(request, request.POST.get("text", ""), about)
    return blocks(request, _FORM, values, main="read", also=("next", "button"))


def captured(request: MemberRequest, captured_id: int) -> HttpResponse:
    """What a text became: where a form without script ends."""
    kept = queries_capture.captured(captured_id)
    return page(request, "intake/pages/captured.html", {"captured": kept, "again": None})


@require_POST
def again(request: MemberRequest, captured_id: int) -> HttpResponse:
    """What the text would be taken for now, beside what it was taken for."""
    kept = queries_capture.captured(captured_id)
    proposal = actions_capture.understand_again(kept, by=request.member)
    return page(request, "intake/pages/captured.html", {"captured": kept, "again": proposal})


@require_POST
def undo(request: MemberRequest, captured_id: int) -> HttpResponse:
    """Takes out what a text made; the text itself stays."""
    kept = actions_capture_undo.undo(queries_capture.captured(captured_id), by=request.member)
    toast(request, _("Taken back. The text is kept."))
    return redirect("captured", kept.pk)


def _save(request: MemberRequest) -> HttpResponse:
    form = CaptureForm(request.POST)
    about = _about(request, request.POST.get("person", ""))
    if not form.is_valid():
        return _form(request, form.data["text"], about, request.POST.get("once", ""), form.errors.get("text", ()))
    at = typed_at(request.headers.get("X-Rightday-Outbox", ""))
    text = form.cleaned_data["text"]

    def act() -> str:
        return str(actions_capture.save(text, by=request.member, about=about, at=at).captured.pk)

    return _saved(request, int(once(form.cleaned_data["once"], act)))


def _saved(request: MemberRequest, captured_id: int) -> HttpResponse:
    """The toast with Undo, on the page one is on; without script on the page of what was kept."""
    kept = queries_capture.captured(captured_id)
    link = format_html(' <a class="link" href="{}">{}</a>', _where(kept), _("Open"))
    toast(request, format_html("{}{}", kept.understood["sentence"], link), undo=reverse("capture_undo", args=[kept.pk]))
    if not request.htmx:
        return redirect("captured", kept.pk)
    response = blocks(request, _FORM)
    response["HX-Trigger"] = '{"rightday:captured": "", "rightday:close": ""}'
    return response


def _where(kept: Captured) -> str:
    """Where to go on with it."""
    if kept.lead_id:
        return f"/leads/{kept.lead_id}/"
    return f"/people/{kept.person_id}/" if kept.person_id else reverse("captured", args=[kept.pk])


def _form(request: MemberRequest, text: str, about: Person | None, key: str = "", errors: Any = ()) -> HttpResponse:
    values = _understood(request, text, about) | {"key": key or new_key(), "errors": tuple(errors)}
    status = 422 if errors else 200
    if request.htmx:
        return blocks(request, _FORM, values, main="form", status=status)
    return page(request, "intake/pages/capture.html", values, status=status)


def _understood(request: MemberRequest, text: str, about: Person | None) -> dict[str, Any]:
    part = read_part(text)
    values: dict[str, Any] = {"text": text, "about": about, "shown": None}
    if part.strip():
        reading = queries_capture.read(part, today=team.today(request.member), by=request.member, about=about)
        values["shown"] = capture_shown.shown(reading, now=clock.now())
    return values


def _about(request: MemberRequest, typed: str) -> Person | None:
    """Whose page one comes from, else whom one has on the phone; 404 for nobody of ours."""
    chosen = person_id(typed)
    return queries_capture.person(chosen) if chosen else queries_capture.on_the_phone(request.member)
