"""Today: the sheet, what is wanted from the day, why a call stands where it does, a call added."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agenda import actions, queries
from rightday.agenda.forms import AddCallForm, IntentionForm, shown
from rightday.agenda.rules import DoNotCall
from rightday.agenda.views_sheet import TodayPage, goals, today_page, when_words
from rightday.calls import queries as calls
from rightday.calls.actions_add import add_call
from rightday.calls.candidates import candidates
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page

TEMPLATE = "agenda/pages/today.html"


@require_GET
def today(request: MemberRequest) -> HttpResponse:
    """The ordered sheet of the day. An agency without anybody in its book begins at the first run."""
    found = today_page(request.member, shown=queries.ORDERED if "all" in request.GET else queries.SHOWN)
    if not found.due and not found.done_lines and team.is_empty_desk():
        return redirect("/start/")
    return _sheet(request, found)


@require_POST
def intention(request: MemberRequest) -> HttpResponse:
    """What this member wants from today."""
    day, form = team.today(request.member), IntentionForm(request.POST)
    right = form.is_valid()
    if right:
        seen, words = form.cleaned_data["seen"], form.cleaned_data["words"]
        actions.intend(request.member, day=day, words=words, outcomes=form.outcomes(), seen=seen, by=request.member)
    if not request.htmx:
        return redirect("today") if right else _sheet(request, today_page(request.member), form)
    found = queries.intention(request.member, day)
    reached = goals(found, calls.achieved_on(request.member, day))
    values = {"form": shown(found, None if right else form), "intended": found, "goals": reached}
    return blocks(request, TEMPLATE, values, main="intention", also=("results",), status=200 if right else 422)


@require_GET
def why(request: MemberRequest, step_id: int) -> HttpResponse:
    """What the rule used to put a call where it is."""
    values = {"reckoning": queries.reckoning(step_id, on=team.today(request.member))}
    if request.htmx:
        return blocks(request, "agenda/pages/why.html", values, main="dialog")
    return page(request, "agenda/pages/why.html", values)


def add(request: MemberRequest) -> HttpResponse:
    """A call added by hand: find the person, pick the day."""
    today = team.today(request.member)
    form = AddCallForm(request.POST or None, today=today, initial={"day": today})
    if request.method == "POST" and form.is_valid():
        return _added(request, form)
    asked = (request.GET.get("q") or request.POST.get("q") or "").strip()
    values = {"form": form, "asked": asked, "found": candidates(asked), "today": today}
    status = 422 if form.is_bound else 200
    if request.htmx:
        main = "found" if request.htmx.target == "found" else "dialog"
        return blocks(request, "agenda/pages/add.html", values, main=main, status=status)
    return page(request, "agenda/pages/add.html", values, status=status)


def _sheet(request: MemberRequest, found: TodayPage, wrong: IntentionForm | None = None) -> HttpResponse:
    form = shown(found.intended, wrong)
    values = {"today": found, "intended": found.intended, "form": form, "goals": found.goals}
    return page(request, TEMPLATE, values, counts={"today": found.due}, status=422 if wrong else 200)


def _added(request: MemberRequest, form: AddCallForm) -> HttpResponse:
    person = Person.objects.select_related("company").get(pk=form.cleaned_data["person"])
    try:
        step = add_call(person, on=form.cleaned_data["day"], by=request.member, why=form.cleaned_data["why"])
    except DoNotCall as problem:
        messages.error(request, str(problem))
        return redirect("today")
    when = when_words(step.due, step.earliest, team.today(request.member))
    messages.success(request, _("%(name)s is on the sheet, %(when)s.") % {"name": person.name, "when": when})
    return redirect("today")
