"""A change of the days a grade holds moves every lead as if its evidence were read again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads.actions_create import create
from rightday.leads.actions_holds import regrade
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Holds, Shows
from rightday.team.rules import NotAllowed


def lead(cast, shows=Shows.INTERVIEWING, days_ago=2):
    on = timezone.localdate() - timedelta(days=days_ago)
    return create(cast.martin, heard=[HeardEvidence(shows, "Heard it", on)], title="", by=cast.sam)


def until(made):
    made.refresh_from_db()
    return made.hot_until, made.warm_until, made.cold_until


@pytest.mark.parametrize("shows", [Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.PROJECT])
@pytest.mark.parametrize("holds", [Holds(9, 60, 200), Holds(1, 120, 10), Holds()])
def test_the_last_days_are_those_of_evidence_read_anew(inside, shows, holds):
    made = lead(inside, shows)
    on = timezone.localdate() - timedelta(days=2)
    regrade(was=Holds(), holds=holds, by=inside.sam)
    expected = {Shows.INTERVIEWING: holds.hot, Shows.CONTRACTORS: holds.warm, Shows.PROJECT: holds.cold}
    days = [on + timedelta(days=held) if of is shows else None for of, held in expected.items()]
    assert list(until(made)) == days


def test_the_next_step_that_rests_on_a_grade_moves_along(inside):
    made = lead(inside)
    before = NextStep.objects.get(pk=made.next_step_id).holds_until
    regrade(was=Holds(), holds=Holds(hot=9), by=inside.sam)
    step = NextStep.objects.get(pk=made.next_step_id)
    assert step.holds_until == before + timedelta(days=4) == until(made)[0]


def test_days_at_the_end_of_the_calendar_stay(inside):
    made = lead(inside)
    Lead.objects.update(hot_until=date.max)
    regrade(was=Holds(), holds=Holds(hot=9), by=inside.sam)
    assert until(made)[0] == date.max


def test_there_and_back_changes_nothing(inside):
    made = lead(inside, Shows.CONTRACTORS)
    before = until(made)
    regrade(was=Holds(), holds=Holds(1, 1, 1), by=inside.sam)
    assert until(made) != before
    regrade(was=Holds(1, 1, 1), holds=Holds(), by=inside.sam)
    assert until(made) == before


def test_only_owners_and_only_their_own_agency(ours, theirs):
    with enter(theirs.agency):
        other = lead(theirs)
        before = until(other)
    with enter(ours.agency):
        regrade(was=Holds(), holds=Holds(hot=9), by=ours.sam)
        with pytest.raises(NotAllowed):
            regrade(was=Holds(), holds=Holds(hot=9), by=ours.priya)
    with enter(theirs.agency):
        assert until(other) == before
