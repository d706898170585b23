"""The list and the board of leads, as one address asks for them; and both as a file."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from rightday.leads.lists import board, narrowing
from rightday.leads.lists import listing as lists
from rightday.leads.lists import page as list_page
from rightday.leads.lists.filters import Filters, Layout
from rightday.leads.lists.narrowing import Asked
from rightday.leads.process.rules import Stage
from rightday.leads.views import new_lead
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import Permission

TEMPLATE = "leads/pages/leads.html"
PIECES = ("filters", "tabs", "layouts")
"""What changes with the words typed, beside the rows."""


def leads(request: MemberRequest) -> HttpResponse:
    """The list, or the board (`?as=board`); a POST adds a lead. A form's empty fields leave the address."""
    if request.method == "POST":
        return new_lead(request)
    filters = filters_of(request.GET)
    if not request.htmx and any(not value for value in request.GET.values()):
        return redirect(filters.canonical)
    values = _shown(request, filters)
    if request.htmx:
        return blocks(request, TEMPLATE, values, main="found", also=PIECES)
    return page(request, TEMPLATE, values)


@require_GET
def around(request: MemberRequest) -> HttpResponse:
    """What a browser asks for once the rows are there: counts of the tabs and the sidebar, the form of the filters."""
    filters = filters_of(request.GET)
    if not request.htmx:
        return page(request, TEMPLATE, _shown(request, filters, whole=True), counts=lists.counted())
    asked = narrowing.asked(filters, request.member, team.today(request.member))
    values = {"page": _page(request, asked, whole=True)}
    return blocks(request, TEMPLATE, values, also=("tabs", "filter_form", "nav"), counts=lists.counted())


def _shown(request: MemberRequest, filters: Filters, *, whole: bool = False) -> dict[str, object]:
    """The board has open leads alone: ended ones are a list."""
    if filters.layout is Layout.BOARD and not filters.closed:
        shown: board.Board | lists.LeadsList = board.board_of(request.member, filters)
    else:
        shown = lists.leads_list(request.member, replace(filters, layout=Layout.LIST))
    return {"page": _page(request, shown.asked, whole=whole), "list": shown}


def _page(request: MemberRequest, asked: Asked, *, whole: bool) -> list_page.Page:
    may = request.member.may(Permission.EXPORT)
    return list_page.page_of(asked, request.member, team.today(request.member), may_export=may, whole=whole)


@require_GET
def column(request: MemberRequest, stage: int) -> HttpResponse:
    """More cards of one column of the board; without script the list of it."""
    if stage not in set(Stage):
        raise Http404
    filters = filters_of(request.GET)
    shown = board.more_of(request.member, filters, Stage(stage), filters.after)
    if not request.htmx:
        return redirect(shown.all)
    return blocks(request, "leads/pages/column.html", {"column": shown}, main="cards")


def filters_of(query: QueryDict) -> Filters:
    """Of an address; a name that is there several times is a list."""
    return Filters.of({name: ",".join(filter(None, values)) for name, values in query.lists()})
