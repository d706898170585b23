"""From a yes to the end of a placement."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.rules import Kind, Reason
from rightday.joborders import actions_close
from rightday.joborders.models import JobOrder
from rightday.joborders.placements import actions
from rightday.joborders.placements.models import Placement
from rightday.joborders.placements.rules import End, Side
from rightday.joborders.rules import Closed, Stage
from rightday.joborders.submittals import actions as submittals
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import OfferAnswer, Stop
from rightday.team.rules import Refused
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def order(inside):
    return desk.order(inside.sam, inside.martin)


@pytest.fixture
def it(inside, order, today):
    return desk.submittal(order, desk.candidate(inside.priya), submitted_on=today - 10 * DAY)


def agreed(it, inside, **said):
    offer = submittals.offer(it, by=inside.sam, **said)
    submittals.answer_offer(offer, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    it.refresh_from_db()
    return offer


def test_a_yes_becomes_a_placement_without_typing_twice(inside, order, it, today):
    agreed(it, inside, starts_on=today, ends_on=today + 90 * DAY, pay=57_000)
    made = actions.place(it, by=inside.sam, check_in_day=4)
    there = Submittal.objects.get()
    assert (there.stop.kind, there.next_step_id) == (Stop.PLACED, None)
    assert (made.pay, made.bill, made.ends_on, made.manager) == (57_000, 66_000, today + 90 * DAY, inside.martin)
    assert (made.next_step.kind, made.next_step.person) == (Kind.START_CHECK, it.candidate.person)
    assert JobOrder.objects.get().filled == 1


def test_a_permanent_start_has_its_fee(inside, today):
    order = desk.order(inside.sam, inside.martin, kind="permanent", fee=2_200, guarantee=[[4, 100], [12, 25]])
    it = desk.submittal(order, desk.candidate(inside.priya), submitted_on=today)
    agreed(it, inside, salary=9_200_000)
    made = actions.place(it, by=inside.sam, starts_on=today + 30 * DAY, probation_until=today + 120 * DAY)
    assert (made.fee, made.ends_on, made.guarantee) == (2_024_000, None, [[4, 100], [12, 25]])
    assert made.next_step.kind == Kind.CANDIDATE


def test_nobody_is_placed_before_a_yes_a_resignation_and_a_day(inside, it, today):
    with pytest.raises(Refused, match="not accepted"):
        actions.place(it, by=inside.sam, starts_on=today)
    offer = agreed(it, inside)
    with pytest.raises(Refused, match="which day"):
        actions.place(it, by=inside.sam)
    submittals.plan_resignation(offer, on=today, by=inside.sam)
    it.refresh_from_db()
    with pytest.raises(Refused, match="resignation"):
        actions.place(it, by=inside.sam, starts_on=today)
    with pytest.raises(TypeError, match="colour"):
        submittals.resigned(offer, on=today, by=inside.sam)
        it.refresh_from_db()
        actions.place(it, by=inside.sam, starts_on=today, colour="green")


@pytest.mark.parametrize("name", ["ends_on", "probation_until"])
def test_what_ends_ends_after_its_start(inside, it, today, name):
    agreed(it, inside)
    with pytest.raises(Refused, match="after"):
        actions.place(it, by=inside.sam, starts_on=today, **{name: today})


def placed(it, inside, today, **said):
    agreed(it, inside)
    return actions.place(it, by=inside.sam, starts_on=today, **said)


def test_both_sides_say_that_they_came_then_weekly(inside, it, today):
    made = placed(it, inside, today)
    actions.start_check(made, side=Side.CONSULTANT, came=True, words="Badge works", by=inside.sam)
    assert (made.started_on, made.next_step.person) == (today, inside.martin)
    assert Submittal.objects.get().stage == Stage.STARTED
    actions.start_check(made, side=Side.CLIENT, came=True, by=inside.sam)
    assert (made.next_step.kind, made.next_step.reason) == (Kind.CHECK_IN, Reason.CHECK_IN)
    assert made.next_step.due == today + 7 * DAY
    actions.go_on(made, by=inside.sam)
    with pytest.raises(Refused, match="They have started"):
        actions.move_start(made, starts_on=today + DAY, by=inside.sam)
    with pytest.raises(Refused, match="Say how it ended"):
        actions.end(made, kind=End.NO_SHOW, on=today, by=inside.sam)


def test_nobody_is_asked_before_the_day_and_the_day_may_move(inside, it, today):
    agreed(it, inside)
    made = actions.place(it, by=inside.sam, starts_on=today + DAY)
    with pytest.raises(Refused, match="Ask on the day"):
        actions.start_check(made, side=Side.CLIENT, came=True, by=inside.sam)
    actions.move_start(made, starts_on=today, by=inside.sam)
    actions.start_check(made, side=Side.CLIENT, came=False, by=inside.sam)
    assert "says that Sanna did not start" in made.next_step.why
    actions.move_start(made, starts_on=today + 2 * DAY, by=inside.sam)
    assert (made.start_checks.count(), made.next_step.due) == (0, today + 2 * DAY)


def test_a_no_show_frees_the_place_and_opens_the_order_again(inside, order, it, today):
    made = placed(it, inside, today)
    actions_close.close(JobOrder.objects.get(), kind=Closed.FILLED_BY_US, on=today, by=inside.sam)
    actions.end(made, kind=End.NO_SHOW, on=today, words="Stayed where she was", by=inside.sam)
    there, job = Submittal.objects.get(), JobOrder.objects.get()
    assert (there.stop.kind, job.filled, job.closing_id) == (Stop.NO_SHOW, 0, None)
    assert there.past_stops.get().kind == Stop.PLACED
    actions.unend(made, by=inside.sam)
    assert (Submittal.objects.get().stop.kind, JobOrder.objects.get().filled) == (Stop.PLACED, 1)
    with pytest.raises(Stale):
        actions.unend(made, by=inside.sam)


def test_a_contract_is_extended_and_the_client_asked_before_its_end(inside, it, today):
    made = placed(it, inside, today, ends_on=today + 10 * DAY)
    for side in Side:
        actions.start_check(made, side=side, came=True, by=inside.sam)
    assert (made.next_step.kind, made.next_step.person) == (Kind.PROGRESS, inside.martin)
    actions.asked_client(made, words="Next week", by=inside.sam)
    assert made.next_step.kind == Kind.CHECK_IN
    with pytest.raises(Refused, match="later day"):
        actions.extend(made, until=today, by=inside.sam)
    actions.extend(made, until=today + 100 * DAY, bill=70_000, by=inside.sam)
    there = Placement.objects.get()
    assert (there.ends_on, there.bill, there.pay, there.asked_on) == (today + 100 * DAY, 70_000, 56_000, None)
    assert there.extensions.get().was_until == today + 10 * DAY


def test_only_a_contract_with_an_end_is_extended(inside, it, today):
    made = placed(it, inside, today)
    with pytest.raises(Refused, match="contract with an end"):
        actions.extend(made, until=today + DAY, by=inside.sam)


def test_an_end_has_a_day_and_fits_the_kind(inside, it, today):
    made = placed(it, inside, today)
    with pytest.raises(Refused, match="still to come"):
        actions.end(made, kind=End.CLIENT, on=today + DAY, by=inside.sam)
    with pytest.raises(Refused, match="before the start"):
        actions.end(made, kind=End.CLIENT, on=today - DAY, by=inside.sam)
    with pytest.raises(Refused, match="guarantee and probation"):
        actions.end(made, kind=End.SETTLED, on=today, by=inside.sam)
    actions.end(made, kind=End.CONSULTANT, on=today, by=inside.sam)
    assert (made.end.kind, made.next_step_id) == (End.CONSULTANT, None)
    with pytest.raises(Stale) as refusal:
        actions.end(made, kind=End.CONSULTANT, on=today, by=inside.priya)
    assert refusal.value.who == "Sam Whitlock"
    actions.unend(made, by=inside.sam)
    assert made.next_step is not None


def test_one_from_before_this_agency_used_rightday_ends_too(inside, it, today):
    made = desk.placement(it, submittal=None, order=None)
    actions.end(made, kind=End.TERM, on=today, by=inside.sam)
    actions.unend(made, by=inside.sam)
    actions.start_check(made, side=Side.CLIENT, came=True, by=inside.sam)
    assert made.next_step.kind == Kind.START_CHECK
