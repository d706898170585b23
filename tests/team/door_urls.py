"""Pages for the tests of the door."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpResponse
from django.urls import path

from rightday.agencies.once import Stale
from rightday.people.models import Person
from rightday.team.rules import NotAllowed, Permission, Refused
from rightday.urls import handler400, handler403, handler404, handler500  # noqa: F401
from rightday.urls import urlpatterns as ours


def who(request):
    return HttpResponse(f"{request.member.name} of {request.agency.name}")


def stale(request):
    raise Stale("Jo changed this lead.", who="Jo Lindqvist", when=datetime(2026, 11, 24, 9, 5, tzinfo=UTC))


def refused(request):
    raise NotAllowed(Permission.EXPORT)


def impossible(request):
    raise Refused("Not like this.")


def gone(request):
    Person.objects.get(pk=0)


def broken(request):
    Person.objects.create(name="Half done", key="half done")
    raise RuntimeError("on purpose")


urlpatterns = [
    path("who/", who),
    path("stale/", stale),
    path("refused/", refused),
    path("gone/", gone),
    path("impossible/", impossible),
    path("broken/", broken),
    *ours,
]
