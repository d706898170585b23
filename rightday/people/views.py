"""Lists of people and companies, with search as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from rightday.leads import of_people
from rightday.leads.of_people import PersonBrief
from rightday.people.queries_company import Companies, companies_list
from rightday.people.queries_list import REFUSED, FoundPeople, People, PersonRow, counted, found_people, people_list
from rightday.takeout.queries import Links, list_links
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.ui.counts import spelled

VIEWS = {
    "": lazy("Everybody"),
    "managers": lazy("Hiring managers"),
    "qualify": lazy("To qualify"),
    "refused": lazy("Do not call"),
}

Tabs = tuple[tuple[str, str, str | None, bool], ...]


@dataclass(frozen=True, slots=True)
class PeopleScreen:
    """The list of people: a part of a view, or what was found. `briefs` are what leads add to the rows."""

    view: str
    q: str
    tabs: Tabs
    list: People | None
    found: FoundPeople | None
    briefs: dict[int, PersonBrief]
    count: str
    more: str
    exports: Links


@dataclass(frozen=True, slots=True)
class CompaniesScreen:
    """The list of companies; `leads` is how many open ones each has."""

    q: str
    list: Companies
    leads: dict[int, int]
    count: str
    more: str
    exports: Links


@require_GET
def people(request: MemberRequest) -> HttpResponse:
    """Everybody, or a view of them; what is typed is searched in all of it."""
    view = request.GET.get("view", "")
    view = view if view in VIEWS else ""
    q, after = request.GET.get("q", "").strip()[:200], request.GET.get("after", "")[:240]
    screen = _searched(request.member, view, q) if q else _listed(request.member, view, after)
    if request.htmx and request.htmx.target == "found":
        return blocks(request, "people/pages/people.html", screen, main="found", also=("count",))
    return page(request, "people/pages/people.html", screen)


@require_GET
def companies(request: MemberRequest) -> HttpResponse:
    """All companies by name, or those found by name, place or switchboard."""
    q = request.GET.get("q", "").strip()[:200]
    shown = companies_list(request.member, q=q, after=request.GET.get("after", "")[:240])
    screen = CompaniesScreen(
        q, shown, of_people.open_of_companies([row.id for row in shown.rows]), _companies_count(shown) if q else "",
        f"?{urlencode({'after': shown.after})}" if shown.after else "", _exports(request.member, "companies", q=q),
    )  # fmt: skip
    if request.htmx and request.htmx.target == "found":
        return blocks(request, "people/pages/companies.html", screen, main="found", also=("count",))
    return page(request, "people/pages/companies.html", screen)


def _listed(member: Member, view: str, after: str) -> PeopleScreen:
    shown = people_list(member, only=_only(member, view), after=after)
    more = f"?{urlencode({'view': view, 'after': shown.after})}" if shown.after else ""
    return PeopleScreen(
        view, "", _tabs(member, view), shown, None, _briefs(member, shown.rows), "", more,
        _exports(member, "people", view=view),
    )  # fmt: skip


def _searched(member: Member, view: str, q: str) -> PeopleScreen:
    found = found_people(member, q, only=_only(member, view))
    rows = (*found.named, *found.said, *found.near)
    return PeopleScreen(
        view, q, _tabs(member, view), None, found, _briefs(member, rows), _count(found), "",
        _exports(member, "people", view=view, q=q) if found.named else (),
    )  # fmt: skip


def _exports(member: Member, name: str, **kept: str) -> Links:
    """The files that the rows shown can become, for who may take them out."""
    if not member.may(Permission.EXPORT):
        return ()
    return list_links(name, urlencode({key: value for key, value in kept.items() if value}))


def _briefs(member: Member, rows: tuple[PersonRow, ...]) -> dict[int, PersonBrief]:
    return of_people.briefs([row.id for row in rows], on=team.today(member))


def _only(member: Member, view: str) -> Any:
    if view == "managers":
        return of_people.hiring_managers()
    if view == "qualify":
        return of_people.to_qualify(team.today(member))
    return REFUSED if view == "refused" else None


def _tabs(member: Member, view: str) -> Tabs:
    """Views as tabs. Counted are those whose index makes counting cheap."""
    counts = {"": counted(), "refused": counted(REFUSED)}
    return tuple(
        (str(words), f"/people/?view={name}" if name else "/people/", counts.get(name), name == view)
        for name, words in VIEWS.items()
    )


def _count(found: FoundPeople) -> str:
    """ "Eight people, two of them by words somebody said" """
    number, said = len(found.named) + len(found.said), len(found.said)
    if not number:
        return _("Nobody")
    if found.more:
        return _("More than %(n)s people. Type more of the name.") % {"n": len(found.named)}
    people = ngettext("One person", "%(n)s people", number) % {"n": spelled(number).capitalize()}
    return people + (_(", %(n)s of them by words somebody said") % {"n": spelled(said)} if said and number > 1 else "")


def _companies_count(shown: Companies) -> str:
    number = len(shown.rows)
    if shown.more:
        return _("More than %(n)s companies. Type more of the name.") % {"n": number}
    return (
        ngettext("One company", "%(n)s companies", number) % {"n": spelled(number).capitalize()}
        if number
        else _("None")
    )
