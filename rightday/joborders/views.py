"""Screens of job orders: the list, a new one, one order, and the small forms around it. Each works without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies.queries import here
from rightday.agenda.rules import DoNotCall
from rightday.joborders import actions, queries, queries_list
from rightday.joborders.forms import NewOrderForm, PointForm, TermsForm, kind_of, shown_terms
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import POINT_QUESTIONS, POINT_WORDS, Kind, Point
from rightday.kernel.when import say_day
from rightday.leads.answers import Asking, acting, ask
from rightday.leads.models import Lead
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Refused
from rightday.ui.fragments import toast


@require_GET
def orders(request: MemberRequest) -> HttpResponse:
    """Job orders, closest to the money first. `?view=`, `?whose=mine`, `?open=` shows one's reckoning."""
    opened = request.GET.get("open", "")
    shown = queries_list.orders_page(
        request.member, view=request.GET.get("view", "open"), mine=request.GET.get("whose") == "mine",
        open_row=int(opened) if opened.isdecimal() and len(opened) < 12 else 0,
    )  # fmt: skip
    return page(request, "joborders/pages/orders.html", {"orders": shown})


@require_GET
def order(request: MemberRequest, order_id: int) -> HttpResponse:
    """One job order."""
    shown = queries.order_page(request.member, order_id, before=request.GET.get("before"))
    return page(request, "joborders/pages/order.html", {"shown": shown, "order": shown.order})


def new_order(request: MemberRequest) -> HttpResponse:
    """An order taken directly, from a person (`?person=`), or from a lead (`?lead=`)."""
    lead, person = _lead(request), _person(request)
    form = NewOrderForm(
        data_of(request), today=team.today(request.member), currency=here().currency, initial=_begin(lead, person)
    )
    asked = asking(request, form, _("New job order"), _("Take the order"), back="/orders/")
    if not form.is_valid():
        return ask(request, asked)
    return _taken(request, asked, form, lead)


def terms(request: MemberRequest, order_id: int) -> HttpResponse:
    """Other terms of an order."""
    row, today = queries.the_order(order_id), team.today(request.member)
    form = TermsForm(data_of(request), today=today, currency=row.currency, initial=shown_terms(row, today))
    form.fields["kind"].disabled = True
    asked = asking(request, form, _("Change the order"), _("Save"), row)
    if not form.is_valid():
        return ask(request, asked)
    said = form.terms() | {"title": form.cleaned_data["title"], "seen": form.cleaned_data["seen"] or 0}
    return done(request, row, asked, lambda: actions.edit(row, by=request.member, **said), _("Saved"))


def point(request: MemberRequest, order_id: int, name: str) -> HttpResponse:
    """What somebody said of one of the eleven points."""
    if name not in set(Point):
        raise Http404
    row, today, which = queries.the_order(order_id), team.today(request.member), Point(name)
    form = PointForm(data_of(request), today=today, initial={"said_by": row.manager.name, "true_on": _("today")})
    asked = asking(request, form, POINT_WORDS[which], _("Save"), row, foot=POINT_QUESTIONS[which])
    if not form.is_valid():
        return ask(request, asked)
    said = form.cleaned_data
    words = _("Kept: %(what)s") % {"what": POINT_WORDS[which].lower()}
    return done(request, row, asked, lambda: actions.know(row, point=which, by=request.member, **said), words)


@require_POST
def notes(request: MemberRequest, order_id: int) -> HttpResponse:
    """Words kept on the order; nothing typed, nothing kept."""
    row, words = queries.the_order(order_id), request.POST.get("words", "").strip()[:20_000]
    if words:
        acting(request, lambda: actions.note(row, words=words, by=request.member) or address(row))
    return redirect("order", order_id)


def asking(
    request: MemberRequest,
    form: forms.Form,
    title: str,
    save: str,
    row: JobOrder | None = None,
    *,
    back: str = "",
    offered: tuple[str, ...] = (),
    foot: str = "",
) -> Asking:
    """A form about an order, sent to the address it was asked at."""
    about = f"{row.title}, {row.company.name}" if row else ""
    return Asking(form, title, save, about, address(row) if row else back, request.path, offered=offered, foot=foot)


def done(request: MemberRequest, row: JobOrder, asked: Asking, act: Callable[[], object], words: str) -> HttpResponse:
    """Acts once, then the order's page; the form again where what was asked cannot be."""

    def acted() -> str:
        act()
        return address(row)

    try:
        acting(request, acted)
    except (Refused, DoNotCall) as problem:
        asked.form.add_error(None, str(problem))
        return ask(request, asked)
    toast(request, words)
    return leave(request, address(row))


def leave(request: MemberRequest, to: str) -> HttpResponse:
    """To a page: for htmx the whole window goes there."""
    if not request.htmx:
        return redirect(to)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = to
    return response


def address(row: JobOrder) -> str:
    return f"/orders/{row.pk}/"


def data_of(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _taken(request: MemberRequest, asked: Asking, form: NewOrderForm, lead: Lead | None) -> HttpResponse:
    try:
        return leave(request, acting(request, lambda: _take(request, form, lead)))
    except (Refused, DoNotCall) as problem:
        form.add_error(None, str(problem))
        return ask(request, asked)


def _take(request: MemberRequest, form: NewOrderForm, lead: Lead | None) -> str:
    said, by = form.cleaned_data, request.member
    order = actions.take(
        manager=said["manager"], title=said["title"], kind=kind_of(said), by=by, lead=lead, **form.terms()
    )
    toast(request, _("Taken. Next call: %(day)s") % {"day": _due(request, order)})
    return address(order)


def _due(request: MemberRequest, order: JobOrder) -> str:
    return say_day(order.next_step.due, team.today(request.member)) if order.next_step else ""


def _begin(lead: Lead | None, person: Person | None) -> dict[str, Any]:
    who = lead.person if lead else person
    shown: dict[str, Any] = {"openings": 1, "kind": Kind.CONTRACT.value, "per": "day"}
    if who is not None:
        shown["manager"] = f"{who.name}, {who.company.name}" if who.company else who.name
    return shown | ({"title": lead.title, "lead": lead.pk} if lead else {})


def _lead(request: MemberRequest) -> Lead | None:
    said = request.POST.get("lead") or request.GET.get("lead") or ""
    links = ("person__company", "company", "owner", "next_step")
    return Lead.objects.select_related(*links).get(pk=said) if said.isdecimal() else None


def _person(request: MemberRequest) -> Person | None:
    said = request.GET.get("person") or ""
    return Person.objects.select_related("company").get(pk=said) if said.isdecimal() else None
