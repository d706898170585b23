"""The small forms around a lead: each a dialog where there is script, a page where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.agencies.once import Stale
from rightday.agenda.rules import DoNotCall
from rightday.kernel.when import say_day
from rightday.leads import actions, queries, rules
from rightday.leads.answers import answer, ask, asking, changing, the_lead
from rightday.leads.forms import EvidenceForm, details_form, step_form
from rightday.leads.forms_outcome import OutcomeForm, outcome_form
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Shows
from rightday.people.actions_competitors import competitor_named
from rightday.people.queries_company import offered_competitors
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import refused
from rightday.team.models import Member


def evidence(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Something heard. What is left out of an answer just given ("Nadia is interviewing") is: she said so, today."""
    row = the_lead(lead_id)
    form = EvidenceForm(_data(request), today=team.today(request.member), initial={"true_on": _("today")})
    if not form.is_valid():
        return ask(request, asking(request, row, form, _("Add evidence"), _("Save")))
    heard = form.heard(row.person)
    changing(request, lead_id, lambda: actions.add_evidence(row, heard=heard, by=request.member))
    return answer(request, lead_id, _("Kept: %(what)s") % {"what": rules.SHOWS_WORDS[heard.shows].lower()})


@require_POST
def confirmation(request: MemberRequest, lead_id: int) -> HttpResponse:
    """The name, or the company, is spelled right."""
    row = the_lead(lead_id)
    shows = Shows.COMPANY_CONFIRMED if request.POST.get("shows") == Shows.COMPANY_CONFIRMED else Shows.NAME_CONFIRMED
    changing(request, lead_id, lambda: actions.confirm(row, shows=shows, by=request.member))
    return answer(request, lead_id, _("Confirmed: %(what)s") % {"what": rules.SHOWS_WORDS[shows].lower()})


def step(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Another day, time or objective for the next step."""
    row, today = the_lead(lead_id), team.today(request.member)
    form = step_form(_data(request), row, today)
    asked = asking(request, row, form, _("Change the next step"), _("Save"))
    if not form.is_valid():
        return ask(request, asked)
    try:
        changing(request, lead_id, lambda: actions.change_step(row, **form.change(), by=request.member))
    except Stale as problem:
        return ask(request, asked, problem=problem, seen={"seen_step": row.next_step_id})
    return answer(request, lead_id, _("Next step: %(day)s") % {"day": say_day(form.change()["due"], today)})


def outcome(request: MemberRequest, lead_id: int) -> HttpResponse:
    """How a lead ended, the day, who filled it, how we know."""
    row = the_lead(lead_id)
    form = outcome_form(_data(request), row, team.today(request.member))
    asked = replace(asking(request, row, form, _("End this lead"), _("End it")), offered=offered_competitors())
    if not form.is_valid():
        return ask(request, asked)
    now, how = row.next_step_id, Ending(form.cleaned_data["kind"])
    row.next_step_id = form.cleaned_data["seen_step"]  # what was shown: the action compares
    try:
        changing(request, lead_id, lambda: _end(row, form, request.member))
    except Stale as problem:
        return ask(request, asked, problem=problem, seen={"seen_step": now})
    return answer(request, lead_id, _("Ended: %(how)s") % {"how": rules.ENDING_WORDS[how].lower()})


@require_POST
def reopening(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Takes the outcome back."""
    row = the_lead(lead_id)
    try:
        changing(request, lead_id, lambda: actions.reopen(row, by=request.member))
    except DoNotCall as problem:
        return refused(request, str(problem), status=409, title=_("This lead stays ended"))
    return answer(request, lead_id, _("Open again"))


@require_POST
def notes(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Words kept on the lead; nothing typed, nothing kept."""
    row, words = the_lead(lead_id), request.POST.get("words", "").strip()[:20_000]
    if words:
        changing(request, lead_id, lambda: actions.note(row, words=words, by=request.member))
    return answer(request, lead_id, _("Noted") if words else "")


def details(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Title, owner, and who can speak for us."""
    row = the_lead(lead_id)
    form = details_form(_data(request), row, queries.owners())
    asked = asking(request, row, form, _("Change this lead"), _("Save"))
    if not form.is_valid():
        return ask(request, asked)
    said = form.cleaned_data | {"owner": Member.objects.get(pk=form.cleaned_data["owner"])}
    version = row.version
    try:
        changing(request, lead_id, lambda: actions.edit(row, **said, by=request.member))
    except Stale as problem:
        return ask(request, asked, problem=problem, seen={"seen": version})
    return answer(request, lead_id, _("Saved"))


def _end(lead: Lead, form: OutcomeForm, member: Member) -> None:
    """The competitor is found or added in the same transaction as the end."""
    name = form.cleaned_data["rival"]
    rival = competitor_named(name, by=member) if name else None
    actions.end(lead, **form.ending(), rival=rival, by=member)


def _data(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None
