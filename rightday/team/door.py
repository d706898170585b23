"""The door: sign-in → member → agency. Nothing of the trade is reached around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from rightday.db.row_security import enter
from rightday.team.models import Member


class Door:
    def __init__(self, get_response: Callable[[Any], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.path.startswith(("/accounts/", "/static/")):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect(f"/accounts/login/?next={request.path}")
        agency_id = request.session.get("agency")
        if agency_id is None:
            raise Http404
        with enter(agency_id):
            request.member = Member.objects.filter(identity_id=request.user.pk).first()
            if request.member is None:
                raise Http404
            response = self.get_response(request)
            # A view's error arrives here as an answer: without this its half-done work stays.
            if response.status_code >= 500 and connection.in_atomic_block:
                transaction.set_rollback(True)
            return response
