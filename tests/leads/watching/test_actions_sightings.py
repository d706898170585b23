"""A competitor is seen, and taken back."""

from __future__ import annotations

import pytest

from rightday.leads import actions
from rightday.leads.rules import HeardEvidence, Shows
from rightday.leads.watching.actions_sightings import see, take_back
from rightday.leads.watching.models import Sighting
from rightday.leads.watching.sightings import SightingKind
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.rules import Refused
from rightday.timeline import queries as timeline


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    return actions.create(inside.martin, heard=[HeardEvidence(Shows.RUMOUR, "x", today)], title="Java", by=inside.sam)


@pytest.fixture
def harrow(inside):
    return Company.objects.create(name="Harrow & Pike", key="harrow pike")


def told(of, pk):
    return [row.title for row in of(pk) if "seen" in row.title or " saw " in row.title]


def test_seen_at_a_lead(inside, lead, today, harrow):
    ife = Person.objects.create(name="Ife Adebayo", key="ife adebayo")
    seen = see(
        harrow, lead=lead, kind=SightingKind.CV_SENT, with_words=" Dev Rao ", words="two profiles ", said_by=ife,
        seen_on=today, by=inside.priya,
    )  # fmt: skip
    assert (seen.competitor, seen.company, seen.lead, seen.with_words, seen.words, seen.said_by, seen.by) == (
        harrow, inside.halden, lead, "Dev Rao", "two profiles", ife, inside.priya,
    )  # fmt: skip
    assert Company.objects.get(competitor=True) == harrow
    assert search.find_said("profiles") == [inside.martin.pk]
    assert told(timeline.of_lead, lead.pk) == ["Priya saw Harrow & Pike here: sent a CV, Dev Rao"]


def test_taken_back(inside, lead, today, harrow):
    seen = see(harrow, lead=lead, kind=SightingKind.CALLED, seen_on=today, by=inside.sam)
    again = see(harrow, lead=lead, kind=SightingKind.CALLED, seen_on=today, by=inside.sam)
    take_back(seen, by=inside.jo)
    assert list(Sighting.objects.all()) == [again]
    assert told(timeline.of_lead, lead.pk)[0] == "Jo took back that Harrow & Pike was seen here"


def test_seen_at_a_company_or_somewhere(inside, today, harrow):
    see(harrow, company=inside.halden, kind=SightingKind.CONTRACTORS, seen_on=today, words="six", by=inside.sam)
    assert told(timeline.of_company, inside.halden.pk) == ["Sam saw Harrow & Pike here: has contractors there"]
    assert see(harrow, kind=SightingKind.OTHER, seen_on=today, by=inside.sam).company is None


def test_nobody_competes_with_itself(inside, lead, today):
    with pytest.raises(Refused, match="Halden Insurance cannot be seen at itself"):
        see(inside.halden, lead=lead, kind=SightingKind.CALLED, seen_on=today, by=inside.sam)
    assert not Sighting.objects.exists()
    assert not Company.objects.filter(competitor=True).exists()
