"""A call put on the sheet by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall
from rightday.calls.actions_add import add_call
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.people.models import Person
from tests.conftest import Cast

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        yield


def test_somebody_without_a_lead_becomes_one_to_qualify(inside: Cast) -> None:
    step = add_call(inside.martin, on=DAY, by=inside.sam)
    assert (step.due, step.kind, step.why) == (DAY, "qualify", "You wanted to call Martin.")
    assert Lead.objects.get().next_step == step


def test_ones_own_lead_goes_before_a_colleagues(inside: Cast) -> None:
    theirs = leads.create(inside.martin, heard=[], title="theirs", by=inside.priya)
    mine = leads.create(inside.martin, heard=[], title="mine", by=inside.sam)
    step = add_call(inside.martin, on=DAY, by=inside.sam, why="Ask about the budget")
    assert Lead.objects.get(pk=mine.pk).next_step == step
    assert (step.due, step.objective) == (DAY, "Ask about the budget")
    assert Lead.objects.get(pk=theirs.pk).next_step_id == theirs.next_step_id


def test_who_said_no_is_not_added(inside: Cast) -> None:
    Person.objects.update(do_not_call=True)
    with pytest.raises(DoNotCall):
        add_call(Person.objects.get(), on=DAY, by=inside.sam)
    assert not NextStep.objects.exists()


def test_who_wants_no_call_about_it_is_not_added_unless_there_is_something_else(inside: Cast) -> None:
    lead = leads.create(inside.martin, heard=[], title="mine", by=inside.sam)
    Lead.objects.update(uncalled_on=DAY)
    with pytest.raises(DoNotCall):
        add_call(inside.martin, on=DAY, by=inside.sam)
    other = leads.create(inside.martin, heard=[], title="another", by=inside.priya)
    step = add_call(inside.martin, on=DAY, by=inside.sam)
    assert Lead.objects.get(pk=other.pk).next_step == step
    assert Lead.objects.get(pk=lead.pk).next_step_id == lead.next_step_id
