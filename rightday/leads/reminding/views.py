"""What cannot wait, for the browser that shows it."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from rightday.agencies import clock
from rightday.leads.reminding.queries import must_not_wait
from rightday.team.door import MemberRequest


@require_GET
def reminders(request: MemberRequest) -> HttpResponse:
    """Whose moment has come, each with a key that stays the same all day; nothing for who turned it off."""
    now = clock.now()
    found = must_not_wait(request.member, now=now) if request.member.notify else ()
    shown = [
        {"key": one.key, "title": one.title, "words": one.words, "href": one.href}
        for one in found
        if one.said_from <= now
    ]
    return JsonResponse({"reminders": shown}, headers={"Cache-Control": "no-store"})
