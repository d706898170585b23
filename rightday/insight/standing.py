"""The SQL twins of `rules.became`: what became of each lead, and the day that orders it. Tests keep them equal."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, DateField, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce

from rightday.agencies import queries as agencies
from rightday.insight.periods import Period
from rightday.insight.rules import OF_ENDING, ORDER, Became, Leaks
from rightday.leads.models import Lead, LeadQuerySet
from rightday.team.models import Member

UNKNOWN = ORDER.index(Became.UNKNOWN)


def generated(period: Period, *, whose: Member | None) -> LeadQuerySet:
    """The leads made in a period of the agency's days; of one member those that are theirs or that they heard."""
    zone = ZoneInfo(agencies.here().zone or "UTC")
    begins = datetime.combine(period.first, time(), zone)
    ends = datetime.combine(period.last + timedelta(days=1), time(), zone)
    rows: LeadQuerySet = Lead.objects.filter(made_at__gte=begins, made_at__lt=ends)
    return rows if whose is None else rows.filter(Q(owner=whose) | Q(heard_by=whose))


TRACKED = Q(milestone__gt=1) | Q(milestone_on__isnull=False) | Q(round__gt=1)
"""Something is known of its hiring process (`leads.process.queries.is_tracked`)."""


def known(on: date, leaks: Leaks) -> Q:
    """Of an open lead: whether it is known on a day where it stands."""
    since = on - timedelta(days=leaks.quiet)
    heard = Q(last_heard_on__gte=since) | Q(last_heard_on=None, heard_on__gte=since)
    return Q(milestone_on__gte=since) | Q(last_talk_on__gte=since) | heard


def place(on: date, leaks: Leaks) -> Case:
    """The place of what became of a lead in `rules.ORDER`."""
    ended = [When(outcome__kind=kind.value, then=Value(ORDER.index(one))) for kind, one in OF_ENDING.items()]
    still = When(known(on, leaks), then=Value(ORDER.index(Became.OPEN)))
    return Case(*ended, still, default=Value(UNKNOWN), output_field=IntegerField())


def day() -> Any:
    """The day that orders a group: when it ended; else when it was last called, or heard of."""
    return Coalesce(F("outcome__on"), F("last_call_on"), F("last_heard_on"), F("heard_on"), output_field=DateField())
