"""A process as a call tells of it, and taken back with the call."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process.actions_heard import hear_milestone, unhear_milestone
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.models import FallBack, Milestone
from rightday.leads.process.queries import track_of, working_days_of
from rightday.leads.process.rules import Failure, Filler
from rightday.leads.process.track import OutOfOrder
from rightday.team import queries as team
from rightday.timeline.models import Event


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


@pytest.fixture
def lead(inside):
    return actions.create(inside.martin, heard=[], title="Java", by=inside.sam)


def rows() -> list[dict]:
    hidden = ("id", "at", "agency_id")
    return [{k: v for k, v in row.items() if k not in hidden} for row in Milestone.objects.order_by("place").values()]


def stands(lead: Lead) -> tuple:
    kept = Lead.objects.get(pk=lead.pk)
    return kept.milestone, kept.stage, kept.milestone_on, kept.round, kept.filler, kept.filler_who, kept.rival_id


def hear(cast, lead, heard=None, **more):
    return hear_milestone(lead, heard=heard, by=cast.sam, **more)


def test_what_was_awaited_is_done_and_the_next_has_its_day(inside, lead, today):
    step = Lead.objects.get().next_step_id
    day = working_days_of(inside.martin)(today, 4)
    hear(inside, lead, MilestoneHeard(reached_on=today, expected=day, note="Four came"), may_call=True)
    track = track_of(lead.pk)
    assert (track.here, track.points[0].done_on, track.points[0].note) == (2, today, "Four came")
    assert (track.points[1].expected, track.points[1].call_on) == (day, day)
    assert [one.verb for one in Event.objects.order_by("-id")[:2]] == ["lead.expected", "lead.reached"]
    assert Lead.objects.get().next_step_id == step


def test_it_may_only_move_or_be_noted(inside, lead, today):
    hear(inside, lead, MilestoneHeard(place=4, expected=today + timedelta(days=5), note=" With the board "))
    point = track_of(lead.pk).points[3]
    assert (point.expected, point.note, point.call_on) == (today + timedelta(days=5), "With the board", None)
    hear(inside, lead, MilestoneHeard(note="Only this"))
    assert track_of(lead.pk).points[0].note == "Only this"
    hear(inside, lead, MilestoneHeard())
    assert track_of(lead.pk).here == 1


@pytest.mark.parametrize(
    "heard", [MilestoneHeard(place=8, answer="no", note="Too junior"), MilestoneHeard(place=8, failure=Failure.OTHER)]
)
def test_a_no_or_a_failure_begins_again(inside, lead, today, heard):
    hear(inside, lead, heard)
    fall = FallBack.objects.get()
    assert (fall.on, fall.words, Lead.objects.get().round) == (today, heard.note, 2)
    assert fall.why == (heard.failure or Failure.NO_CONTENDER)


def test_after_a_fall_the_next_day_is_of_where_it_begins_again(inside, lead, today):
    day = today + timedelta(days=3)
    failed = MilestoneHeard(place=9, failure=Failure.DECLINED, reached_on=today - timedelta(days=1), expected=day)
    hear(inside, lead, failed)
    track = track_of(lead.pk)
    assert (track.here, track.points[4].expected, track.falls[0].on) == (5, day, today - timedelta(days=1))


def test_the_day_of_the_decision_is_the_decisions(inside, lead, today):
    day = today + timedelta(days=6)
    hear(inside, lead, MilestoneHeard(reached_on=today), decides=day, may_call=True)
    point = track_of(lead.pk).points[4]
    assert (point.mark.key, point.expected, point.call_on) == ("contender", day, day)
    hear(inside, lead, decides=day + timedelta(days=1))
    point = track_of(lead.pk).points[4]
    assert (point.expected, point.call_on) == (day + timedelta(days=1), None)


def test_a_yes_without_a_day_is_for_the_decision_that_is_known(inside, lead, today):
    day = today + timedelta(days=6)
    process.expect(lead, place=5, day=day, seen=lead.version, by=inside.sam)
    hear(inside, lead, may_call=True)
    assert track_of(lead.pk).points[4].call_on == day
    process.expect(lead, place=5, day=None, seen=lead.version, by=inside.sam)
    hear(inside, lead, may_call=True)
    Milestone.objects.filter(place=5).update(expected=today - timedelta(days=2))
    hear(inside, lead, may_call=True)
    assert track_of(lead.pk).points[4].call_on is None


def test_a_day_that_cannot_be_a_decisions_stays_the_calls_own(inside, lead, today):
    process.expect(lead, place=2, day=today + timedelta(days=9), seen=lead.version, by=inside.sam)
    hear(inside, lead, decides=today + timedelta(days=2))
    assert track_of(lead.pk).points[4].about
    with pytest.raises(OutOfOrder):
        hear(inside, lead, MilestoneHeard(place=5, expected=today + timedelta(days=2)))


def test_when_all_is_done_a_day_is_nobodys(inside, lead, today):
    process.reach(lead, place=13, on=today, seen=lead.version, by=inside.sam)
    before = rows()
    hear(inside, lead, decides=today + timedelta(days=2), may_call=True)
    assert rows() == before
    hear(inside, lead, MilestoneHeard(note="Stays"), may_call=True)
    assert track_of(lead.pk).points[12].note == "Stays"


@pytest.mark.parametrize(
    "heard",
    [
        MilestoneHeard(reached_on=None, note="x"), MilestoneHeard(place=7, failure=Failure.NO_SHOW),
        MilestoneHeard(place=10, failure=Failure.DECLINED), None,
    ],
)  # fmt: skip
def test_taken_back_everything_is_as_it_was(inside, lead, today, heard):
    process.expect(lead, place=1, day=today, seen=lead.version, by=inside.sam, call_on=today)
    process.reach(lead, place=3, on=today, seen=lead.version, by=inside.sam)
    process.name_filler(lead, filler=Filler.OWN, who="Tomás", seen=lead.version, by=inside.sam)
    before, where = rows(), stands(lead)
    told = hear(inside, lead, heard, decides=today + timedelta(days=8), may_call=True)
    assert (rows(), stands(lead)) != (before, where)
    unhear_milestone(lead, told=told, by=inside.sam)
    assert (rows(), stands(lead)) == (before, where)
    assert not FallBack.objects.exists() and lead.round == 1


def test_what_somebody_else_has_changed_since_is_not_taken_back(inside, lead, today):
    told = hear(inside, lead, MilestoneHeard(reached_on=today))
    process.note_milestone(lead, place=1, words="Mine", seen=lead.version, by=inside.priya)
    with pytest.raises(Stale, match="has moved on since"):
        unhear_milestone(lead, told=told, by=inside.sam)
    assert track_of(lead.pk).points[0].note == "Mine"
