"""Deciding pairs one by one or many at once, merging with a look before, taking apart, looking through the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from rightday.agenda import actions as agenda
from rightday.intake.showing.pairs import pairs_of
from rightday.intake.showing.queries import the_import
from rightday.leads import actions as leads
from rightday.people.answers import acting, done
from rightday.people.duplicates import actions, finding, queries, shown
from rightday.people.duplicates.joining import Choice
from rightday.people.duplicates.models import Merge
from rightday.people.duplicates.shown import KINDS, PairPage, Queue
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.ui.fragments import toast

ALL = 100


@dataclass(frozen=True, slots=True)
class DuplicatesScreen:
    """The queue with one pair, or with none; `merging` looks at what a merge would do."""

    queue: Queue
    at: PairPage | None
    merging: bool = False


@require_GET
def duplicates(request: MemberRequest, kind: str) -> HttpResponse:
    """The likeliest pair that waits; without one, where one looks through the whole book."""
    among = _of_file(request, kind)
    waiting = shown.waiting(kind, team.today(request.member), among.pairs).values_list("pk", flat=True).first()
    if waiting is not None:
        return redirect(_address(kind, waiting) + among.query)
    return page(request, "people/pages/duplicates.html", DuplicatesScreen(_queue(request, kind), None))


def duplicate(request: MemberRequest, kind: str, pair_id: int) -> HttpResponse:
    """Two records side by side; a decision but for a merge, which is looked at first."""
    if request.method == "POST":
        return redirect(acting(request, lambda: _decide(request, kind, pair_id, request.POST.get("is", ""))))
    return page(request, "people/pages/duplicates.html", _screen(request, kind, pair_id))


def duplicate_merge(request: MemberRequest, kind: str, pair_id: int) -> HttpResponse:
    """What a merge would do, and doing it."""
    if request.method == "POST":
        return redirect(acting(request, lambda: _merge_pair(request, kind, pair_id)))
    return page(request, "people/pages/duplicates.html", _screen(request, kind, pair_id, merging=True))


def duplicates_all(request: MemberRequest, kind: str) -> HttpResponse:
    """Pairs as a list: many are decided at once."""
    if request.method == "POST":
        return redirect(acting(request, lambda: _decide_many(request, kind)))
    return page(request, "people/pages/duplicates_all.html", {"queue": _queue(request, kind, limit=ALL)})


@require_POST
def duplicates_search(request: MemberRequest) -> HttpResponse:
    """Looks through the whole book, in the background."""
    finding.begin(by=request.member)
    return redirect(done(request, _("Looking through the whole book. What may be one is listed here."), "/duplicates/"))


@require_POST
def merge_apart(request: MemberRequest, merge_id: int) -> HttpResponse:
    """Takes a merge apart again."""
    merge = Merge.objects.get(pk=merge_id)

    def act() -> str:
        apart = actions.unmerge(merge, by=request.member)
        _follow(request, apart.kept)
        _follow(request, apart.back)
        place = "person" if isinstance(apart.kept, Person) else "company"
        words = _("Two records again: %(kept)s and %(back)s.") % {"kept": apart.kept.name, "back": apart.back.name}
        return done(request, words, reverse(place, args=[apart.kept.pk]))

    return redirect(acting(request, act))


def moved(model: Any, pk: int) -> HttpResponse:
    """The address of a record that was merged away leads to the kept one; raises DoesNotExist for any other."""
    kept = queries.where(model, pk)
    if kept is None:
        raise model.DoesNotExist
    return redirect("person" if model is Person else "company", kept)


@dataclass(frozen=True, slots=True)
class OfFile:
    """Pairs that one import suggested, where the address names it; else all (None)."""

    pairs: Any = None
    file: str = ""
    query: str = ""


def _of_file(request: MemberRequest, kind: str) -> OfFile:
    """Raises DoesNotExist for an import that is none of the agency's."""
    asked = request.GET.get("import", "")
    if kind != "persons" or not asked.isdecimal():
        return OfFile()
    batch = the_import(int(asked))
    return OfFile(pairs_of(batch), batch.name, f"?import={batch.pk}")


