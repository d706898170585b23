"""Against us: a competitor seen at a lead, put down in a dialog and taken back with a button."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.leads.answers import answer, ask, asking, changing, the_lead
from rightday.leads.models import Lead
from rightday.leads.watching import actions_sightings
from rightday.leads.watching.forms_sightings import SightingForm
from rightday.leads.watching.models import Sighting
from rightday.people.actions_competitors import competitor_named
from rightday.people.queries_company import offered_competitors
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.models import Member
from rightday.team.rules import Refused


def sightings(request: MemberRequest, lead_id: int) -> HttpResponse:
    """A competitor was seen there."""
    row, data = the_lead(lead_id), request.POST if request.method == "POST" else None
    form = SightingForm(data, today=team.today(request.member), initial={"seen_on": _("today")})
    asked = replace(asking(request, row, form, _("Against us"), _("Save")), offered=offered_competitors())
    if not form.is_valid():
        return ask(request, asked)
    try:
        changing(request, lead_id, lambda: _see(row, form, request.member))
    except Refused as problem:
        form.add_error("rival", str(problem))
        return ask(request, asked)
    return answer(request, lead_id, _("Kept: %(name)s was seen here") % {"name": form.cleaned_data["rival"]})


@require_POST
def sighting_removal(request: MemberRequest, lead_id: int, sighting_id: int) -> HttpResponse:
    """It was not so."""
    seen = Sighting.objects.select_related("competitor", "company", "lead").filter(lead_id=lead_id).get(pk=sighting_id)
    changing(request, lead_id, lambda: actions_sightings.take_back(seen, by=request.member))
    return answer(request, lead_id, _("Taken back: %(name)s was not seen here") % {"name": seen.competitor.name})


def _see(lead: Lead, form: Any, member: Member) -> None:
    """The competitor is found or added in the same transaction."""
    rival = competitor_named(form.cleaned_data["rival"], by=member)
    actions_sightings.see(rival, lead=lead, **form.sighting(), by=member)
