"""Offers: when they may be made, their answers, resignation, counter-offer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.rules import Kind
from rightday.joborders.rules import Stage
from rightday.joborders.submittals import actions
from rightday.joborders.submittals.models import Offer, Submittal
from rightday.joborders.submittals.rules import OfferAnswer, Stop, Watch
from rightday.team.rules import Refused
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def order(inside):
    return desk.order(inside.sam, inside.martin)


@pytest.fixture
def it(inside, order, today):
    return desk.submittal(order, desk.candidate(inside.priya), submitted_on=today - 10 * DAY)


def now(it):
    return Submittal.objects.select_related("next_step", "stop").get(pk=it.pk)


def accepted(it, inside, **said):
    made = actions.offer(it, by=inside.sam, **said)
    return actions.answer_offer(made, answer=OfferAnswer.ACCEPTED, by=inside.sam)


def test_an_offer_waits_for_its_answer(inside, it, today):
    due = timezone.now() + 2 * DAY
    made = actions.offer(it, by=inside.sam, answer_by=due, terms=[{"term": "Rate", "offered": "£560"}], pay=56_000)
    there = now(it)
    assert (there.stage, there.offer_on, made.verbal_on) == (Stage.OFFER, today, today)
    assert (there.next_step.kind, there.next_step.person) == (Kind.OFFER, it.candidate.person)
    assert there.next_step.due == due.date()


def test_one_open_offer_and_no_days_ahead(inside, it, today):
    with pytest.raises(Refused, match="not in the days ahead"):
        actions.offer(it, by=inside.sam, written_on=today + DAY)
    actions.offer(it, by=inside.sam)
    with pytest.raises(Refused, match="There is an offer already"):
        actions.offer(now(it), by=inside.sam)
    with pytest.raises(TypeError, match="colour"):
        actions.edit_offer(Offer.objects.get(), by=inside.sam, colour="green")


def test_no_offer_on_a_filled_order_nor_a_second_yes(inside, order, it):
    other = desk.submittal(order, desk.candidate(inside.sam, desk.someone("Carys Bowen")))
    theirs = actions.offer(other, by=inside.sam)
    accepted(it, inside)
    with pytest.raises(Refused, match="The place is taken"):
        actions.answer_offer(theirs, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    third = desk.submittal(order, desk.candidate(inside.sam, desk.someone("Piotr Lange")))
    with pytest.raises(Refused, match="taken already"):
        actions.offer(third, by=inside.sam)
    type(order).objects.filter(pk=order.pk).update(openings=2)
    actions.answer_offer(theirs, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    with pytest.raises(Refused, match="All 2 places"):
        actions.offer(Submittal.objects.get(pk=third.pk), by=inside.sam)


def test_no_offer_on_a_closed_order(inside, order, it, today, monkeypatch):
    from rightday.joborders.models import Closing

    closing = Closing.objects.create(kind="cancelled", on=today, by=inside.sam)
    type(order).objects.filter(pk=order.pk).update(next_step=None, closing=closing)
    with pytest.raises(Refused, match="has closed"):
        actions.offer(it, by=inside.sam)


def test_a_yes_asks_for_it_in_writing_then_for_the_first_day(inside, it, today):
    offer = accepted(it, inside, starts_on=today + 30 * DAY)
    there = now(it)
    assert (there.stage, there.accepted_on) == (Stage.ACCEPTED, today)
    assert (there.next_step.person, "in writing" in there.next_step.why) == (inside.martin, True)
    actions.edit_offer(offer, written_on=today, by=inside.sam)
    assert now(it).next_step.objective.startswith("Hour, place")


def test_an_answer_comes_once_and_after_the_offer(inside, it, today):
    made = actions.offer(it, by=inside.sam)
    for day in (today + DAY, today - DAY):
        with pytest.raises(Refused, match="comes after the offer"):
            actions.answer_offer(made, answer=OfferAnswer.ACCEPTED, on=day, by=inside.sam)
    actions.answer_offer(made, answer=OfferAnswer.DECLINED, words="Too far", by=inside.sam, goes_on=True)
    assert now(it).next_step.kind == Kind.PROGRESS
    with pytest.raises(Refused, match="answered already"):
        actions.answer_offer(made, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    with pytest.raises(Refused, match="Make another"):
        actions.edit_offer(made, pay=1, by=inside.sam)
    assert actions.offer(now(it), by=inside.sam).pk != made.pk


def test_a_yes_can_be_withdrawn(inside, it):
    offer = accepted(it, inside)
    actions.answer_offer(offer, answer=OfferAnswer.WITHDRAWN, words="Budget gone", by=inside.sam)
    there = now(it)
    assert (there.stop.kind, there.stage, there.accepted_on) == (Stop.CLIENT_NO, Stage.OFFER, None)


def test_resigning_is_called_about_on_the_day_and_noted_after(inside, it, today):
    offer = actions.offer(it, by=inside.sam, written_on=today)
    with pytest.raises(Refused, match="not accepted yet"):
        actions.plan_resignation(offer, on=today + DAY, by=inside.sam)
    actions.answer_offer(offer, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    actions.plan_resignation(offer, on=today + DAY, by=inside.sam)
    assert (now(it).next_step.due, now(it).next_step.person) == (today + DAY, it.candidate.person)
    with pytest.raises(Refused, match="still to come"):
        actions.resigned(offer, on=today + DAY, by=inside.sam)
    with pytest.raises(Refused, match="comes after"):
        actions.resigned(offer, on=today, last_day=today - DAY, by=inside.sam)
    actions.resigned(offer, on=today, last_day=today + 60 * DAY, by=inside.sam)
    assert (offer.resigned_on, offer.last_day) == (today, today + 60 * DAY)
    assert now(it).next_step.person == inside.martin


def test_what_is_heard_of_a_counter_offer_is_kept(inside, it, today):
    offer = actions.offer(it, by=inside.sam)
    with pytest.raises(Refused, match="what you heard"):
        actions.hear_counter(offer, words=" ", by=inside.sam)
    actions.hear_counter(offer, words="Two left since August", who="Omar Haddad", means=Watch.RISK, by=inside.sam)
    heard = {"words": "Two left since August", "who": "Omar Haddad", "on": today.isoformat(), "means": "risk"}
    assert Offer.objects.get().counter == [heard]
    actions.stop(now(it), kind=Stop.COUNTER_OFFER, words="Stays", by=inside.sam)
    assert now(it).stop.kind == Stop.COUNTER_OFFER


def test_of_two_who_change_an_offer_one_is_told(inside, it):
    offer = actions.offer(it, by=inside.sam)
    actions.edit_offer(offer, pay=57_000, by=inside.sam)
    with pytest.raises(Stale):
        actions.edit_offer(offer, pay=58_000, by=inside.priya, seen=0)
