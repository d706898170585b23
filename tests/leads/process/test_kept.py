"""A process as plain values: into JSON and back it is the same; what has moved on stays."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rightday.agencies.once import Stale
from rightday.leads.models import Lead
from rightday.leads.process.kept import kept, put_back
from rightday.leads.process.models import FallBack, Milestone


@pytest.fixture
def lead(inside):
    from tests.leads.many import some_leads

    (made,) = some_leads(inside, 1)
    Milestone.objects.create(lead=made, place=2, done_on=date(2026, 11, 20), by=inside.sam)
    return Lead.objects.get(pk=made.pk)


def test_put_back_with_the_rounds_that_began_in_between(inside, lead):
    before = json.loads(json.dumps(kept(lead)))
    Lead.objects.filter(pk=lead.pk).update(round=2, milestone=5)
    FallBack.objects.create(lead=lead, round=1, place=12, restarts_at=1, why="no_show", on=date(2026, 11, 21))
    Milestone.objects.create(lead=lead, round=2, place=1, done_on=date(2026, 11, 22))
    lead = Lead.objects.get(pk=lead.pk)
    put_back(lead, before=before, after=json.loads(json.dumps(kept(lead))))
    assert kept(Lead.objects.get(pk=lead.pk)) == kept(lead) == before
    assert not FallBack.objects.exists()


def test_what_has_moved_on_stays(inside, lead):
    before = kept(lead)
    after = before | {"lead": before["lead"] | {"milestone": 9}}
    with pytest.raises(Stale, match="moved on"):
        put_back(lead, before=before, after=after)
