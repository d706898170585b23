"""Something done to many leads: asked, begun, gone on with, looked at, taken back. Each works without script."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies.clock import now
from rightday.agencies.once import once
from rightday.leads.bulk import actions
from rightday.leads.bulk import queries as queries_acts
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.forms import form_of, kind_of
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.lists.models import BulkAct, Label
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page, refused
from rightday.team.rules import Refused
from rightday.ui.fragments import toast

TITLES = {
    BulkKind.TODAY: (lazy("Add to today"), lazy("Add to today")),
    BulkKind.HAND: (lazy("Hand to a colleague"), lazy("Hand over")),
    BulkKind.MOVE: (lazy("Move to a milestone"), lazy("Move")),
    BulkKind.STEP: (lazy("Change the next step"), lazy("Change the day")),
    BulkKind.LABEL: (lazy("Label"), lazy("Save label")),
}
ACT = "leads/pages/act.html"
FORM = "leads/pages/act_form.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a selection: ids, or all of a view (`all` is its query). `count` in words; `back` the list."""

    kind: BulkKind
    title: str
    save: str
    ids: tuple[int, ...]
    all: str | None
    count: str
    back: str
    labels: tuple[str, ...]


@require_GET
def asking(request: MemberRequest) -> HttpResponse:
    """Asks what a kind needs to know."""
    kind = _kind(request.GET)
    ids, problem = _selected(request, request.GET)
    if problem or not ids:
        return refused(request, problem or _("No lead is selected. Tick the ones you mean first."), status=422,
                       title=_("Nothing has been done"))  # fmt: skip
    form = form_of(kind, None, today=team.today(request.member), by=request.member)
    return _ask(request, _asked(request.GET, kind, ids), form)


def acts(request: MemberRequest) -> HttpResponse:
    """One's own last acts; a POST does something to many leads."""
    if request.method != "POST":
        return page(request, "leads/pages/acts.html", {"acts": queries_acts.last_acts(request.member, now=now())})
    kind = _kind(request.POST)
    ids, problem = _selected(request, request.POST)
    if problem:
        return refused(request, problem, status=422, title=_("Nothing has been done"))
    form = form_of(kind, request.POST, today=team.today(request.member), by=request.member)
    if not form.is_valid():
        return _ask(request, _asked(request.POST, kind, ids), form, 422)
    try:
        href = _once(request, lambda: _begun(request, kind_of(kind, form), ids, form.values(request.member)))
    except Refused as problem:
        return refused(request, str(problem), status=422, title=_("Nothing has been done"))
    return _go(request, href)


@require_GET
def act(request: MemberRequest, act_id: int) -> HttpResponse:
    """One act: how far it is, what was left alone, and the way back."""
    return _shown(request, queries_acts.the_act(act_id))


@require_POST
def going_on(request: MemberRequest, act_id: int) -> HttpResponse:
    """The next part; the page asks for one after the other."""
    return _shown(request, actions.go_on(queries_acts.the_act(act_id), by=request.member))


@require_POST
def undoing(request: MemberRequest, act_id: int) -> HttpResponse:
    """Takes an act back."""
    try:
        row = actions.undo(queries_acts.the_act(act_id), by=request.member)
    except Refused as problem:
        return refused(request, str(problem), title=_("This stays as it is"))
    if row.finished_at is None or row.kept:
        return _go(request, f"/leads/acts/{row.pk}/")
    toast(request, _back_words(row))
    return _go(request, str(row.values.get("back") or "/leads/"))


@require_GET
def counting(request: MemberRequest) -> HttpResponse:
    """How many leads are in a view, for who has ticked all that are shown."""
    query = request.GET.get("all", "")[:2_000]
    number = queries_acts.count_of(query, request.member, team.today(request.member))
    return blocks(request, "leads/pages/bulk.html", {"number": number, "page": {"state": query}}, main="all")


def _begun(request: MemberRequest, kind: BulkKind, ids: list[int], values: dict[str, Any]) -> str:
    back = _back(request.POST)
    persons = request.POST.getlist("person")
    aside = queries_acts.of_persons(persons)[1] if persons else ""
    row = actions.begin(kind, leads=ids, values=values | {"back": back, "aside": aside}, by=request.member)
    here = f"/leads/acts/{row.pk}/"
    if row.finished_at is None:
        return here
    toast(request, done_words(row), undo=f"{here}undoing/" if row.before else "")
    return back


def done_words(row: BulkAct) -> str:
    """ "Added to today: 12 leads. Left out, 2: it has ended"; of persons also who has no lead to call about."""
    count = len(row.before)
    number = ngettext("%(count)s lead", "%(count)s leads", count) % {"count": f"{count:,}"} if count else _("no lead")
    return ". ".join(filter(None, (f"{queries_acts.words_of(row)}: {number}", bulk_acts.left_out(row.skipped),
                                  str(row.values.get("aside", "")))))  # fmt: skip


def _back_words(row: BulkAct) -> str:
    count = row.undone - len(row.kept)
    words = ngettext("Taken back: %(count)s lead is as it was.", "Taken back: %(count)s leads are as they were.", count)
    return words % {"count": f"{count:,}"}


def _selected(request: MemberRequest, data: Any) -> tuple[list[int], str]:
    """Ids of leads, and what is wrong with the selection; of persons, the lead of each that is due first."""
    if data.getlist("person"):
        ids, aside = queries_acts.of_persons(data.getlist("person"))
        return ids, "" if ids else aside
    query = data.get("all", "")[:2_000] if "all" in data else None
    return queries_acts.selected(data.getlist("selected"), query, request.member, team.today(request.member))


def _asked(data: Any, kind: BulkKind, ids: list[int]) -> Asked:
    title, save = TITLES[kind]
    count = ngettext("%(count)s lead", "%(count)s leads", len(ids)) % {"count": f"{len(ids):,}"}
    query = data.get("all", "")[:2_000] if "all" in data else None
    labels = Label.objects.order_by("key").values_list("name", flat=True)[:200] if kind is BulkKind.LABEL else ()
    shown = () if query is not None else tuple(ids)
    return Asked(kind, str(title), str(save), shown, query, count, _back(data), tuple(labels))


def _ask(request: MemberRequest, asked: Asked, form: Any, status: int = 200) -> HttpResponse:
    values = {"asked": asked, "form": form}
    if request.htmx:
        return blocks(request, FORM, values, main="form", status=status)
    return page(request, FORM, values, status=status)


def _shown(request: MemberRequest, row: BulkAct) -> HttpResponse:
    if request.method == "POST" and not request.htmx:
        return redirect("lead_act", row.pk)
    values = {"act": queries_acts.act_shown(row, request.member, now=now())}
    if request.htmx:
        return blocks(request, ACT, values, main="act")
    return page(request, ACT, values)


def _kind(data: Any) -> BulkKind:
    """What the bar offers; the two others are chosen inside a form."""
    asked = data.get("kind", "")
    if asked not in {one.value for one in TITLES}:
        raise Http404
    return BulkKind(asked)


def _back(data: Any) -> str:
    """The list that was shown, and nowhere else."""
    back = str(data.get("back", ""))[:1_500]
    ours = back.startswith(("/leads/", "/people/")) and url_has_allowed_host_and_scheme(back, None)
    return back if ours else "/leads/"


def _once(request: MemberRequest, act: Any) -> str:
    try:
        key = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        key = uuid.uuid4()
    return once(key, act)


def _go(request: MemberRequest, href: str) -> HttpResponse:
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": href})
    return HttpResponseRedirect(href)
