"""Where a lead stands, in a fixed number of statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rightday.agencies import queries as agencies
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import actions as verbs
from rightday.leads.process import rules as process
from rightday.leads.process.models import FallBack, ProcessTemplate
from rightday.leads.process.queries import (
    is_tracked,
    known_of,
    newest_template,
    process_of,
    template_of_lead,
    track_of,
    working_days_of,
)  # fmt: skip
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Failure, Stage
from rightday.leads.rules import Ending
from rightday.people.models import Company
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside):
    return actions.create(inside.martin, heard=[], title="Java", by=inside.sam)


def statements(cast, act) -> int:
    with agencies.at_hand(cast.agency), CaptureQueriesContext(connection) as seen:
        act()
    return len([one for one in seen if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def test_nothing_known_is_a_track_without_days(inside, lead, today):
    track = track_of(lead.pk, today=today)
    assert (track.template, track.here, track.stage, track.round, track.falls) == (
        DEFAULT_TEMPLATE, 1, Stage.CVS, 1, (),
    )  # fmt: skip
    assert (track.call_on, track.filler, track.rival, track.version, track.ended) == (None, "", "", 0, False)
    assert track.awaited is track.points[0]
    assert all(point.expected is None for point in track.points)


def test_three_statements_however_much_is_known(inside, lead, today):
    made = ProcessTemplate.objects.create(
        number=2, milestones=process.kept(DEFAULT_TEMPLATE), published_at=timezone.now()
    )
    rival = Company.objects.create(name="Brightline", key="brightline")
    Lead.objects.filter(pk=lead.pk).update(template=made, rival=rival, filler="competitor")
    for place in (12, 13, 12):
        found = Lead.objects.get(pk=lead.pk)
        verbs.reach(found, place=2, on=today, seen=found.version, by=inside.sam)
        verbs.fall_back(found, place=place, why=None, on=today, seen=found.version, by=inside.sam)
    Lead.objects.filter(pk=lead.pk).update(rival=rival)
    assert statements(inside, lambda: track_of(lead.pk)) == 3
    track = track_of(lead.pk)
    assert (len(track.falls), track.round, track.template.number, track.rival) == (3, 4, 2, "Brightline")
    assert (track.falls[1].name, track.falls[1].why, track.falls[1].why_words) == (
        "Probation completed", Failure.FAILED_PROBATION, "Probation failed",
    )  # fmt: skip


def test_the_day_of_the_call_and_the_day_agreed(inside, lead, today):
    add = working_days_of(inside.martin)
    day = add(today, 5)
    verbs.expect(lead, place=1, day=day, seen=lead.version, by=inside.sam)
    assert track_of(lead.pk, today=today).call_on == add(day, 1)
    verbs.expect(lead, place=1, day=day, seen=lead.version, by=inside.sam, call_on=day)
    assert track_of(lead.pk, today=today).call_on == day


def test_when_all_is_reached_nothing_is_awaited(inside, lead, today):
    verbs.reach(lead, place=13, on=today, seen=lead.version, by=inside.sam)
    track = track_of(lead.pk)
    assert (track.here, track.awaited, track.stage, track.call_on) == (14, None, Stage.PROBATION, None)
    actions.end(lead, kind=Ending.CANCELLED, on=today, by=inside.sam)
    assert track_of(lead.pk).ended


def test_what_nobody_knows_costs_no_statement(inside, lead):
    assert not is_tracked(lead)
    assert statements(inside, lambda: process_of(lead)) == 0
    assert process_of(lead) is None


def test_a_round_knows_only_its_own_milestones_and_the_last_fall(inside, lead, today):
    verbs.expect(lead, place=3, day=today, seen=lead.version, by=inside.sam, note="Portal")
    verbs.fall_back(lead, place=11, why=None, on=today - timedelta(days=1), seen=lead.version, by=inside.sam)
    assert known_of(lead) == {}
    found = process_of(lead)
    assert found is not None and found.fall is not None
    assert (found.fall.name, found.fall.weight, found.fall.restarts_at, found.fall.why) == (
        "Resignation", 1.6, 1, Failure.COUNTER_OFFER,
    )  # fmt: skip
    FallBack.objects.all().delete()
    assert process_of(lead).fall is None


def test_new_leads_follow_the_newest_published_version(inside, theirs):
    assert newest_template() is None
    for number, at in ((2, timezone.now()), (3, timezone.now()), (4, None)):
        ProcessTemplate.objects.create(number=number, milestones=process.kept(DEFAULT_TEMPLATE), published_at=at)
    newest = ProcessTemplate.objects.get(number=3).pk
    assert newest_template() == newest
    lead = actions.create(inside.martin, heard=[], title="", by=inside.sam)
    assert (lead.template_id, template_of_lead(lead).number) == (newest, 3)
    with enter(theirs.agency):
        assert newest_template() is None


def test_there_is_no_such_lead(inside):
    with pytest.raises(Lead.DoesNotExist):
        track_of(999_999)
