"""The page of one company: leads, people with the day we last spoke, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from rightday.leads import of_people
from rightday.leads.of_people import Heard, LeadLine
from rightday.leads.watching import queries_sightings
from rightday.leads.watching.queries_sightings import Filled, Seen
from rightday.people import actions_competitors
from rightday.people.answers import events
from rightday.people.duplicates import views as duplicates
from rightday.people.duplicates.shown import Merged, merges_into
from rightday.people.models import Company
from rightday.people.queries_company import CompanyPage, company_page
from rightday.people.queries_kept import KeptFields, kept_of
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.timeline import queries as timeline
from rightday.ui.counts import spelled
from rightday.ui.fragments import toast


@dataclass(frozen=True, slots=True)
class CompanyScreen:
    """A company with what other rooms know: leads, things heard that are none yet, the timeline.

    `against` are competitors seen there; `seen` and `filled` are of a competitor itself.
    """

    company: CompanyPage
    leads: tuple[LeadLine, ...]
    leads_words: str
    people_words: str
    nodes: tuple[dict[str, Any], ...]
    heard: tuple[Heard, ...]
    against: tuple[Seen, ...]
    seen: tuple[Seen, ...]
    filled: tuple[Filled, ...]
    events: tuple[dict[str, Any], ...]
    before: str
    earlier: str
    merges: tuple[Merged, ...]
    kept: KeptFields
    maybe: None = None


@require_GET
def company(request: MemberRequest, company_id: int) -> HttpResponse:
    """One company; `?before=` reads on in its timeline."""
    try:
        screen = company_screen(request, company_id, request.GET.get("before", "")[:80])
    except Company.DoesNotExist:
        return duplicates.moved(Company, company_id)
    if request.htmx and screen.before:
        return blocks(request, "people/pages/company.html", screen, main="events")
    return page(request, "people/pages/company.html", screen)


@require_POST
def company_competitor(request: MemberRequest, company_id: int) -> HttpResponse:
    """It is a competitor, or it is none."""
    row, is_one = Company.objects.get(pk=company_id), request.POST.get("competitor") == "yes"
    actions_competitors.mark_competitor(row, competitor=is_one, by=request.member)
    words = _("%(name)s is a competitor") if is_one else _("%(name)s is no competitor")
    toast(request, words % {"name": row.name})
    return redirect("company", company_id)


def company_screen(request: MemberRequest, company_id: int, before: str) -> CompanyScreen:
    shown, today = company_page(request.member, company_id), team.today(request.member)
    lines = of_people.of_company(company_id, on=today)
    rows = timeline.of_company(company_id, before=before or None, reader=request.member.pk)
    return CompanyScreen(
        company=shown, leads=lines, leads_words=_leads_words(lines), people_words=_people_words(shown),
        nodes=_nodes(shown, lines), heard=of_people.heard_at(company_id, on=today),
        against=queries_sightings.seen_at(company_id, on=today),
        seen=queries_sightings.seen_of(company_id, on=today) if shown.competitor else (),
        filled=queries_sightings.filled_by(company_id, on=today) if shown.competitor else (),
        events=events(request, rows),
        before=before, earlier=rows[-1].key if len(rows) == timeline.LIMIT else "",
        merges=merges_into(company=company_id),
        kept=kept_of(company=company_id),
    )  # fmt: skip


def _leads_words(lines: tuple[LeadLine, ...]) -> str:
    """ "two open, five ended" """
    number = sum(line.open for line in lines)
    ended = len(lines) - number
    parts = [ngettext("one open", "%(n)s open", number) % {"n": spelled(number)}] if number else []
    parts += [ngettext("one ended", "%(n)s ended", ended) % {"n": spelled(ended)}] if ended else []
    return ", ".join(parts)


def _people_words(shown: CompanyPage) -> str:
    """ "seven people, four we have spoken to" """
    number = len(shown.people)
    people = ngettext("one person", "%(n)s people", number) % {
        "n": f"{number}+" if shown.more_people else spelled(number)
    }
    return people + (_(", %(n)s we have spoken to") % {"n": spelled(shown.spoken_to)} if shown.spoken_to else "")


def _nodes(shown: CompanyPage, lines: tuple[LeadLine, ...]) -> tuple[dict[str, Any], ...]:
    """People as `ui.tree` takes them; whoever has an open lead stands out."""
    named = {line.person_id for line in lines if line.open}
    return tuple(
        {
            "name": one.name, "letters": one.letters, "words": one.title, "spoken": one.spoken, "here": one.id in named,
            "aside": _("Asked not to be called") if one.do_not_call else "", "href": f"/people/{one.id}/",
        }
        for one in shown.people
    )  # fmt: skip
