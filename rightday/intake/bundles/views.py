"""The page of several files, and what somebody does to all of them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rightday.agencies.once import once
from rightday.intake.bundles import actions, queries
from rightday.intake.forms import key_of
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page, refused

_ALL: dict[str, Callable[..., int]] = {
    "start": actions.start_all,
    "pause": actions.pause_all,
    "go_on": actions.go_on_all,
    "undo": actions.undo_all,
}


@require_safe
def bundle(request: MemberRequest, word: str) -> HttpResponse:
    """All files that came together; asked again every second while one of them moves."""
    values = {"bundle": queries.bundle_page(request.member, word)}
    if request.htmx:
        return blocks(request, "intake/pages/bundle.html", values, main="files")
    return page(request, "intake/pages/bundle.html", values)


@require_POST
def run(request: MemberRequest, word: str) -> HttpResponse:
    """`do`: start, pause, go_on or undo, for each file that it fits."""
    queries.bundle_page(request.member, word)
    act = _ALL.get(request.POST.get("do", ""))
    if act is None:
        return refused(request, _("Nothing was done: the form said nothing we know."), status=422)

    def done() -> str:
        act(word, by=request.member)
        return request.path

    once(key_of(request.POST.get("once", "")), done)
    return redirect("import_bundle", word)
