"""Watches: put down on a company's page, and answered on a page of their own. Each works without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies import queries as agencies
from rightday.kernel.when import say_day
from rightday.leads.answers import Asking, acting, ask
from rightday.leads.models import Intelligence
from rightday.leads.watching import actions, queries, queries_qualify, rules
from rightday.leads.watching.forms import AnswerForm, DropForm, DueForm, ManagerForm, WatchForm
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.rules import Watching
from rightday.people.actions_competitors import competitor_named
from rightday.people.models import Company
from rightday.people.queries_company import offered_competitors
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import Permission, Refused
from rightday.ui.fragments import toast

WAITING = "/leads/to-qualify/"


def new_watch(request: MemberRequest, company_id: int) -> HttpResponse:
    """An advertisement of this company, without its manager."""
    company, today = Company.objects.get(pk=company_id), team.today(request.member)
    days = agencies.numbers(Watching, "watches").days
    data = request.POST if request.method == "POST" else None
    form = WatchForm(data, today=today, days=days, initial={"true_on": _("today")})
    if not form.is_valid():
        back = f"/companies/{company_id}/"
        return ask(request, Asking(form, _("An advertisement"), _("Save"), company.name, back, request.path))
    return redirect(acting(request, lambda: _watch(request, company, form)))


@require_GET
def to_qualify(request: MemberRequest) -> HttpResponse:
    """Leads without a grade and what was heard with nobody to call. `?after=` reads on, `?q=` finds."""
    q, after = request.GET.get("q", "").strip()[:200], request.GET.get("after", "")
    values = {"list": queries_qualify.to_qualify(request.member, q=q, after=after)}
    if request.htmx:
        return blocks(request, "leads/pages/qualify.html", values, main="found")
    return page(request, "leads/pages/qualify.html", values)


@require_GET
def watch(request: MemberRequest, watch_id: int) -> HttpResponse:
    """What was heard, and the ways to answer it."""
    return _shown(request, queries.the_watch(watch_id))


@require_GET
def to_find_out(request: MemberRequest) -> HttpResponse:
    """Everything this member is to find out by today; whoever leads the team also sees what was left behind."""
    today = team.today(request.member)
    leads = request.member.may(Permission.TEAM_MANAGE)
    left = queries.left_behind(today) if leads else queries.ToFindOut((), "", False)
    values = {"found": queries.to_find_out(request.member, today), "left": left}
    return page(request, "leads/pages/find_out.html", values)


@require_POST
def day(request: MemberRequest, watch_id: int) -> HttpResponse:
    """Still open, or nobody knows: another day."""
    one, form = queries.the_watch(watch_id), DueForm(request.POST, today=team.today(request.member))

    def act() -> str:
        actions.postpone(one, **form.cleaned_data, by=request.member)
        return _("Asked again on %(day)s.") % {"day": say_day(form.cleaned_data["due"], form.today)}

    return _changed(request, one, "due", form, act)


@require_POST
def answer(request: MemberRequest, watch_id: int) -> HttpResponse:
    """The place was filled, or is gone."""
    one, form = queries.the_watch(watch_id), AnswerForm(request.POST, today=team.today(request.member))

    def act() -> str:
        name = form.cleaned_data["rival"]
        rival = competitor_named(name, by=request.member) if name else None
        seen_there.append(actions.answer(one, rival=rival, **form.answer(), by=request.member))
        return one.answer

    seen_there: list[Sighting | None] = []
    return _changed(request, one, "answer", form, act, lambda: _reopening(one, *seen_there))


@require_POST
def manager(request: MemberRequest, watch_id: int) -> HttpResponse:
    """Who the place is for: it becomes a lead of theirs."""
    one, form = queries.the_watch(watch_id), ManagerForm(request.POST, region=request.agency.country)

    def act() -> str:
        said = form.cleaned_data
        person = actions.manager_of(one, **form.person(), company=said["company"], by=request.member)
        actions.became(one, person=person, title=said["title"], seen=said["seen"], by=request.member)
        return _("A lead of %(name)s now, to qualify.") % {"name": person.name}

    return _changed(request, one, "manager", form, act)


@require_POST
def end(request: MemberRequest, watch_id: int) -> HttpResponse:
    """Not worth asking about any more."""
    one, form = queries.the_watch(watch_id), DropForm(request.POST)

    def act() -> str:
        actions.drop(one, **form.cleaned_data, by=request.member)
        return _("Dropped. What was heard stays on record.")

    return _changed(request, one, "drop", form, act, lambda: _reopening(one))


@require_POST
def reopening(request: MemberRequest, watch_id: int) -> HttpResponse:
    """It is watched again: an answer taken back, or asked about after all. `?seen=`: the version that was closed."""
    one, sent = queries.the_watch(watch_id), {name: request.GET.get(name, "") for name in ("seen", "sighting")}
    seen, sighting = (int(text) if text.isdecimal() else -1 for text in sent.values())

    def act() -> str:
        actions.reopen(one, seen=seen, sighting=max(sighting, 0), by=request.member)
        toast(request, _("It is watched again."))
        return f"/leads/watches/{one.pk}/"

    return redirect(acting(request, act))


def _reopening(one: Intelligence, sighting: Sighting | None = None) -> str:
    """Where the answer just given is taken back."""
    asked = {"seen": one.version} | ({"sighting": sighting.pk} if sighting else {})
    return f"{reverse('watch_reopening', args=(one.pk,))}?{urlencode(asked)}"


def _watch(request: MemberRequest, company: Company, form: WatchForm) -> str:
    kept = actions.watch(company, **form.cleaned_data, by=request.member)
    toast(request, _("Kept. Asked about on %(day)s.") % {"day": say_day(kept.due or form.today, form.today)})
    return f"/companies/{company.pk}/"


def _changed(
    request: MemberRequest,
    one: Intelligence,
    name: str,
    form: Form,
    act: Callable[[], str],
    undo: Callable[[], str] = str,
) -> HttpResponse:
    """Acts once, says what was done and where it is taken back (`undo`, asked once it is done), and shows where it
    stands now; the page with what is wrong else."""
    if not form.is_valid():
        return _shown(request, one, {name: form})
    try:
        return redirect(acting(request, lambda: _told(request, one, act(), undo)))
    except Refused as problem:
        form.add_error(None, str(problem))
        return _shown(request, queries.the_watch(one.pk), {name: form})


def _told(request: MemberRequest, one: Intelligence, words: str, undo: Callable[[], str]) -> str:
    toast(request, words, undo=undo())
    if one.became_id:
        return f"/leads/{one.became_id}/"
    return WAITING if one.closed_on else f"/leads/watches/{one.pk}/"


def _shown(request: MemberRequest, one: Intelligence, typed: dict[str, Form] | None = None) -> HttpResponse:
    today, region, seen = team.today(request.member), request.agency.country, {"seen": one.version}
    due = rules.ask_on(today, today, agencies.numbers(Watching, "watches").days)
    forms: dict[str, Any] = {
        "due": DueForm(today=today, initial=seen | {"due": say_day(due, today)}),
        "answer": AnswerForm(today=today, initial=seen | {"on": _("today")}),
        "manager": ManagerForm(region=region, initial=seen | {"company": one.company.name if one.company else ""}),
        "drop": DropForm(initial=seen),
    }
    values = {
        "one": queries.watched(one, request.member),
        "forms": forms | (typed or {}),
        "offered": offered_competitors(),
    }
    return page(request, "leads/pages/watch.html", values, status=422 if typed else 200)
