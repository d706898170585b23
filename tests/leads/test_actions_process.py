"""The hiring process of a lead: days, what was reached, moving on the board; the next step follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.kernel import days
from rightday.leads import actions
from rightday.leads import actions_process as process
from rightday.leads.models import Lead
from rightday.leads.models_process import Milestone
from rightday.leads.process import Stage
from rightday.leads.queries_process import track_of
from rightday.leads.rules import HeardEvidence, Shows
from rightday.leads.track import OutOfOrder
from rightday.people.queries import place_of
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(shows, "", today) for shows in (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED)]
    heard += [HeardEvidence(Shows.PHONE_TESTED, "", today), HeardEvidence(Shows.CONTRACTORS, "Two", today)]
    lead = actions.create(inside.martin, heard=heard, title="Java", by=inside.sam)
    Lead.objects.filter(pk=lead.pk).update(last_talk_on=today)
    return now(lead)


def now(lead: Lead) -> Lead:
    return Lead.objects.select_related("next_step", "person__company", "owner").get(pk=lead.pk)


def worked(cast, day: date, n: int = 0) -> date:
    return days.add_working_days(day, n, place_of(cast.martin))


def test_an_expected_milestone_makes_the_next_step(inside, lead, today):
    day = worked(inside, today, 4)
    process.expect(lead, place=7, day=day, seen=lead.version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.stage) == (1, Stage.CVS)
    process.reach(lead, place=6, on=today, seen=kept.version, by=inside.sam)
    kept = now(lead)
    assert (kept.milestone, kept.stage, kept.milestone_on) == (7, Stage.INTERVIEWING, day)
    step = kept.next_step
    assert (step.kind, step.subject, step.objective) == ("milestone", "2nd interview completed", "How did it go?")
    assert step.due == worked(inside, day, 1)
    assert step.why == f"2nd interview completed is expected on {day:%a} {day.day} {day:%b}."
    assert (step.reason, step.pk) == ("warm", lead.next_step_id)


def test_who_comes_second_is_told(inside, lead, today):
    process.expect(lead, place=1, day=today, seen=lead.version, by=inside.sam)
    with pytest.raises(Stale):
        process.expect(lead, place=1, day=today, seen=lead.version - 1, by=inside.priya)
    assert Milestone.objects.count() == 1


def test_a_day_still_to_come_is_not_reached(inside, lead, today):
    with pytest.raises(OutOfOrder, match="still to come"):
        process.reach(lead, place=1, on=today + timedelta(days=1), seen=lead.version, by=inside.sam)
    assert now(lead).version == lead.version - 1
    assert track_of(lead.pk).here == 1
