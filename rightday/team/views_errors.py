"""Answers to what went wrong, in our own look. Django calls these; the door calls `front` itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _

from rightday.team import front


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    words = _("What was sent could not be read. Go back, look at the form, and send it again.")
    return front.refused(request, words, status=400, title=_("Not understood"))


def no_access(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return front.refused(request, _("Your role does not allow this. A manager of your agency can."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return front.not_found(request)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the sign-in changed, or cookies are off."""
    words = _("This page was open too long, or you signed in again elsewhere. Load it again, then send it.")
    return front.refused(request, words, title=_("The form has expired"), typed=front.typed(request))


def broken(request: HttpRequest) -> HttpResponse:
    """An error of ours. Needs no database: it may be what is broken."""
    return HttpResponse(get_template("team/pages/broken.html").render({}, request), status=500)
