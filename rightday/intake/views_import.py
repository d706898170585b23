"""What somebody does with an import: choosing, trying, bringing in, pausing, undoing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rightday.agencies import clock
from rightday.agencies.once import once
from rightday.intake import actions
from rightday.intake.forms import RUNS, ChoicesForm, key_of
from rightday.intake.models import Import
from rightday.intake.reading import Unreadable
from rightday.intake.showing import queries as queries_import
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page, refused
from rightday.ui.fragments import toast

_RUN: dict[str, Callable[..., Import]] = {
    "start": actions.start,
    "pause": actions.pause,
    "go_on": actions.go_on,
    "stop": actions.stop_and_undo,
}


@require_POST
def choices(request: MemberRequest, import_id: int) -> HttpResponse:
    """Keeps what was chosen, and tries it on every row unless it was only to be read again."""
    batch = queries_import.the_import(import_id)
    form = ChoicesForm(request.POST, understood=batch.understood)
    if not form.is_valid():
        return _wrong(request, import_id, form)
    chosen, seen = form.choices(), form.cleaned_data["seen"]
    _once(request, lambda: actions.choose(batch, choices=chosen, seen=seen, by=request.member))
    if request.POST.get("then") == "read":
        toast(request, _("Read again with your choices"))
        return redirect(_back(import_id, "?step=understood"))
    return _try(request, import_id)


@require_safe
def progress(request: MemberRequest, import_id: int) -> HttpResponse:
    """How far it is, asked every second; once the state is another one than `?state=`, what loads the page anew."""
    now = clock.local(clock.now(), team.zone_of(request.member))
    shown = queries_import.progress_of(queries_import.the_import(import_id), now)
    if not request.htmx:
        return redirect("import", import_id)
    if request.GET.get("state") != shown.state:
        return blocks(request, "intake/pages/import_run.html", {"progress": shown}, main="moved_on")
    if shown.state == "trying":
        return HttpResponse(status=204)
    return blocks(request, "intake/pages/import_run.html", {"progress": shown}, main="progress")


@require_POST
def run(request: MemberRequest, import_id: int) -> HttpResponse:
    """`do`: start, pause, go_on, or stop (and undo)."""
    batch, what = queries_import.the_import(import_id), request.POST.get("do", "")
    if what not in RUNS:
        return refused(request, _("Nothing was done: the form said nothing we know."), status=422)
    _once(request, lambda: _RUN[what](batch, by=request.member))
    return redirect("import", import_id)


def undo(request: MemberRequest, import_id: int) -> HttpResponse:
    """What would go and what would stay; POST takes the import out."""
    if request.method == "POST":
        batch = queries_import.the_import(import_id)
        _once(request, lambda: actions.undo(batch, by=request.member))
        return redirect("import", import_id)
    values = {"undo": queries_import.undo_page(request.member, import_id)}
    if request.htmx:
        return blocks(request, "intake/pages/import_undo.html", values, main="form")
    return page(request, "intake/pages/import_undo.html", values)


def _once(request: MemberRequest, act: Callable[[], object]) -> None:
    def done() -> str:
        act()
        return request.path

    once(key_of(request.POST.get("once", "")), done)


def _try(request: MemberRequest, import_id: int) -> HttpResponse:
    """Outside of the transaction that kept the choices: reading a file is no reason to hold up everybody's writes."""
    try:
        actions.try_out(queries_import.the_import(import_id), by=request.member)
    except Unreadable as refusal:
        return refused(request, refusal.reason, status=409, title=_("The file cannot be read any more"))
    return redirect(_back(import_id))


def _wrong(request: MemberRequest, import_id: int, form: ChoicesForm) -> HttpResponse:
    shown = queries_import.import_page(request.member, import_id, step="understood")
    errors = tuple(dict.fromkeys(words for found in form.errors.values() for words in found))
    return page(request, "intake/pages/import.html", {"batch": shown, "errors": errors}, status=422)


def _back(import_id: int, query: str = "") -> str:
    return reverse("import", args=[import_id]) + query
