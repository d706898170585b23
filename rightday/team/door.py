"""The door: sign-in → member → agency. Nothing of the trade is reached around it.

Three statements: session, identity, and member with agency. On PostgreSQL the whole request is
one transaction, for that is how the database knows the agency; it is rolled back when the
answer is an error of ours. Nobody stays at an address that only takes what a form sends.
Whatever a view may raise on purpose is answered here, in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast
from urllib.parse import quote

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import is_valid_path
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.agencies.queries import at_hand
from rightday.db.row_security import enter
from rightday.team import front, queries
from rightday.team.models import Member
from rightday.team.rules import NotAllowed, Refused

SESSION_KEY: Final = "agency"
CHOOSE: Final = "/agencies/"
# Without an agency: sign-in, one-time links and invitations, whether the server is well.
PUBLIC: Final = ("/accounts/", "/static/", "/enter/", "/join/", "/health/", "/favicon.ico")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class MemberRequest(HttpRequest):
    """A request that came through the door, as every view of the trade gets it."""

    member: Member
    agency: Agency
    htmx: HtmxDetails


class Door:
    def __init__(self, get_response: Callable[[Any], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.path.startswith(PUBLIC):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return to_sign_in(request)
        if request.path == CHOOSE:
            return self.get_response(request)
        agency_id = request.session.get(SESSION_KEY)
        if agency_id is None:
            agency_id = only_agency(request)
            if agency_id is None:
                return redirect(f"{CHOOSE}?next={_back_to(request)}")
            request.session[SESSION_KEY] = agency_id
        with enter(agency_id):
            found = queries.at_door(request.user.pk)
            if found is not None:
                request.member, request.agency = found
                with at_hand(request.agency):
                    return self._behind(request)
        # They left, or the agency is gone: out at once, never silently into another one.
        del request.session[SESSION_KEY]
        if not queries.memberships(request.user.pk):
            raise Http404
        return redirect(CHOOSE)

    def _behind(self, request: MemberRequest) -> HttpResponse:
        response = self.get_response(request)
        # A view's error arrives here as an answer: without this its half-done work stays. SQLite
        # has no transaction around the request: there each action's own one is all there is.
        if response.status_code >= 500 and connection.vendor == "postgresql":
            transaction.set_rollback(True)
        # A form's own address, reached by the address bar or by coming back after signing in.
        if response.status_code == 405 and request.method in SAFE and not request.htmx:
            return redirect(place_above(request.path))
        return response

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """What views may raise: Stale and Refused 409, NotAllowed 403, a row that is not there 404."""
        if isinstance(problem, Stale):
            return front.stale(request, problem)
        if isinstance(problem, NotAllowed):
            return front.refused(request, str(problem))
        if isinstance(problem, Refused):
            return front.refused(request, str(problem), status=409, title=_("This cannot be done"))
        if isinstance(problem, ObjectDoesNotExist):
            return front.not_found(request)
        return None


def only_agency(request: HttpRequest) -> int | None:
    """The one agency this identity belongs to; None where they must choose. Raises Http404 without any."""
    mine = queries.memberships(cast("int", request.user.pk))
    if not mine:
        raise Http404
    return mine[0].agency_id if len(mine) == 1 and request.method in SAFE else None


def place_above(path: str) -> str:
    """The nearest address above that there is: "/leads/7/notes/" → "/leads/7/"; else the front page."""
    parts = path.strip("/").split("/")
    above = (f"/{'/'.join(parts[:length])}/" for length in range(len(parts) - 1, 0, -1))
    return next(filter(is_valid_path, above), "/")


def to_sign_in(request: Any) -> HttpResponse:
    """To the sign-in page and back; a piece of a page is told by status, for it cannot follow a redirect."""
    target = f"/accounts/login/?next={_back_to(request)}"
    # Results that wait in the browser follow the redirect, see where it ends, and go on waiting.
    if request.htmx and "X-Rightday-Outbox" not in request.headers:
        answer = HttpResponse(status=401)
        answer["HX-Redirect"] = target
        return answer
    return redirect(target)


def _back_to(request: Any) -> str:
    """The page asked for; for what a page sent, that page: what was typed waits on it."""
    if request.htmx:
        return quote(request.htmx.current_url_abs_path or "/")
    return quote(request.get_full_path()) if request.method in SAFE else "/"
