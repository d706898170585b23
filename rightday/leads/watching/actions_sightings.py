"""A competitor is seen somewhere: put down, and taken back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from rightday.leads.models import Lead
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.sightings import KIND_WORDS, SightingKind
from rightday.people import search
from rightday.people.actions_competitors import mark_competitor
from rightday.people.models import Company, Person
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def see(
    competitor: Company,
    *,
    kind: SightingKind,
    seen_on: date,
    by: Member,
    company: Company | None = None,
    lead: Lead | None = None,
    with_words: str = "",
    words: str = "",
    said_by: Person | None = None,
) -> Sighting:
    """`competitor` was seen at `company`, else at the company of `lead`. Whoever is seen is a competitor from then on.

    `with_words` names their consultant or candidate, `said_by` who told us. Raises Refused where a company would
    compete with itself.
    """
    by.must(Permission.LEAD_WORK)
    company = company or (lead.company if lead else None)
    if company is not None and company.pk == competitor.pk:
        raise Refused(_("%(name)s cannot be seen at itself. Name the company they were seen at.") % {"name": company})
    if not competitor.competitor:
        mark_competitor(competitor, competitor=True, by=by)
    seen: Sighting = Sighting.objects.create(
        competitor=competitor, company=company, lead=lead, kind=kind.value, with_words=with_words.strip()[:200],
        words=words.strip(), said_by=said_by, seen_on=seen_on, by=by,
    )  # fmt: skip
    _record("competitor.seen", seen, by=by)
    if seen.words and lead is not None:
        search.add_words(lead.person_id, seen.words)
    return seen


@transaction.atomic
def take_back(seen: Sighting, *, by: Member) -> None:
    """They were not seen there after all: one's own mistake, or a colleague's."""
    by.must(Permission.LEAD_WORK)
    _record("competitor.unseen", seen, by=by)
    Sighting.objects.filter(pk=seen.pk).delete()


def _record(verb: str, seen: Sighting, *, by: Member) -> None:
    timeline.record(
        verb, by=by, lead=seen.lead, company=None if seen.lead else (seen.company or seen.competitor),
        words=seen.words, rival=seen.competitor.name, what=KIND_WORDS[SightingKind(seen.kind)], rivals=seen.with_words,
        on=seen.seen_on.isoformat(),
    )  # fmt: skip