def _queue(request: MemberRequest, kind: str, at: int = 0, limit: int = shown.LINES) -> Queue:
    some = _of_file(request, kind)
    return shown.queue(
        kind, today=team.today(request.member), at=at, limit=limit, among=some.pairs, file=some.file, query=some.query
    )


def _screen(request: MemberRequest, kind: str, pair_id: int, *, merging: bool = False) -> DuplicatesScreen:
    return DuplicatesScreen(_queue(request, kind, pair_id), shown.pair_page(kind, pair_id), merging)


def _address(kind: str, pair_id: int) -> str:
    return reverse(f"duplicate_{kind}", args=[pair_id])


def _decide(request: MemberRequest, kind: str, pair_id: int, answer: str) -> str:
    pair = KINDS[kind][0].objects.get(pk=pair_id)
    query = _of_file(request, kind).query
    back = reverse(f"duplicates_{kind}") + query
    if answer == "two":
        actions.keep_two(pair, by=request.member)
        return done(request, _("Two records, and not suggested again."), back)
    if answer in ("ask", "later"):
        actions.put_off(pair, by=request.member, ask=answer == "ask")
        words = _("Noted as a question for the next call.") if answer == "ask" else _("Later: it comes back in a week.")
        return done(request, words, back)
    return done(request, _("Nothing was changed."), _address(kind, pair_id) + query)


def _merge_pair(request: MemberRequest, kind: str, pair_id: int) -> str:
    at = shown.pair_page(kind, pair_id)
    first = request.POST.get("first", "")
    choice = Choice(
        request.POST.get("name") == str(at.gone.pk), request.POST.get("position") == str(at.gone.pk),
        int(first) if first.isdecimal() else 0,
    )  # fmt: skip
    merge = _merge(request, kind, at, choice)
    toast(request, _("Merged %(name)s.") % {"name": merge.gone_name}, undo=reverse("merge_apart", args=[merge.pk]))
    return reverse(f"duplicates_{kind}") + _of_file(request, kind).query


@transaction.atomic
def _merge(request: MemberRequest, kind: str, at: PairPage, choice: Choice) -> Merge:
    if kind == "companies":
        merge = actions.merge_companies(at.kept.pk, gone=at.gone.pk, by=request.member, choice=choice)
    else:
        merge = actions.merge_persons(at.kept.pk, gone=at.gone.pk, by=request.member, choice=choice)
        if at.kept.do_not_call != at.gone.do_not_call:
            person = Person.objects.select_related("company").get(pk=at.kept.pk)
            leads.refuse(person, words=_("One of two records that were put together said no."), by=request.member)
    _follow(request, type(at.kept).objects.get(pk=at.kept.pk))
    return merge


def _follow(request: MemberRequest, row: Person | Company) -> None:
    """Calls take the place, the hours and the chance to answer that follow from the record."""
    if isinstance(row, Person):
        agenda.reorder_for(row, by=request.member)
    else:
        agenda.reorder_for_company(row, by=request.member)


def _decide_many(request: MemberRequest, kind: str) -> str:
    chosen = [int(pk) for pk in request.POST.getlist("selected")[:ALL] if pk.isdecimal()]
    answer, through = request.POST.get("is", ""), 0
    for pair in KINDS[kind][0].objects.filter(pk__in=chosen, decided_at=None).order_by("-likeness", "pk"):
        # One pair may be gone by the merge of another: its records are one by now.
        if not type(pair).objects.filter(pk=pair.pk).exists():
            continue
        if answer == "one":
            _merge(request, kind, shown.pair_page(kind, pair.pk), Choice())
        elif answer == "two":
            actions.keep_two(pair, by=request.member)
        through += answer in ("one", "two")
    words = ngettext("%(n)s pair decided.", "%(n)s pairs decided.", through) % {"n": through}
    return done(request, words, reverse(f"duplicates_all_{kind}") + _of_file(request, kind).query)
