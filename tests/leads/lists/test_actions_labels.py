"""Labels: made by typing, put on, taken off, told of the lead."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from rightday.leads.lists import actions_labels as actions
from rightday.leads.lists.models import Label, LeadLabel
from rightday.team.rules import Refused
from rightday.timeline.models import Event
from tests.leads.many import some_leads


def test_a_label_is_made_once_however_it_is_typed(inside):
    made = actions.label_named(" Priority ", by=inside.sam)
    assert (made.name, made.made_by) == ("Priority", inside.sam)
    assert actions.label_named("PRIORITY", by=inside.priya) == made
    with pytest.raises(Refused, match="Type a word"):
        actions.label_named("  ", by=inside.sam)


def test_two_who_make_the_same_label_at_once_have_one(inside, monkeypatch):
    there = actions.label_named("Priority", by=inside.sam)

    class Nothing:
        def first(self):
            return None

    monkeypatch.setattr(Label.objects, "filter", lambda **asked: Nothing(), raising=False)
    assert actions.label_named("priority", by=inside.priya) == there
    with pytest.raises(IntegrityError):
        Label.objects.create(name="x", key="priority")


def test_a_label_is_put_on_once_and_taken_off_once(inside):
    (lead,) = some_leads(inside, 1)
    label = actions.label_named("Priority", by=inside.sam)
    assert [actions.put_on(lead, label=label, by=inside.sam) for _ in range(2)] == [True, False]
    assert LeadLabel.objects.count() == 1
    assert [actions.take_off(lead, label=label, by=inside.sam) for _ in range(2)] == [True, False]
    told = Event.objects.filter(lead=lead, verb__contains="label").order_by("id")
    assert [(event.verb, event.data) for event in told] == [
        ("lead.labelled", {"label": "Priority"}), ("lead.unlabelled", {"label": "Priority"}),
    ]  # fmt: skip
