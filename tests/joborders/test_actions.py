"""Orders: taken, learned of, changed; one next step always."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall
from rightday.agenda.rules import Kind as Call
from rightday.joborders import actions
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closed, Kind, Point
from rightday.leads import actions as leads
from rightday.leads.demand import Ending
from rightday.team.rules import Refused
from rightday.timeline import queries as timeline
from tests import desk

DAY = date(2026, 11, 24)
TERMS = {"bill_from": 68_000, "bill_to": 72_000, "pay_to": 56_000}


def taken(cast, **said):
    return actions.take(manager=cast.martin, title=" Platform engineer ", kind=Kind.CONTRACT, by=cast.sam, **said)


def a_lead(cast):
    return leads.create(cast.martin, heard=[], title="Platform engineers", by=cast.sam)


def test_an_order_is_taken_with_its_first_call(inside):
    order = taken(inside, **TERMS)
    order.refresh_from_db()
    assert (order.title, order.company, order.owner, order.known) == (
        "Platform engineer", inside.halden, inside.sam, 1,
    )  # fmt: skip
    assert (order.next_step.kind, order.next_step.of, order.next_step.person) == ("progress", "order", inside.martin)
    assert "1 of 11 points are known." in order.next_step.why
    assert order.next_step.objective.startswith("Answers to what is missing: project, goal")
    assert order.fee_expected == 130 * 14_000
    assert [row.verb for row in timeline.of_order(order.pk)] == ["order.taken"]


def test_an_order_needs_a_company_and_a_manager_who_may_be_called(inside):
    inside.martin.company = None
    with pytest.raises(Refused, match="company"):
        taken(inside)
    assert taken(inside, company=inside.halden).company == inside.halden
    inside.martin.do_not_call = True
    with pytest.raises(DoNotCall):
        taken(inside, company=inside.halden)
    assert JobOrder.objects.count() == 1


def test_taken_twice_from_a_lead_it_is_one_order(inside):
    lead = a_lead(inside)
    first = taken(inside, lead=lead)
    assert taken(inside, lead=lead) == first
    other = actions.take(manager=inside.martin, title="Tester", kind=Kind.CONTRACT, by=inside.sam, lead=lead)
    assert other != first
    assert other.lead == lead


def test_the_leads_own_call_waits_while_its_order_is_worked_on(inside):
    lead = a_lead(inside)
    taken(inside, lead=lead)
    lead.refresh_from_db()
    assert lead.next_step.kind == Call.KEEP_IN_TOUCH
    assert NextStep.objects.filter(person=inside.martin).count() == 2


def test_a_lead_that_has_ended_brings_no_order(inside):
    lead = a_lead(inside)
    leads.end(lead, kind=Ending.CANCELLED, on=DAY, by=inside.sam)
    with pytest.raises(Refused, match="ended"):
        taken(inside, lead=lead)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"starts_on": DAY, "ends_on": DAY - timedelta(days=1)}, "ends? before it starts|end before it starts"),
        ({"openings": 0}, "one place"),
        ({"bill_from": 2, "bill_to": 1}, "above"),
        ({"salary_from": 2, "salary_to": 1}, "above"),
    ],
)
def test_terms_that_cannot_be_are_refused(inside, terms, words):
    with pytest.raises(Refused, match=words):
        taken(inside, **terms)


def test_terms_are_changed_by_one_at_a_time(inside):
    order = taken(inside)
    actions.edit(order, seen=order.version, by=inside.sam, title="Staff engineer", **TERMS)
    order.refresh_from_db()
    assert (order.title, order.known, order.fee_expected) == ("Staff engineer", 1, 130 * 14_000)
    assert timeline.of_order(order.pk)[0].title == "Sam changed the order: rate, rate, pay, title"
    with pytest.raises(Stale):
        actions.edit(order, seen=order.version - 1, by=inside.sam, title="Mine")
    actions.edit(order, seen=order.version, by=inside.sam, title="Staff engineer")
    assert len(timeline.of_order(order.pk)) == 2


def test_an_order_cannot_have_fewer_places_than_are_filled(inside):
    order = taken(inside, openings=3)
    for name in ("Lena Fischer", "Tomás Rey"):
        desk.placement(desk.submittal(order, desk.candidate(inside.sam, desk.someone(name))))
    actions.advance(order, by=inside.sam)
    with pytest.raises(Refused, match="2 of its places"):
        actions.edit(order, seen=order.version, by=inside.sam, openings=1)


def test_what_was_said_last_of_a_point_counts(inside):
    order = taken(inside)
    said = {"order": order, "true_on": DAY, "by": inside.sam}
    actions.know(**said, point=Point.GOAL, words="Book online by March", said_by=inside.martin)
    assert order.known == 1
    actions.know(**said, point=Point.RESULTS, words="It should just work", known=False)
    assert order.known == 1
    actions.know(**said, point=Point.GOAL, words="Not sure any more", known=False)
    order.refresh_from_db()
    assert order.known == 0
    assert order.facts.count() == 3
    assert {row.verb for row in timeline.of_order(order.pk)} == {"order.taken", "order.known", "order.heard"}
    with pytest.raises(Refused):
        actions.know(**said, point=Point.GOAL, words=" ")


def test_the_next_step_is_moved(inside):
    order = taken(inside)
    seen, due = order.next_step_id, order.next_step.due + timedelta(days=7)
    actions.move_step(order, seen_step=seen, due=due, by=inside.sam, objective="Two slots", agreed=True)
    order.refresh_from_db()
    assert (order.next_step.due, order.next_step.objective, order.next_step.agreed) == (due, "Two slots", True)
    assert not NextStep.objects.filter(pk=seen).exists()
    with pytest.raises(Stale):
        actions.move_step(order, seen_step=seen, due=due, by=inside.sam)
    actions.close(order, kind=Closed.CANCELLED, on=DAY, by=inside.sam)
    with pytest.raises(Stale):
        actions.move_step(order, seen_step=seen, due=due, by=inside.sam)


def test_a_note_stands_in_what_happened(inside):
    order = taken(inside)
    actions.note(order, words=" She is away on Friday ", by=inside.sam)
    assert timeline.of_order(order.pk)[0].words == "She is away on Friday"
