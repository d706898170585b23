"""Closing and opening again: whoever is in play stops, and the lead moves along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.joborders import actions
from rightday.joborders.rules import Closed, Kind, Stage
from rightday.leads import actions as leads
from rightday.leads.demand import Ending
from rightday.people import actions as people
from tests import desk

DAY = date(2026, 11, 24)


def a_lead(cast):
    return leads.create(cast.martin, heard=[], title="Platform engineers", by=cast.sam)


def taken(cast, lead=None, title="Platform engineer"):
    return actions.take(manager=cast.martin, title=title, kind=Kind.CONTRACT, by=cast.sam, lead=lead)


def close(cast, order, kind=Closed.FILLED_BY_US, **said):
    return actions.close(order, kind=kind, on=DAY, by=cast.sam, **said)


def test_a_closed_order_has_no_next_step(inside):
    order = taken(inside)
    closing = close(inside, order, words="Tomás starts in January")
    order.refresh_from_db()
    assert (order.next_step, order.closing) == (None, closing)
    assert NextStep.objects.count() == 0
    with pytest.raises(Stale):
        close(inside, order)


def test_whoever_is_in_play_stops_and_the_order_stays_as_far_as_it_came(inside):
    order = taken(inside)
    row = desk.submittal(order, desk.candidate(inside.sam), stage=Stage.OFFER)
    close(inside, order, Closed.CANCELLED)
    row.refresh_from_db()
    order.refresh_from_db()
    assert (row.next_step, row.stop.kind, order.stage) == (None, "order_closed", Stage.OFFER)
    actions.reopen(order, by=inside.sam)
    assert order.stage == Stage.TAKEN


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        (Closed.FILLED_BY_US, Ending.FILLED_BY_US),
        (Closed.COMPETITOR, Ending.FILLED_BY_COMPETITOR),
        (Closed.DIRECT, Ending.FILLED_DIRECTLY),
        (Closed.INTERNAL, Ending.FILLED_DIRECTLY),
        (Closed.CANCELLED, Ending.CANCELLED),
    ],
)
def test_the_lead_ends_as_its_order_does_and_is_open_again_with_it(inside, kind, ending):
    lead = a_lead(inside)
    order = taken(inside, lead)
    brightline = people.add_company("Brightline", by=inside.sam)
    close(inside, order, kind, rival=brightline)
    lead.refresh_from_db()
    rival = brightline if kind is Closed.COMPETITOR else None
    assert (lead.outcome.kind, lead.outcome.rival, order.closing.rival) == (ending, rival, rival)
    actions.reopen(order, by=inside.sam)
    lead.refresh_from_db()
    assert (lead.outcome, order.closing) == (None, None)
    assert lead.next_step is not None
    assert order.past_closings.get().kind == kind
    with pytest.raises(Stale):
        actions.reopen(order, by=inside.sam)


def test_an_order_we_give_up_leaves_its_lead_open(inside):
    lead = a_lead(inside)
    close(inside, taken(inside, lead), Closed.GIVEN_UP)
    lead.refresh_from_db()
    assert lead.outcome is None


def test_a_lead_ends_with_the_last_of_its_orders_as_filled_by_us_if_one_was(inside):
    lead = a_lead(inside)
    first, second = taken(inside, lead), taken(inside, lead, "Tester")
    close(inside, first)
    lead.refresh_from_db()
    assert lead.outcome is None
    close(inside, second, Closed.CANCELLED)
    lead.refresh_from_db()
    assert lead.outcome.kind == Ending.FILLED_BY_US


def test_a_lead_that_ended_by_itself_stays_ended(inside):
    lead = a_lead(inside)
    order = taken(inside, lead)
    lead.refresh_from_db()
    leads.end(lead, kind=Ending.NOT_RECRUITING, on=DAY, by=inside.sam)
    close(inside, order, Closed.CANCELLED)
    actions.reopen(order, by=inside.sam)
    lead.refresh_from_db()
    assert lead.outcome.kind == Ending.NOT_RECRUITING


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=st.lists(st.sampled_from(["close", "reopen", "advance", *Closed]), max_size=6))
def test_any_order_of_verbs_leaves_one_step_or_one_end(inside, verbs):
    order = taken(inside)
    for verb in verbs:
        try:
            if verb == "reopen":
                actions.reopen(order, by=inside.sam)
            elif verb == "advance":
                actions.advance(order, by=inside.sam)
            else:
                close(inside, order, Closed.CANCELLED if verb == "close" else Closed(verb))
        except Stale:
            pass
        order.refresh_from_db()
        assert (order.next_step is None) != (order.closing is None)
        assert NextStep.objects.filter(pk=order.next_step_id or 0).count() == (order.closing is None)
