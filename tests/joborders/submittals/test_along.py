"""The lead's hiring process goes along with a submittal, and falls back with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rightday.joborders.placements import actions as placements
from rightday.joborders.placements.rules import End, Side
from rightday.joborders.submittals import actions, along
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.submittals.rules import How, OfferAnswer, Stop
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.process.models import FallBack, Milestone
from rightday.leads.process.rules import DEFAULT_TEMPLATE
from rightday.leads.rules import HeardEvidence, Shows
from tests import desk

DAY = timedelta(days=1)


@pytest.fixture
def lead(inside, today):
    heard = [HeardEvidence(Shows.INTERVIEWING, "She is seeing people", today - 20 * DAY)]
    return leads.create(inside.martin, heard=heard, title="Platform engineer", by=inside.sam, source="call")


@pytest.fixture
def it(inside, lead, today):
    order = desk.order(inside.sam, inside.martin, lead=lead)
    who = desk.candidate(inside.priya)
    desk.consent(who, order.company)
    return actions.submit(who, to=order, by=inside.sam, on=today - 5 * DAY)


def done():
    rows = Milestone.objects.filter(done_on__isnull=False, round=Lead.objects.get().round)
    return {DEFAULT_TEMPLATE.mark(place).key for place in rows.values_list("place", flat=True)}


def now(it):
    return Submittal.objects.get(pk=it.pk)


def test_nothing_is_typed_twice_from_the_submittal_to_the_start(inside, it, today):
    assert done() == {"cvs"}
    row = actions.arrange(it, starts=timezone.now() - 3 * DAY, how=How.VIDEO, by=inside.sam)
    assert done() == {"cvs", "booked", "arranged"}
    actions.debrief(row, words="", by=inside.sam)
    actions.feedback(row, forward=True, words="", by=inside.sam)
    assert {"completed", "contender"} <= done()
    offer = actions.offer(now(it), by=inside.sam, written_on=today)
    actions.answer_offer(offer, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    assert {"still", "verbal", "written"} <= done()
    actions.resigned(offer, on=today, by=inside.sam)
    made = placements.place(now(it), by=inside.sam, starts_on=today, probation_until=today + 90 * DAY)
    assert Lead.objects.get().filler == "us"
    placements.start_check(made, side=Side.CLIENT, came=True, by=inside.sam)
    assert {"resignation", "start"} <= done()
    assert Milestone.objects.get(place=13).expected == today + 90 * DAY


def test_a_lead_that_is_further_stays_where_it_is(inside, it, today):
    along.reach(it.order, "contender", today, by=inside.sam)
    along.reach(it.order, "booked", today, by=inside.sam)
    along.expect(it.order, "booked", today + DAY, by=inside.sam)
    along.expect(it.order, "verbal", None, by=inside.sam)
    assert done() == {"cvs", "contender"}


def test_a_day_that_the_track_cannot_have_stops_nothing(inside, it, today):
    along.reach(it.order, "booked", today + 3 * DAY, by=inside.sam)
    assert done() == {"cvs"}


def test_a_declined_offer_lets_the_lead_fall_back_and_undoing_puts_it_back(inside, it):
    offer = actions.offer(it, by=inside.sam)
    before = Lead.objects.get()
    actions.answer_offer(offer, answer=OfferAnswer.DECLINED, words="Too far", by=inside.sam)
    assert FallBack.objects.get().why == "declined"
    actions.unstop(now(it), by=inside.sam)
    after = Lead.objects.get()
    assert (after.round, after.milestone, FallBack.objects.count()) == (before.round, before.milestone, 0)


def test_a_lead_that_moved_on_since_stays_fallen(inside, it):
    actions.stop(it, kind=Stop.OTHER_OFFER, words="", by=inside.sam)
    lead = Lead.objects.select_related("person__company", "company", "owner").get()
    leads.edit(lead, seen=lead.version, by=inside.sam, title="Another title")
    actions.unstop(now(it), by=inside.sam)
    assert FallBack.objects.count() == 1


def test_a_no_show_falls_back_as_filled_by_us(inside, it, today):
    offer = actions.offer(it, by=inside.sam)
    actions.answer_offer(offer, answer=OfferAnswer.ACCEPTED, by=inside.sam)
    made = placements.place(now(it), by=inside.sam, starts_on=today)
    placements.end(made, kind=End.NO_SHOW, on=today, by=inside.sam)
    fell = FallBack.objects.get()
    assert (fell.why, fell.filled_by) == ("no_show", "us")
    placements.unend(made, by=inside.sam)
    assert not FallBack.objects.exists()


def test_without_a_lead_or_its_milestone_nothing_is_told(inside, it, today):
    assert along.fail(it.order, "no such", along.Failure.OTHER, today, "", by=inside.sam) == {}
    along.reach(it.order, "no such", today, by=inside.sam)
    alone = desk.order(inside.sam, inside.martin)
    along.reach(alone, "cvs", today, by=inside.sam)
    along.expect(alone, "cvs", today, by=inside.sam)
    along.filled(alone, by=inside.sam)
    assert along.fail(alone, "start", along.Failure.OTHER, today, "", by=inside.sam) == {}
    assert along.unfail(alone, {"before": {}}, by=inside.sam) is False
    assert done() == {"cvs"}
