"""Settings of the agency, and whether the server is well."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rightday.agencies import queries, settings_pages, views_preview
from rightday.agencies.forms import AgencyForm, ExpectationsForm, HoldsForm, ScoreForm, WatchForm, countries
from rightday.agencies.rules import CallHours
from rightday.agenda.actions import rescore_all
from rightday.agenda.rules import Numbers
from rightday.leads.actions_holds import regrade
from rightday.leads.handoffs.rules import Clocks
from rightday.leads.rules import Holds
from rightday.leads.watching.rules import Watching
from rightday.team import actions_agency
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Permission
from rightday.ui.fragments import toast


def health(request: HttpRequest) -> HttpResponse:
    """ "ok" when the database answers, else 503: for whatever watches the server. No session."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("The database does not answer.", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def agency(request: MemberRequest) -> HttpResponse:
    """Name, place and call hours; POST saves them."""
    kept, hours = request.agency, queries.numbers(CallHours, "hours")
    plain = {name: getattr(kept, name) for name in ("name", "country", "subdivision", "zone", "currency")}
    shown = {"earliest": f"{hours.earliest:%H:%M}", "latest": f"{hours.latest:%H:%M}", "days": [*map(str, hours.days)]}
    form = AgencyForm(request.POST or None, initial=plain | shown | {"seen": kept.version})
    if request.method == "POST" and form.is_valid():
        changed = {name: form.cleaned_data[name] for name in plain}
        seen = form.cleaned_data["seen"]
        actions_agency.edit_agency(kept, seen=seen, by=request.member, hours=form.hours(), **changed)
        return _saved(request, "settings")
    return _settings(request, "settings.html", form, {"countries": countries()})


def grades(request: MemberRequest) -> HttpResponse:
    """How long each grade holds; shows what a change does today, then saves it. And how long a watch waits."""
    was = queries.numbers(Holds, "grades")
    kept = {"hot": was.hot, "warm": was.warm, "cold": was.cold, "seen": request.agency.version}
    form = HoldsForm(request.POST or None, initial=kept)
    changes: Any = ()
    if request.method == "POST" and form.is_valid():
        if "save" in request.POST:
            return _save_numbers(request, form.holds(), form.cleaned_data["seen"], was)
        changes = views_preview.grades(was, form.holds(), on=team.today(request.member))
    return _grades(request, form, changes=changes)


def watches(request: MemberRequest) -> HttpResponse:
    """After how many days an advertisement without a manager is asked about; POST saves it."""
    if request.method != "POST":
        return redirect("settings_grades")
    form = WatchForm(request.POST)
    if not form.is_valid():
        return _grades(request, watch=form)
    numbers, seen = Watching(form.cleaned_data["days"]), form.cleaned_data["seen"]
    actions_agency.change_numbers(request.agency, section="watches", numbers=numbers, seen=seen, by=request.member)
    return _saved(request, "settings_grades")


def expectations(request: MemberRequest) -> HttpResponse:
    """What the team agreed about hand-offs; `usual` puts all of it back. Offers that wait keep their clocks."""
    kept, was = request.agency, queries.numbers(Clocks, "handoffs")
    form = ExpectationsForm(request.POST or None, now=was, seen=kept.version)
    usual = "usual" in request.POST
    if request.method == "POST" and (usual or form.is_valid()):
        numbers, seen = (Clocks(), kept.version) if usual else (form.clocks(), form.cleaned_data["seen"])
        actions_agency.change_numbers(kept, section="handoffs", numbers=numbers, seen=seen, by=request.member)
        return _saved(request, "settings_expectations")
    return _settings(request, "expectations.html", form, {"usual": Clocks(), "changed": was != Clocks()})


def score(request: MemberRequest) -> HttpResponse:
    """Every number of the order of calls; `usual` puts all of them back."""
    was = queries.numbers(Numbers, "score")
    if request.method == "POST" and "usual" in request.POST:
        return _save_numbers(request, Numbers(), request.agency.version)
    form = ScoreForm(request.POST or None, now=was, seen=request.agency.version)
    change = None
    if request.method == "POST" and form.is_valid():
        if "save" in request.POST:
            return _save_numbers(request, form.numbers(), form.cleaned_data["seen"])
        change = views_preview.order(request.member, was, form.numbers(), on=team.today(request.member))
    return _settings(request, "score.html", form, {"change": change, "changed": was != Numbers()})


def _grades(
    request: MemberRequest, form: HoldsForm | None = None, *, watch: WatchForm | None = None, changes: Any = ()
) -> HttpResponse:
    was, seen = queries.numbers(Holds, "grades"), request.agency.version
    form = form or HoldsForm(initial={"hot": was.hot, "warm": was.warm, "cold": was.cold, "seen": seen})
    watch = watch or WatchForm(initial={"days": queries.numbers(Watching, "watches").days, "seen": seen})
    values = {"was": was, "changes": changes, "usual": Holds(), "watch": watch, "watching": Watching()}
    return _settings(request, "grades.html", form, values, wrong=bool(watch.errors))


def _save_numbers(
    request: MemberRequest, numbers: Holds | Numbers, seen: int, was: Holds | None = None
) -> HttpResponse:
    """The numbers and all that rests on them, or neither: dates of the leads, order of the calls."""
    section = "score" if was is None else "grades"
    with transaction.atomic():
        actions_agency.change_numbers(request.agency, section=section, numbers=numbers, seen=seen, by=request.member)
        if was is not None and isinstance(numbers, Holds):
            regrade(was=was, holds=numbers, by=request.member)
        rescore_all(by=request.member)
    return _saved(request, f"settings_{section}")


def _saved(request: MemberRequest, back: str) -> HttpResponse:
    toast(request, _("Saved for everybody at %(agency)s.") % {"agency": request.agency.name})
    return redirect(back)


def _settings(
    request: MemberRequest, template: str, form: Any, values: dict[str, Any], *, wrong: bool = False
) -> HttpResponse:
    shared = {
        "form": form,
        "nav": settings_pages.nav(request.agency.name),
        "may": request.member.may(Permission.AGENCY_SETTINGS),
    }
    return page(request, f"agencies/pages/{template}", shared | values, status=422 if form.errors or wrong else 200)
