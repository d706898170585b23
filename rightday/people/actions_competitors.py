"""Which companies are competitors: rival agencies."""

from __future__ import annotations

from django.db import transaction

from rightday.people.actions import add_company
from rightday.people.models import Company
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline


@transaction.atomic
def mark_competitor(company: Company, *, competitor: bool, by: Member) -> Company:
    """Says that a company is a rival agency, or that it is none. Saying it again changes nothing."""
    by.must(Permission.PERSON_EDIT)
    changed = Company.objects.filter(pk=company.pk, competitor=not competitor).update(competitor=competitor)
    company.competitor = competitor
    if changed:
        timeline.record("company.competitor" if competitor else "company.no_competitor", by=by, company=company)
    return company


@transaction.atomic
def competitor_named(name: str, *, by: Member) -> Company:
    """The competitor of that name, however it is written: found, else added. Raises NoName."""
    return mark_competitor(add_company(name, by=by), competitor=True, by=by)
