"""What the views of all rooms share: a page in its frame, and the answers that are not a page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies.once import Stale
from rightday.team import queries
from rightday.team.shell import shell_of
from rightday.ui import fragments

# What a form carries for its own sake, and nobody typed.
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "once", "seen", "version", "password", "password1", "password2"})


def page(
    request: HttpRequest,
    template: str,
    values: Any = None,
    *,
    status: int = 200,
    counts: dict[str, int] | None = None,
) -> HttpResponse:
    """A page in the frame. `counts`: what waits at a place of the sidebar, {"today": 14}, if known."""
    return fragments.page(request, template, _framed(request, values, counts), status=status)


def blocks(
    request: HttpRequest,
    template: str,
    values: Any = None,
    *,
    main: str | None = None,
    also: tuple[str, ...] = (),
    status: int = 200,
    counts: dict[str, int] | None = None,
) -> HttpResponse:
    """Pieces of a page: `ui.fragments.blocks`, with the frame's own values for its `nav`."""
    framed = _framed(request, values, counts)
    return fragments.blocks(request, template, framed, main=main, also=also, status=status)


def refused(
    request: HttpRequest,
    words: str,
    *,
    status: int = 403,
    title: str = "",
    typed: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """Something was asked that cannot be: a sentence and the way back. For htmx a piece that is announced."""
    values = {"title": title or _("This is not yours to do"), "words": words, "typed": typed, "again": ""}
    return _sorry(request, values, status)


def not_found(request: HttpRequest) -> HttpResponse:
    """Nothing here, or nothing of yours: never says which."""
    words = _("There is nothing at this address, or it belongs to somebody else.")
    return refused(request, words, status=404, title=_("Not found"))


def stale(request: HttpRequest, problem: Stale) -> HttpResponse:
    """Somebody else saved first: says who and when, and gives back every word that was typed."""
    when = ""
    if problem.when is not None:
        member = getattr(request, "member", None)
        zone = queries.zone_of(member) if member is not None else "UTC"
        when = f"{clock.local(problem.when, zone):%H:%M}"
    values = {
        "title": _("Somebody else changed this first"),
        "words": problem.message,
        "who": problem.who,
        "when": when,
        "typed": typed(request),
        "again": _page_before(request),
    }
    return _sorry(request, values, 409)


def typed(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """What somebody typed into the form, as (field, words), so that a refusal loses none of it."""
    return tuple(
        (name.replace("_", " ").capitalize(), value)
        for name, values in request.POST.lists()
        if name not in _NOT_TYPED
        for value in values
        if isinstance(value, str) and value.strip()
    )


def _page_before(request: HttpRequest) -> str:
    before = request.META.get("HTTP_REFERER", "")
    ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, request.is_secure())
    return before if ours else "/"


def _outsider(request: HttpRequest) -> str:
    """The address of somebody who is signed in and came through no door; "" of everybody else."""
    user = getattr(request, "user", None)
    if user is None or hasattr(request, "member") or not user.is_authenticated:
        return ""
    return str(user.email)


def _sorry(request: HttpRequest, values: dict[str, Any], status: int) -> HttpResponse:
    values = {"who": "", "when": "", "outsider": _outsider(request)} | values
    if getattr(request, "htmx", False):
        return fragments.blocks(request, "team/pages/sorry.html", values, main="sorry", status=status)
    return fragments.page(request, "team/pages/sorry.html", values, status=status)


def _framed(request: HttpRequest, values: Any, counts: dict[str, int] | None) -> dict[str, Any]:
    return fragments._names(values) | {"shell": shell_of(request, counts)}
