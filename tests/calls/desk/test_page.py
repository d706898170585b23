"""What is at hand for a call of the desk."""

from __future__ import annotations

import pytest

from rightday.agenda.rules import Kind, Of, Reason
from rightday.calls.desk.actions import begin
from rightday.calls.desk.page import desk_call
from rightday.calls.rules import Choice
from rightday.kernel.days import add_working_days
from rightday.people.queries import place_of
from tests import desk


def test_an_order(inside):
    job = desk.order(inside.jo, inside.martin, openings=2, brief="Moves the ledgers")
    call = desk_call(begin(job.next_step_id, by=inside.jo))
    assert (call.kind, call.about, call.href) == ("Progress update", "Platform engineer", f"/orders/{job.pk}/")
    assert dict(call.facts)["Places"] == "0 of 2 filled"
    assert dict(call.facts)["In their words"] == "Moves the ledgers"
    assert [row.number for row in call.numbers] == ["+442079460142"]
    assert "a platform engineer" in call.plan.open
    assert [one.key for one in call.plan.questions[:4]] == [
        "point_goal",
        "point_challenges",
        "point_deliverables",
        "next",
    ]
    assert call.day_of(Choice.TOMORROW) == add_working_days(call.situation.today, 1, place_of(inside.martin))


@pytest.mark.parametrize("headline", ["", "Go, contract"])
def test_a_candidate(inside, headline):
    who = desk.candidate(inside.priya, headline=headline)
    step = desk.step(inside.priya, who.person, Of.CANDIDATE, Kind.CANDIDATE, reason=Reason.CANDIDATE)
    type(who).objects.filter(pk=who.pk).update(next_step=step)
    call = desk_call(begin(step.pk, by=inside.priya))
    assert (call.about, call.href) == (headline or "Candidate", f"/talent/{who.pk}/")
    assert call.facts == () and call.numbers == ()


def test_what_was_tried_before_is_said(inside):
    inside.martin.dials, inside.martin.talks = 5, 2
    inside.martin.save()
    job = desk.order(inside.jo, inside.martin)
    assert dict(desk_call(begin(job.next_step_id, by=inside.jo)).facts)["Picks up"] == "2 of 5 calls"
