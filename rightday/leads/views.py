"""Screens of leads: a new one, and one lead. Each works without script."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rightday.leads import actions, queries, rules
from rightday.leads.answers import acting, ask, asking_new, then_of
from rightday.leads.forms import NewLeadForm
from rightday.leads.process.track_shown import track_view
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.ui.fragments import toast


def new_lead(request: MemberRequest) -> HttpResponse:
    """A lead about somebody on record (`?person=`); whoever is not on record comes through quick capture."""
    person_id = request.POST.get("person") or request.GET.get("person") or ""
    if not person_id.isdecimal():
        return page(request, "leads/pages/nobody.html")
    person = Person.objects.select_related("company").get(pk=person_id)
    data = request.POST if request.method == "POST" else None
    form = NewLeadForm(data, today=team.today(request.member), initial={"true_on": _("today")})
    if not form.is_valid():
        return ask(request, asking_new(person, form))
    return redirect(acting(request, lambda: _create(request, person, form)))


@require_GET
def lead(request: MemberRequest, lead_id: int) -> HttpResponse:
    """One lead. `?before=` reads on in its timeline, `?on=` asks for the grade of a day."""
    before, on = request.GET.get("before"), request.GET.get("on", "")
    shown = queries.lead_page(request.member, lead_id, before=before)
    track = track_view(lead_id, team.today(request.member))
    values = {"lead": shown, "track": track, "then": then_of(request, lead_id, on)}
    if request.htmx and (before or "on" in request.GET):
        return blocks(request, "leads/pages/lead.html", values, main="events" if before else "then")
    return page(request, "leads/pages/lead.html", values)


def _create(request: MemberRequest, person: Person, form: NewLeadForm) -> str:
    made = actions.create(person, heard=form.evidence(person), title=form.cleaned_data["title"], by=request.member)
    toast(request, _("Saved. %(grade)s") % {"grade": rules.verdict(made.dates, form.today).sentence})
    return f"/leads/{made.pk}/"
