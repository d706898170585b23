"""The list and the board of leads, as one address asks for them; and both as a file."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from rightday.leads import board, list_page, lists
from rightday.leads.filters import Filters, Layout
from rightday.leads.process import Stage
from rightday.leads.views import new_lead
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import Permission

PIECES = ("filters", "tabs", "layouts")
"""What changes with the words typed, beside the rows."""


def leads(request: MemberRequest) -> HttpResponse:
    """The list, or the board (`?as=board`); a POST adds a lead. A form's empty fields leave the address."""
    if request.method == "POST":
        return new_lead(request)
    filters = filters_of(request.GET)
    if not request.htmx and any(not value for value in request.GET.values()):
        return redirect(filters.canonical)
    shown = _shown(request, filters)
    may = request.member.may(Permission.EXPORT)
    around = list_page.page_of(shown.asked, request.member, team.today(request.member), may_export=may)
    values = {"page": around, "list": shown}
    if request.htmx:
        return blocks(request, "leads/pages/leads.html", values, main="found", also=PIECES)
    return page(request, "leads/pages/leads.html", values, counts=lists.counted())


def _shown(request: MemberRequest, filters: Filters) -> board.Board | lists.LeadsList:
    """The board has open leads alone: ended ones are a list."""
    if filters.layout is Layout.BOARD and not filters.closed:
        return board.board_of(request.member, filters)
    return lists.leads_list(request.member, replace(filters, layout=Layout.LIST))


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
