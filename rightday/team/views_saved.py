"""Saved views: keeping the list that is shown, and the page where they are named, shared and put in order."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies import settings_pages
from rightday.agencies.once import once
from rightday.leads.lists import view_counts, view_words
from rightday.team import actions_views as actions
from rightday.team import kept_views, queries, queries_views
from rightday.team.door import MemberRequest
from rightday.team.forms_saved import KeepForm, ViewForm, new_form, query_of
from rightday.team.front import blocks, page, refused
from rightday.team.kept_views import Screen
from rightday.team.queries_views import SideView, ViewRow
from rightday.team.rules import Refused
from rightday.team.shell import shell_of
from rightday.ui import fragments
from rightday.ui.fragments import toast
from rightday.ui.shell import SavedView

TEMPLATE = "team/pages/view_form.html"
PAGE = "team/pages/views.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """A form of a view: title, button, what is shown, where it is sent, the way back. `taken`: offer to replace."""

    form: Form
    title: str
    save: str
    about: str
    send: str
    back: str
    taken: bool = False


@require_GET
def new_view(request: MemberRequest) -> HttpResponse:
    """Asks for the name of the list that is shown."""
    return _ask(request, _new(new_form(request.GET)))


def views(request: MemberRequest) -> HttpResponse:
    """Keeps a list under a name; in the address bar, the page where the views are."""
    if request.method != "POST":
        return redirect("settings_views")
    form = KeepForm(request.POST)
    if not form.is_valid():
        return _ask(request, _new(form), 422)
    try:
        href = _once(request, lambda: _saved(request, form.cleaned_data))
    except Refused as problem:
        form.add_error("name", str(problem))
        return _ask(request, _new(form), 422)
    return _go(request, href)


@require_GET
def counts(request: MemberRequest) -> HttpResponse:
    """The sidebar's views with how many leads each has, for the browser once the page is there."""
    shown = queries_views.sidebar(request.member)
    numbers = _counted(request, shown)
    counted = tuple(SavedView(one.name, one.href, numbers.get(one.id, "")) for one in shown)
    return fragments.blocks(request, "ui/pages/base.html", {"shell": shell_of(request, views=counted)}, main="views")


@require_GET
def kept(request: MemberRequest) -> HttpResponse:
    """All views that the member sees, in their order; how many leads each has is asked for once they are there."""
    if request.htmx and "counts" in request.GET:
        return blocks(request, PAGE, {"numbers": _numbers(request)}, main="numbers")
    return page(request, PAGE, _page(request))


def view(request: MemberRequest, view_id: int) -> HttpResponse:
    """Another name, filter or reach for a view of one's own."""
    row = queries_views.the_view(request.member, view_id)
    if row.owner_id != request.member.pk:
        return refused(request, _("This view is %(name)s’s. Copy it, and change yours.") % {"name": row.owner.name})
    form = ViewForm(request.POST if request.method == "POST" else None, row)
    asked = Asked(form, _("Edit this view"), _("Save"), row.name, request.path, "/settings/views/")
    if not form.is_valid():
        return _ask(request, asked, 422 if form.is_bound else 200)
    try:
        actions.edit(row, **form.said(), by=request.member)
    except Refused as problem:
        form.add_error("name", str(problem))
        return _ask(request, asked, 422)
    toast(request, _("Saved: %(name)s") % {"name": row.name})
    return _go(request, "/settings/views/")


@require_POST
def place(request: MemberRequest, view_id: int) -> HttpResponse:
    """Another place in the order: up, down, or to the place of a number."""
    row = queries_views.the_view(request.member, view_id)
    actions.move(row, to=request.POST.get("act", "")[:10], by=request.member)
    return _changed(request)


@require_POST
def sidebar(request: MemberRequest, view_id: int) -> HttpResponse:
    """Into the sidebar, or out of it."""
    row = queries_views.the_view(request.member, view_id)
    actions.show(row, sidebar=bool(request.POST.get("sidebar")), by=request.member)
    return _changed(request)


@require_POST
def copying(request: MemberRequest, view_id: int) -> HttpResponse:
    """A colleague's view as one's own."""
    row = queries_views.the_view(request.member, view_id)
    return _acting(request, lambda: _("Copied: %(name)s") % {"name": actions.copy(row, by=request.member).name})


@require_POST
def removal(request: MemberRequest, view_id: int) -> HttpResponse:
    """Removes a view of one's own, for all who keep it."""
    row = queries_views.the_view(request.member, view_id)
    words = _("Removed: %(name)s") % {"name": row.name}

    def remove() -> str:
        actions.remove(row, by=request.member)
        return words

    return _acting(request, remove)


def _saved(request: MemberRequest, said: dict[str, Any]) -> str:
    kept = actions.save(
        said["name"], screen=said["screen"], query=said["query"], shared=said["shared"], by=request.member,
        replacing=bool(request.POST.get("replace")),
    )  # fmt: skip
    toast(request, _("Saved: %(name)s. It stands in your sidebar.") % {"name": kept.name})
    return queries_views.SideView(kept.pk, kept.name, Screen(kept.screen), kept.query).href


def _new(form: KeepForm) -> Asked:
    query = str(form["query"].value() or "")
    name = str(form["name"].value() or "")
    sent = str(form["screen"].value() or "")
    screen = Screen(sent) if sent in set(Screen) else Screen.LEADS
    href = kept_views.address(screen, query_of(screen, query))
    (about,) = view_words.describe([query]) if screen is Screen.LEADS else (screen.value.capitalize(),)
    taken = bool(form.is_bound and name)
    return Asked(form, _("Save this view"), _("Save view"), about, "/views/", href, taken)


def _ask(request: MemberRequest, asked: Asked, status: int = 200) -> HttpResponse:
    values = {"asked": asked, "form": asked.form}
    if request.htmx:
        return blocks(request, TEMPLATE, values, main="form", status=status)
    return page(request, TEMPLATE, values, status=status)


def _page(request: MemberRequest) -> dict[str, Any]:
    shown = queries_views.views_page(request.member)
    of_leads = [row for row in shown.rows if row.screen is Screen.LEADS]
    words = view_words.describe([row.query for row in of_leads])
    said = {row.id: text for row, text in zip(of_leads, words, strict=True)}
    others = {row.id: row.screen.value.capitalize() for row in shown.rows}
    return {"numbers": {}, "shown": shown, "words": others | said, "nav": settings_pages.nav(request.agency.name)}


def _numbers(request: MemberRequest) -> dict[int, str]:
    return _counted(request, queries_views.views_page(request.member).rows)


def _counted(request: MemberRequest, rows: Iterable[SideView | ViewRow]) -> dict[int, str]:
    """View → "7"; of lists that are not counted, none."""
    on = queries.today(request.member)
    return {
        row.id: view_counts.count_words(view_words.filters_of(row.query), request.member, on)
        for row in rows
        if row.screen is Screen.LEADS
    }


def _changed(request: MemberRequest) -> HttpResponse:
    if request.htmx:
        return blocks(request, PAGE, _page(request), main="kept", also=("views",))
    return redirect("settings_views")


def _acting(request: MemberRequest, act: Callable[[], str]) -> HttpResponse:
    try:
        toast(request, _once(request, act))
    except Refused as problem:
        return refused(request, str(problem))
    return _changed(request)


def _once(request: MemberRequest, act: Callable[[], str]) -> str:
    try:
        key = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        key = uuid.uuid4()
    return once(key, act)


def _go(request: MemberRequest, href: str) -> HttpResponse:
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": href})
    return HttpResponseRedirect(href)
