"""Presenting a candidate: the gate, ends and their undoing, the lead moving along."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.joborders.submittals import actions
from rightday.joborders.submittals.gate import Bar, MayNotBeSent
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import OfferAnswer, Stop
from rightday.talent.models import Exclusion
from rightday.talent.rules import Bar as SendBar
from rightday.team.rules import Refused
from rightday.timeline.models import Event
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def order(inside):
    return desk.order(inside.sam, inside.martin)


@pytest.fixture
def sanna(inside):
    return desk.candidate(inside.priya)


@pytest.fixture
def allowed(order, sanna):
    return desk.consent(sanna, order.company)


def test_a_candidate_is_presented_and_the_client_is_called_about_a_day(inside, order, sanna, allowed, today):
    made = actions.submit(sanna, to=order, by=inside.priya, pay=56_000, bill=66_000, words="Led two moves")
    step = made.next_step
    assert (made.consent, made.owner, made.submitted_on, made.pay) == (allowed, inside.priya, today, 56_000)
    assert (step.kind, step.person, step.owner) == (Kind.PROGRESS, inside.martin, inside.sam)
    assert step.objective == "A day and an hour to meet Sanna"
    assert step.due > today
    event = Event.objects.get(verb="submittal.made")
    assert (event.order, event.person, event.words) == (order, sanna.person, "Led two moves")


@pytest.mark.parametrize(("answer", "words"), [("refused", "said no to"), ("withdrawn", "took back")])
def test_nobody_is_sent_where_the_latest_answer_is_no(inside, order, sanna, allowed, answer, words):
    desk.consent(sanna, order.company, answer)
    with pytest.raises(MayNotBeSent, match=words) as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is SendBar(answer)
    assert not Submittal.objects.exists()


def test_nobody_is_sent_without_being_asked(inside, order, sanna):
    with pytest.raises(MayNotBeSent, match="Ask first") as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is SendBar.NOT_ASKED


def test_nobody_is_sent_to_their_own_employer(inside, order):
    own = desk.candidate(inside.priya, desk.someone("Omar Haddad", inside.halden))
    desk.consent(own, inside.halden)
    with pytest.raises(MayNotBeSent, match="own employer") as refusal:
        actions.submit(own, to=order, by=inside.sam)
    assert refusal.value.bar is SendBar.EMPLOYER


def test_nobody_is_sent_where_a_position_says_they_work(inside, order, sanna, allowed):
    sanna.person.positions.create(company=inside.halden, title="Engineer", current=True)
    with pytest.raises(MayNotBeSent) as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is SendBar.EMPLOYER


def test_nobody_is_sent_where_they_must_not_be(inside, order, sanna, allowed, today):
    Exclusion.objects.create(person=sanna.person, company=inside.halden, why="left in anger", said_on=today)
    with pytest.raises(MayNotBeSent, match="left in anger") as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is SendBar.EXCLUDED


def test_nobody_is_presented_twice(inside, order, sanna, allowed):
    actions.submit(sanna, to=order, by=inside.priya)
    with pytest.raises(MayNotBeSent, match="Priya Nair has presented Sanna") as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is Bar.TWICE
    assert Submittal.objects.count() == 1


def test_of_two_colleagues_at_once_one_is_told(inside, order, sanna, allowed, monkeypatch):
    """The second has looked before the first has written: the database refuses, and nothing is lost."""
    actions.submit(sanna, to=order, by=inside.priya)
    monkeypatch.setattr(actions, "gate", lambda *_: actions.Gate(allowed))
    steps = NextStep.objects.count()
    with pytest.raises(MayNotBeSent, match="just now"), transaction.atomic():
        actions.submit(sanna, to=order, by=inside.sam)
    assert (Submittal.objects.count(), NextStep.objects.count()) == (1, steps)


def test_nobody_is_presented_for_a_closed_order(inside, order, sanna, allowed):
    order.next_step_id = None
    with pytest.raises(MayNotBeSent) as refusal:
        actions.submit(sanna, to=order, by=inside.sam)
    assert refusal.value.bar is Bar.CLOSED


def test_nobody_is_presented_in_the_days_ahead(inside, order, sanna, allowed, today):
    with pytest.raises(Refused, match="still to come"):
        actions.submit(sanna, to=order, by=inside.sam, on=today + DAY)


def test_a_stop_ends_the_next_step_and_can_be_taken_back(inside, order, sanna, allowed):
    made = actions.submit(sanna, to=order, by=inside.sam)
    stop = actions.stop(made, kind=Stop.CLIENT_NO, words="No outages led", by=inside.sam)
    there = Submittal.objects.get()
    assert (there.stop, there.next_step_id, stop.words) == (stop, None, "No outages led")
    actions.unstop(made, by=inside.sam)
    there.refresh_from_db()
    stop.refresh_from_db()
    assert (there.stop_id, stop.was_of) == (None, there)
    assert there.next_step.kind == Kind.PROGRESS


def test_what_stopped_cannot_be_stopped_again_nor_what_runs_be_taken_back(inside, order, sanna, allowed):
    made = actions.submit(sanna, to=order, by=inside.sam)
    with pytest.raises(Stale):
        actions.unstop(made, by=inside.sam)
    actions.stop(made, kind=Stop.WITHDRAWN, words="", by=inside.sam)
    with pytest.raises(Stale) as refusal:
        actions.stop(made, kind=Stop.WITHDRAWN, words="", by=inside.priya)
    assert refusal.value.who == "Sam Whitlock"


def test_a_stop_has_its_day_and_placed_is_not_chosen(inside, order, sanna, allowed, today):
    made = actions.submit(sanna, to=order, by=inside.sam)
    with pytest.raises(Refused, match="Write down the placement"):
        actions.stop(made, kind=Stop.PLACED, words="", by=inside.sam)
    with pytest.raises(Refused, match="only stop between"):
        actions.stop(made, kind=Stop.CLIENT_NO, words="", by=inside.sam, on=today + DAY)


def test_a_stop_stays_where_they_were_presented_again(inside, order, sanna, allowed):
    first = actions.submit(sanna, to=order, by=inside.sam)
    actions.stop(first, kind=Stop.CLIENT_NO, words="", by=inside.sam)
    actions.submit(sanna, to=order, by=inside.sam)
    with pytest.raises(Refused, match="again since"):
        actions.unstop(first, by=inside.sam)


def test_who_said_no_is_not_called_the_other_side_is(inside, order, sanna, allowed):
    made = actions.submit(sanna, to=order, by=inside.sam)
    type(sanna.person).objects.filter(pk=sanna.person.pk).update(do_not_call=True)
    actions.arrange(made, starts=timezone.now() + 3 * DAY, how=actions.rules.How.VIDEO, by=inside.sam)
    assert Submittal.objects.get().next_step.person == inside.martin


def test_an_offer_that_is_declined_ends_it(inside, order, sanna, allowed):
    made = actions.submit(sanna, to=order, by=inside.sam)
    offer = actions.offer(made, by=inside.sam)
    actions.answer_offer(offer, answer=OfferAnswer.DECLINED, words="Too far", by=inside.sam)
    made.refresh_from_db()
    assert (made.stop.kind, made.stop.words, made.next_step_id) == (Stop.OFFER_DECLINED, "Too far", None)
