"""Find or do: leads, people, companies, and what one may do. The palette, and a page without script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_GET

from rightday.kernel.folding import fold
from rightday.kernel.phones import read, spaced
from rightday.leads import of_people
from rightday.leads.of_people import LeadLine
from rightday.leads.rules import Verdict
from rightday.people import found_words, search
from rightday.people.queries_company import companies_found
from rightday.people.queries_list import PersonRow, Pieces, persons_of
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page

LEADS, PEOPLE, COMPANIES, ACTIONS = 5, 6, 4, 6
ALL_ACTIONS: Final[tuple[tuple[str, Any, str, str, bool], ...]] = (
    ("today", lazy("Today’s calls"), "/today/", "", False),
    ("plus", lazy("Quick capture"), "/capture/", "c", True),
    ("board", lazy("Leads"), "/leads/", "", False),
    ("user", lazy("People"), "/people/", "", False),
    ("firm", lazy("Companies"), "/companies/", "", False),
    ("chart", lazy("Results: what leaks, who filled"), "/results/", "", False),
    ("chart", lazy("History of leads"), "/results/history/", "", False),
    ("firm", lazy("Competitors"), "/results/competitors/", "", False),
    ("gem", lazy("Incentives"), "/results/incentives/", "", False),
    ("file", lazy("Import a spreadsheet"), "/imports/", "", False),
    ("hand", lazy("Hand-offs"), "/leads/handoffs/", "", False),
    ("phone", lazy("Add a call"), "/today/add/", "", True),
    ("user", lazy("New person"), "/people/new/", "", True),
    ("firm", lazy("New company"), "/companies/new/", "", True),
    ("key", lazy("Settings of the agency"), "/settings/", "", False),
    ("user", lazy("Members and invitations"), "/settings/members/", "", False),
    ("key", lazy("My settings, keys and theme"), "/settings/me/", "", False),
)
"""What one may do: picture, words, address, key, whether it opens in a dialog."""


@dataclass(frozen=True, slots=True)
class Option:
    """One line: where it leads, its words in pieces (text, asked for), what stands beside them."""

    icon: str
    words: Pieces
    href: str
    aside: str = ""
    dial: str = ""
    number: str = ""
    verdict: Verdict | None = None
    key: str = ""
    dialog: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    q: str
    groups: tuple[tuple[str, tuple[Option, ...]], ...]


@require_GET
def find(request: MemberRequest) -> HttpResponse:
    """What is found for what is typed; nothing typed gives what one may do."""
    q = request.GET.get("q", "").strip()[:200]
    palette = _palette(request, q)
    if request.htmx:
        return blocks(request, "people/pages/find.html", palette, main="options")
    return page(request, "people/pages/find.html", palette)


def _palette(request: MemberRequest, q: str) -> Palette:
    if not q:
        return Palette("", ((_("Do"), tuple(_actions("")[:ACTIONS])),))
    terms = search.terms(q)
    people = persons_of(request.member, search.find_persons(q, 2 * PEOPLE), terms)
    leads = of_people.open_of([row.id for row in people], on=team.today(request.member), limit=LEADS)
    companies = tuple(_company(*row, terms) for row in companies_found(q, COMPANIES))
    groups = (
        (_("Leads"), tuple(_lead(line, terms) for line in leads)),
        (_("People"), tuple(_person(row) for row in people[:PEOPLE])),
        (_("Companies"), companies),
        (_("Do"), (*_dials(q, people), *_actions(q)[:ACTIONS], _capture(q))),
    )
    return Palette(q, tuple(group for group in groups if group[1]))


def _lead(line: LeadLine, terms: list[str]) -> Option:
    """Person and company, whichever of them was typed; what is looked for stands beside."""
    who = ", ".join(filter(None, (line.person, line.company)))
    aside = line.title if line.title not in (line.person, line.company) else ""
    return Option("board", found_words.marks(who, terms), f"/leads/{line.id}/", aside, verdict=line.verdict)


def _person(row: PersonRow) -> Option:
    company = "".join(text for text, _asked in row.company)
    aside = _("at %(company)s") % {"company": company} if company else row.title
    number = _("Do not call") if row.do_not_call else spaced(row.dial) if row.dial else ""
    return Option("user", row.name, f"/people/{row.id}/", aside, row.dial, number)


def _company(pk: int, name: str, city: str, terms: list[str]) -> Option:
    return Option("firm", found_words.marks(name, terms), f"/companies/{pk}/", city)


def _dials(q: str, people: tuple[PersonRow, ...]) -> list[Option]:
    """The first one found who can be dialled, and a number typed in full."""
    first = next((row for row in people if row.dial), None)
    dials = [(first.plain, first.dial)] if first else []
    if sum(char.isdigit() for char in q) > 6:
        dials += [(spaced(phone.e164), phone.e164) for phone in read(q) if phone.e164 and not people]
    return [Option("phone", ((_("Dial %(name)s") % {"name": name}, False),), f"tel:{dial}") for name, dial in dials]


def _capture(q: str) -> Option:
    words = _("Capture “%(words)s” as a note") % {"words": q if len(q) < 60 else q[:59] + "…"}
    return Option("plus", ((words, False),), f"/capture/?{urlencode({'text': q})}", key="c", dialog=True)


def _actions(q: str) -> list[Option]:
    """Places and forms whose name has each word typed as a beginning."""
    wanted = fold(q).split()
    return [
        Option(icon, ((str(words), False),), href, key=key, dialog=dialog)
        for icon, words, href, key, dialog in ALL_ACTIONS
        if all(any(word.startswith(one) for word in fold(str(words)).split()) for one in wanted)
    ]
