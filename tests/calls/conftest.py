"""A lead of Martin's that is about to be called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.team import queries as team
from tests.conftest import Cast


def lead_of(cast: Cast, *shows: Shows, heard_on: date | None = None, title: str = "2 platform engineers") -> Lead:
    """A lead of Sam's with this evidence, heard yesterday unless said."""
    on = heard_on or team.today(cast.sam) - timedelta(days=1)
    heard = [HeardEvidence(each, f"heard: {each}", on) for each in shows]
    return leads.create(cast.martin, heard=heard, title=title, by=cast.sam)


@pytest.fixture
def hot(inside: Cast) -> Lead:
    """Hot once the number is tested."""
    return lead_of(inside, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.INTERVIEWING)


@pytest.fixture
def warm(inside: Cast) -> Lead:
    return lead_of(inside, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
