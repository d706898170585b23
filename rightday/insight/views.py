"""Screens of results: what leaks and who filled; all leaks of a kind; competitors."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from rightday.insight import answers, shown
from rightday.insight.leaks import LEAK_WORDS, Leak
from rightday.insight.periods import Span
from rightday.insight.queries_history import tally
from rightday.insight.queries_leaks import all_leaks, one_leak
from rightday.leads.actions_sheet import Put, put_on_sheet
from rightday.leads.answers import acting
from rightday.leads.watching.queries_sightings import rivals
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.ui.fragments import toast


@require_GET
def results(request: MemberRequest) -> HttpResponse:
    """What leaks today. Who filled the leads of a period is counted once the leaks are there (`filled`)."""
    return page(request, "insight/pages/results.html", _results(request) | {"tally": None})


@require_GET
def filled(request: MemberRequest) -> HttpResponse:
    """Who filled the leads of a period: the piece that results ask for; without script all of their page."""
    at = answers.asked(request, usual=Span.QUARTER)
    counted = tally(at.period, on=at.today, whose=at.whose)
    bars = shown.filled_bars(counted, at.href("/results/history/", tab="unknown"))
    values = {
        "at": at, "words": at.period.words(at.today), "tally": counted, "bars": bars,
        "spans": answers.spans(at, "/results/"),
    }  # fmt: skip
    if request.htmx:
        return blocks(request, "insight/pages/results.html", values, main="filled")
    return page(request, "insight/pages/results.html", _results(request) | values)


def _results(request: MemberRequest) -> dict[str, Any]:
    at = answers.asked(request, usual=Span.QUARTER)
    whose = answers.leaking_whose(at, request.member)
    return {
        "at": at, "words": at.period.words(at.today), "whose": whose,
        "leaks": [one for one in all_leaks(on=at.today, whose=whose) if one.rows],
        "spans": answers.spans(at, "/results/"), "scopes": answers.scopes(at, "/results/"),
    }  # fmt: skip


@require_GET
def leaks(request: MemberRequest) -> HttpResponse:
    """All leads that leak in one way."""
    at, named = answers.asked(request, usual=Span.QUARTER), request.GET.get("kind", "")
    kind = Leak(named) if named in set(Leak) else Leak.ONCE
    whose = answers.leaking_whose(at, request.member)
    found = one_leak(kind, on=at.today, whose=whose, after=request.GET.get("after", "")[:60])
    tabs = [(LEAK_WORDS[one], at.href("/results/leaks/", kind=one.value), None, one is kind) for one in Leak]
    more = {"kind": kind.value, "scope": at.params["scope"], "after": found.after}
    values = {
        "leak": found, "at": at, "tabs": tabs, "whose": whose, "more": f"?{urlencode(more)}" if found.after else "",
        "scopes": answers.scopes(at, "/results/leaks/", kind=kind.value),
    }  # fmt: skip
    return page(request, "insight/pages/leaks.html", values)


@require_POST
def leak_on_sheet(request: MemberRequest) -> HttpResponse:
    """A lead that leaks gets its call today, on the sheet of whoever it belongs to."""
    pk, back = request.POST.get("lead", ""), request.POST.get("back", "")
    said: list[Put] = []

    def act() -> str:
        said.append(put_on_sheet([int(pk)] if pk.isdecimal() else [], by=request.member))
        return "/results/"

    acting(request, act)
    if said:
        toast(request, shown.put_words(said[0]))
    return redirect(back if back.startswith("/results/") else "/results/")


@require_GET
def competitors(request: MemberRequest) -> HttpResponse:
    """Rival agencies by name, with how often each was seen and what it filled."""
    after = request.GET.get("after", "")[:240]
    lines, more = rivals(on=team.today(request.member), after=after)
    values = {"lines": lines, "begins": not after, "more": f"?{urlencode({'after': more})}" if more else ""}
    return page(request, "insight/pages/competitors.html", values)
