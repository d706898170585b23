"""Leads made on past days, as if somebody had worked on them since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from tests.conftest import Cast

TODAY = date(2026, 11, 25)
KNOWN = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime(2026, 11, 25, 9, 12, tzinfo=ZoneInfo("Europe/London")), tick=False):
        yield


def made(
    cast: Cast, on: date, *, title: str = "Java", name: str = "", shows: Shows = Shows.INTERVIEWING, **then: Any
) -> Lead:
    """A lead made on a day, through the actions, and what is to stand in its row since (`then`)."""
    with time_machine.travel(datetime.combine(on, time(10), ZoneInfo("Europe/London")), tick=False):
        person = cast.martin
        if name:
            given, _, family = name.partition(" ")
            company = people.add_company(f"{family} Works", by=cast.sam)
            person = people.add_person(given=given, family=family, company=company, by=cast.sam)
        heard = [HeardEvidence(one, "x", on) for one in (*KNOWN, shows)]
        by = then.pop("heard_by", cast.sam)
        lead = actions.create(person, heard=heard, title=title, owner=then.pop("owner", cast.sam), by=by)
        Lead.objects.filter(pk=lead.pk).update(made_at=datetime.combine(on, time(10), ZoneInfo("Europe/London")))
    if then:
        Lead.objects.filter(pk=lead.pk).update(**then)
    found: Lead = Lead.objects.select_related("person", "owner", "company", "next_step").get(pk=lead.pk)
    return found


def days_before(number: int) -> date:
    return TODAY - timedelta(days=number)


Make = Callable[..., Lead]
