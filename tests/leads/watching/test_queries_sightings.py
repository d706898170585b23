"""What is known of competitors: at a lead, at a company, of themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, KnownBy, Shows
from rightday.leads.watching import queries_sightings
from rightday.leads.watching.actions_sightings import see
from rightday.leads.watching.sightings import SightingKind
from rightday.people.models import Company, Person
from rightday.team import queries as team
from tests.counting import counted


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    return actions.create(inside.martin, heard=[HeardEvidence(Shows.RUMOUR, "x", today)], title="Java", by=inside.sam)


def rival(name):
    return Company.objects.create(name=name, key=name.casefold(), competitor=True)


def test_at_a_lead_the_latest_first(inside, lead, today):
    harrow, stackline = rival("Harrow & Pike"), rival("Stackline")
    ife = Person.objects.create(name="Ife Adebayo", key="ife adebayo")
    see(harrow, lead=lead, kind=SightingKind.CV_SENT, with_words="Dev Rao", said_by=ife, seen_on=today, by=inside.priya)
    see(stackline, lead=lead, kind=SightingKind.CALLED, words="twice", seen_on=today - timedelta(days=1), by=inside.sam)
    first, second = queries_sightings.against_us(lead.pk, on=today)
    assert (first.competitor, first.what, first.source, first.letters) == (
        "Harrow & Pike", "sent a CV, Dev Rao", "Today, from Ife Adebayo, put down by Priya", "HP",
    )  # fmt: skip
    assert (second.competitor, second.what, second.words, second.on) == (
        "Stackline", "called about it", "twice", "yesterday",
    )  # fmt: skip


def test_at_a_company_each_once_with_what_was_last(inside, lead, today):
    harrow, stackline = rival("Harrow & Pike"), rival("Stackline")
    for days, kind in ((9, SightingKind.CALLED), (2, SightingKind.FILLED)):
        see(harrow, lead=lead, kind=kind, seen_on=today - timedelta(days=days), by=inside.sam)
    see(stackline, company=inside.halden, kind=SightingKind.CALLED, seen_on=today - timedelta(days=5), by=inside.sam)
    seen = queries_sightings.seen_at(inside.halden.pk, on=today)
    assert [(one.competitor, one.what) for one in seen] == [
        ("Harrow & Pike", "filled the place"), ("Stackline", "called about it"),
    ]  # fmt: skip


def test_of_a_competitor(inside, lead, today):
    harrow = rival("Harrow & Pike")
    see(harrow, lead=lead, kind=SightingKind.CV_SENT, seen_on=today, by=inside.sam)
    see(harrow, kind=SightingKind.OTHER, seen_on=today - timedelta(days=1), by=inside.sam)
    here, nowhere = queries_sightings.seen_of(harrow.pk, on=today)
    assert (here.company, here.title, here.lead_id) == ("Halden Insurance", "Java", lead.pk)
    assert (nowhere.company, nowhere.title, nowhere.lead_id) == ("", "", None)
    assert queries_sightings.filled_by(harrow.pk, on=today) == ()
    actions.end(
        lead, kind=Ending.FILLED_BY_COMPETITOR, on=today, rival=harrow, who="Oliver Tan", known_by=KnownBy.SEEN,
        by=inside.sam,
    )  # fmt: skip
    (filled,) = queries_sightings.filled_by(harrow.pk, on=today)
    assert (filled.company, filled.title, filled.who, filled.on, filled.known) == (
        "Halden Insurance", "Java", "Oliver Tan", "today", "we saw it ourselves",
    )  # fmt: skip
    actions.reopen(Lead.objects.select_related("person", "owner", "outcome").get(), by=inside.sam)
    actions.end(Lead.objects.get(), kind=Ending.FILLED_BY_COMPETITOR, on=today, rival=harrow, by=inside.sam)
    (filled,) = queries_sightings.filled_by(harrow.pk, on=today)
    assert (filled.who, filled.known) == ("", "")
    ((line,), after) = queries_sightings.rivals(on=today)
    assert (line.name, line.seen, line.last, line.filled, after) == ("Harrow & Pike", 2, "today", 1, "")


def test_the_list_reads_on_by_name(inside, today):
    for number in range(27):
        rival(f"Rival {number:02}")
    rival("Rival 24")
    with counted() as one:
        first, after = queries_sightings.rivals(on=today)
    rest, end = queries_sightings.rivals(on=today, after=after)
    assert [line.name for line in (*first, *rest)] == sorted([*(f"Rival {n:02}" for n in range(27)), "Rival 24"])
    assert len({line.id for line in (*first, *rest)}) == 28
    assert (end, first[0].last, len(one)) == ("", "", 3)
    assert queries_sightings.rivals(on=today, after="x~y")[0] == first
