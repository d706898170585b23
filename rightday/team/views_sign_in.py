"""On the way in: the one-time link, the invitation, the choice of an agency."""

from __future__ import annotations

from typing import Any, cast

from allauth.core.internal.ratelimit import consume, respond_429
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from rightday.agencies.clock import now
from rightday.db import row_security
from rightday.team import actions, links, queries
from rightday.team.door import CHOOSE, SESSION_KEY
from rightday.team.forms import JoinForm
from rightday.team.models import Identity
from rightday.ui import fragments

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The one-time link: from the terminal it opens at once, from a mail after one button."""
    if _too_often(request, "enter"):
        return cast("HttpResponse", respond_429(request))
    try:
        if links.read(token).by_mail and request.method != "POST":
            return fragments.page(request, "team/pages/enter.html", {})
        opened = actions.use_link(token, at=now())
    except links.LinkSpent:
        return fragments.page(request, "team/pages/spent.html", {}, status=410)
    sign_in(request, opened.identity, opened.agency_id)
    return redirect("/")


@never_cache
def join(request: HttpRequest, agency_id: int, secret: str) -> HttpResponse:
    """An invitation: a name and a password for somebody new, one button for who is signed in."""
    if _too_often(request, "join"):
        return cast("HttpResponse", respond_429(request))
    with row_security.enter(agency_id):
        asked = queries.invited(secret, identity=_signed_in(request), at=now())
        if asked is None:
            return fragments.page(request, "team/pages/invitation_over.html", {}, status=410)
        form = JoinForm(request.POST or None, new=asked.new, initial={"name": asked.invitation.name})
        if request.method != "POST" or asked.must_sign_in or not form.is_valid():
            return fragments.page(request, "team/pages/join.html", {"asked": asked, "form": form})
        member = actions.accept(asked.invitation, identity=_signed_in(request), **form.cleaned_data)
        sign_in(request, member.identity, agency_id)
    return redirect("/")


@never_cache
def agencies(request: HttpRequest) -> HttpResponse:
    """The agencies of whoever is signed in; POST goes into one of them."""
    mine = queries.memberships(cast("int", request.user.pk))
    if not mine:
        raise Http404
    if request.method == "POST":
        chosen = request.POST.get("agency", "")
        if chosen not in {str(one.agency_id) for one in mine}:
            raise Http404
        request.session[SESSION_KEY] = int(chosen)
        return redirect(_next(request))
    here = request.session.get(SESSION_KEY)
    return fragments.page(request, "team/pages/agencies.html", {"mine": mine, "here": here, "next": _next(request)})


def sign_in(request: HttpRequest, identity: Identity, agency_id: int | None) -> None:
    """A new session for this identity, in this agency where one is given (the door looks at it again)."""
    login(request, identity, backend=BACKEND)
    request.session.pop(SESSION_KEY, None)
    if agency_id is not None:
        request.session[SESSION_KEY] = agency_id


def _signed_in(request: HttpRequest) -> Identity | None:
    return cast("Any", request.user) if request.user.is_authenticated else None


def _next(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if ours and not target.startswith(CHOOSE) else "/"


def _too_often(request: HttpRequest, what: str) -> bool:
    """More than 20 tries a minute from one address, reading included: nobody guesses, nobody hammers."""
    config = {what: "20/m/ip"}
    return not consume(request, app="rightday", action=what, config=config, limit_get=True)
