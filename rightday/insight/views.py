"""Screens of results: leaks and who filled, competitors."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from rightday.leads.queries_sightings import rivals
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page


@require_GET
def competitors(request: MemberRequest) -> HttpResponse:
    """Rival agencies by name, with how often each was seen and what it filled."""
    after = request.GET.get("after", "")[:240]
    lines, more = rivals(on=team.today(request.member), after=after)
    values = {"lines": lines, "begins": not after, "more": f"?{urlencode({'after': more})}" if more else ""}
    return page(request, "insight/pages/competitors.html", values)
