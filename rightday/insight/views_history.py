"""Screens of history: a period's leads and what became of each, the calls that close the gaps, the download."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.db.row_security import enter
from rightday.insight import answers, shown
from rightday.insight.answers import Asked
from rightday.insight.download import HEADER, line
from rightday.insight.periods import Span
from rightday.insight.queries_history import history as read
from rightday.insight.queries_list import history_list, to_call
from rightday.insight.rules import TAB_WORDS, Became, Tab, Tally
from rightday.leads.actions_sheet import MOST, Put, put_on_sheet
from rightday.leads.answers import acting
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Permission
from rightday.ui.fragments import toast

PATH = "/results/history/"
AT_ONCE = 500
"""Lines of a download read at once."""


@require_GET
def history(request: MemberRequest) -> HttpResponse:
    """Every lead generated in a period, and what became of it."""
    at, tab = answers.asked(request, usual=Span.MONTH), _tab(request)
    counted = read(at.period, on=at.today, whose=at.whose)
    part = history_list(at.period, tab=tab, on=at.today, whose=at.whose, after=request.GET.get("after", "")[:60])
    unknown = counted.tally.of(Became.UNKNOWN)
    values = {
        "at": at, "tab": tab, "title": at.period.title(at.today), "tally": counted.tally, "part": part,
        "share": shown.share(counted, at.today), "bars": shown.became_bars(counted.tally), "unknown": unknown,
        "unknown_words": shown.unknown_words(unknown), "calls_words": shown.calls_words(unknown),
        "silence": shown.silence_words(counted.tally), "switches": _switches(request, at, tab, counted.tally),
        "more": at.href(PATH, tab=tab.value, after=part.after) if part.after else "", "first": at.href(PATH, tab=tab),
        "download": at.href(f"{PATH}download/", tab=tab.value) if request.member.may(Permission.EXPORT) else "",
    }  # fmt: skip
    return page(request, "insight/pages/history.html", values)


@require_POST
def history_calls(request: MemberRequest) -> HttpResponse:
    """One call each about those nobody knows of, the longest silent first, on the sheets of their owners."""
    at = answers.asked(request, usual=Span.MONTH)
    said: list[Put] = []

    def act() -> str:
        ids = to_call(at.period, on=at.today, whose=at.whose, most=MOST)
        said.append(put_on_sheet(ids, by=request.member))
        return PATH

    acting(request, act)
    if said:
        none = _("All of them are on a sheet already, have agreed a day, or want no call.")
        toast(request, shown.put_words(said[0]) if said[0].number else none)
    return redirect(at.href(PATH))


@require_GET
def history_download(request: MemberRequest) -> StreamingHttpResponse:
    """The leads of a tab as a table, all of them."""
    request.member.must(Permission.EXPORT)
    at, tab = answers.asked(request, usual=Span.MONTH), _tab(request)
    name = f"history-{at.period.first}-{at.period.last}-{tab}.csv"
    answer = StreamingHttpResponse(_lines(request, at, tab), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


class _Echo:
    """What csv writes to: gives each line back."""

    def write(self, text: str) -> str:
        return text


def _lines(request: MemberRequest, at: Asked, tab: Tab) -> Iterator[str]:
    """Read on while they are sent: the agency is entered anew for each part, for the door has closed by then."""
    writer, after, begun = csv.writer(_Echo()), "", False
    yield "\ufeff" + writer.writerow(HEADER)  # the mark by which spreadsheets know UTF-8
    while after or not begun:
        begun = True
        with enter(request.agency):
            part = history_list(at.period, tab=tab, on=at.today, whose=at.whose, after=after, page=AT_ONCE)
        yield from (writer.writerow(line(row)) for _what, _words, _hint, rows in part.groups for row in rows)
        after = part.after


def _tab(request: MemberRequest) -> Tab:
    named = request.GET.get("tab", "")
    return Tab(named) if named in set(Tab) else Tab.ALL


def _switches(request: MemberRequest, at: Asked, tab: Tab, tally: Tally) -> dict[str, object]:
    """Periods, scopes and tabs, each an address of its own."""
    months = answers.months(at, PATH, tab=tab.value)
    free = not any(current for _words, _href, current in months)
    choose = f"{PATH}?{urlencode(at.params | {'tab': tab.value, 'choose': 'yes'})}"
    return {
        "months": (*months, (_("Choose"), choose, free)),
        "choosing": free or "choose" in request.GET,
        "scopes": answers.scopes(at, PATH, tab=tab.value),
        "tabs": [(TAB_WORDS[one], at.href(PATH, tab=one.value), tally.in_tab(one), one is tab) for one in Tab],
    }
