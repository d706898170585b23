"""Rounds: when they may be, who is asked first, and what each leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.rules import Kind
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Stage
from rightday.joborders.submittals import actions
from rightday.joborders.submittals.actions_interviews import DebriefFirst
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import Held, How, Part, Stop, Wanted
from rightday.team.rules import Refused
from tests import desk

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def it(inside, today):
    return desk.submittal(
        desk.order(inside.sam, inside.martin), desk.candidate(inside.priya), submitted_on=today - 10 * DAY
    )


def arrange(it, inside, starts, **said):
    return actions.arrange(_now(it), starts=starts, how=How.VIDEO, by=inside.sam, **said)


def _now(it):
    return Submittal.objects.select_related("order__manager", "next_step").get(pk=it.pk)


def test_an_interview_ahead_asks_to_prepare_the_candidate(inside, it):
    made = arrange(it, inside, timezone.now() + 3 * DAY, people=[inside.martin, inside.martin])
    there = _now(it)
    assert (there.stage, there.round, there.next_step.kind) == (Stage.FIRST_INTERVIEW, 1, Kind.PREPARE)
    assert there.next_step.person == there.candidate.person
    assert there.first_on == (timezone.now() + 3 * DAY).date()
    assert [one.person for one in made.people.all()] == [inside.martin]
    assert JobOrder.objects.get().stage == Stage.FIRST_INTERVIEW


def test_an_interview_before_the_submittal_is_refused(inside, it):
    with pytest.raises(Refused, match="comes after that"):
        arrange(it, inside, timezone.now() - 20 * DAY)
    row = arrange(it, inside, timezone.now() + DAY)
    with pytest.raises(Refused, match="comes after that"):
        actions.move(row, starts=timezone.now() - 20 * DAY, by=inside.sam)


def test_one_round_after_the_other(inside, it):
    arrange(it, inside, timezone.now() + DAY)
    with pytest.raises(Refused, match="still to come"):
        arrange(it, inside, timezone.now() + 2 * DAY)


def test_a_second_round_says_that_they_went_on_without_a_debrief(inside, it):
    first = arrange(it, inside, timezone.now() - DAY)
    with pytest.raises(Refused, match="later than that"):
        arrange(it, inside, timezone.now() - 2 * DAY)
    second = arrange(it, inside, timezone.now() + DAY)
    first.refresh_from_db()
    assert (first.held, first.forward, first.skipped_by, second.round) == (Held.HELD, True, inside.sam, 2)
    assert _now(it).stage == Stage.FURTHER_INTERVIEW


def test_a_third_round_leaves_what_was_decided(inside, it):
    first = arrange(it, inside, timezone.now() - 2 * DAY)
    actions.debrief(first, words="Good", by=inside.sam)
    actions.feedback(first, forward=True, words="", by=inside.sam)
    second = arrange(it, inside, timezone.now() - DAY)
    actions.debrief(second, words="Very good", by=inside.sam)
    arrange(it, inside, timezone.now() + DAY)
    second.refresh_from_db()
    assert (second.forward, second.skipped_by_id, second.debrief) == (True, None, "Very good")


def test_a_round_moves_with_its_people_and_place(inside, it):
    row = arrange(it, inside, timezone.now() + DAY)
    then = timezone.now() + 2 * DAY
    actions.move(row, starts=then, how=How.PHONE, place=" Floor 2 ", minutes=30, people=[inside.martin], by=inside.sam)
    row.refresh_from_db()
    assert (row.starts, row.how, row.place, row.minutes, row.people.count()) == (then, How.PHONE, "Floor 2", 30, 1)


def test_a_round_is_not_moved_before_the_one_before_nor_when_it_is_over(inside, it):
    first = arrange(it, inside, timezone.now() - 3 * DAY)
    second = arrange(it, inside, timezone.now() - DAY)
    with pytest.raises(Refused, match="Round 1 was later"):
        actions.move(second, starts=timezone.now() - 4 * DAY, by=inside.sam)
    first.refresh_from_db()
    with pytest.raises(Refused, match="is over"):
        actions.move(first, starts=timezone.now(), by=inside.sam)


def test_cancelled_leaves_the_search_for_another_day(inside, it):
    row = arrange(it, inside, timezone.now() + DAY)
    actions.cancel(row, words="Martin is ill", by=inside.sam)
    there = _now(it)
    assert (there.stage, there.round, there.first_on) == (Stage.SUBMITTED, 0, None)
    assert (there.next_step.kind, there.next_step.person) == (Kind.PROGRESS, inside.martin)
    with pytest.raises(Refused, match="known already"):
        actions.cancel(row, words="", by=inside.sam)
    with pytest.raises(Refused, match="cancelled"):
        actions.debrief(row, words="", by=inside.sam)
    assert arrange(it, inside, timezone.now() + 2 * DAY).round == 1


def test_who_did_not_come_is_asked_first(inside, it):
    ahead = arrange(it, inside, timezone.now() + DAY)
    with pytest.raises(Refused, match="still to come"):
        actions.missed(ahead, words="", by=inside.sam)
    actions.move(ahead, starts=timezone.now() - HOUR, by=inside.sam)
    actions.missed(ahead, words="", by=inside.sam)
    there = _now(it)
    assert (there.stage, there.next_step.kind) == (Stage.SUBMITTED, Kind.DEBRIEF)
    actions.debrief(ahead, words="A train", wanted=Wanted.YES, by=inside.sam)
    assert (ahead.held, _now(it).next_step.kind) == (Held.NO_SHOW, Kind.PROGRESS)
    with pytest.raises(Refused, match="did not come"):
        actions.feedback(ahead, forward=True, words="", by=inside.sam)


def test_preparing_keeps_each_part_and_all_of_them_make_it_done(inside, it):
    row = arrange(it, inside, timezone.now() + 3 * DAY)
    actions.prepare(row, parts={Part.WHO: "Martin, by video", Part.MONEY: ""}, by=inside.sam)
    assert (row.prep, row.prepared_on) == ({"who": "Martin, by video"}, None)
    actions.prepare(row, parts=dict.fromkeys(Part, "Said"), by=inside.sam)
    assert row.prepared_on is not None
    assert _now(it).next_step.kind == Kind.DEBRIEF
    actions.cancel(row, words="", by=inside.sam)
    with pytest.raises(Refused, match="nothing to prepare"):
        actions.prepare(row, parts={}, done=True, by=inside.sam)


def test_the_client_is_called_after_the_candidate(inside, it):
    row = arrange(it, inside, timezone.now() - DAY)
    with pytest.raises(DebriefFirst):
        actions.feedback(row, forward=True, words="", by=inside.sam)
    actions.debrief(row, words="I’d say yes today.", wanted=Wanted.YES, by=inside.sam)
    step = _now(it).next_step
    assert (step.kind, step.person) == (Kind.FEEDBACK, inside.martin)
    assert "Sanna wants it. “I’d say yes today.”" in step.why
    actions.feedback(row, forward=None, words="Not sure yet", by=inside.sam)
    assert _now(it).next_step.kind == Kind.FEEDBACK
    actions.feedback(row, forward=True, words="Go on", by=inside.sam)
    assert _now(it).next_step.kind == Kind.PROGRESS


def test_going_ahead_without_is_kept(inside, it):
    row = arrange(it, inside, timezone.now() - DAY)
    actions.skip_debrief(row, by=inside.priya)
    assert row.skipped_by == inside.priya
    actions.feedback(row, forward=False, words="No outages led", by=inside.sam)
    there = _now(it)
    assert (there.stop.kind, there.stop.words) == (Stop.CLIENT_NO, "No outages led")


def test_nothing_is_asked_before_its_hour_and_no_debrief_skipped_that_was(inside, it):
    row = arrange(it, inside, timezone.now() + DAY)
    for act in (
        lambda: actions.debrief(row, words="", by=inside.sam),
        lambda: actions.skip_debrief(row, by=inside.sam),
        lambda: actions.feedback(row, forward=True, words="", by=inside.sam),
    ):
        with pytest.raises(Refused, match="still to come"):
            act()
    actions.move(row, starts=timezone.now() - HOUR, by=inside.sam)
    actions.debrief(row, words="", by=inside.sam)
    with pytest.raises(Refused, match="have been debriefed"):
        actions.skip_debrief(row, by=inside.sam)


def test_of_two_who_change_a_round_one_is_told(inside, it):
    row = arrange(it, inside, timezone.now() + DAY)
    seen = row.version
    actions.move(row, starts=timezone.now() + 2 * DAY, by=inside.sam)
    with pytest.raises(Stale):
        actions.move(row, starts=timezone.now() + 3 * DAY, by=inside.priya, seen=seen)
