"""The plan of a call is made from what is known of the lead, and of its hiring process."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from rightday.agencies import clock
from rightday.agenda.models import NextStep
from rightday.calls import queries
from rightday.calls.briefing import evidence_of
from rightday.leads.models import Lead
from rightday.leads.process import actions as process
from rightday.leads.process.rules import Failure
from rightday.leads.rules import Shows
from tests.conftest import Cast

DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 40), tick=False):
        yield


def focus(cast: Cast, lead: Lead) -> queries.Focus:
    step = Lead.objects.get(pk=lead.pk).next_step_id or 0
    found = queries.focus(step, by=cast.sam, now=clock.now())
    assert found is not None
    return found


def test_a_milestone_call_asks_the_question_of_its_milestone(inside: Cast, warm: Lead) -> None:
    process.reach(warm, place=6, on=DAY, seen=0, by=inside.sam)
    Lead.objects.update(last_talk_on=DAY)
    process.expect(warm, place=7, day=DAY, seen=warm.version, by=inside.sam)
    found = focus(inside, warm)
    assert found.step.subject == "2nd interview completed"
    assert found.plan.open == (
        "Martin, it’s Sam from Brightwater. I’m ringing to hear where it stands with two platform engineers. "
        "How did it go?"
    )
    assert (found.plan.questions[0].say, found.plan.questions[0].changes) == (
        "How did it go?", "Moves “2nd interview completed”.",
    )  # fmt: skip
    assert found.plan.objective.ideal == "How did it go?"


def test_a_fall_through_opens_the_search_again(inside: Cast, warm: Lead) -> None:
    process.fall_back(warm, place=12, why=Failure.NO_SHOW, on=DAY, seen=0, by=inside.sam)
    plan = focus(inside, warm).plan
    assert "the place for two platform engineers is open again" in plan.open
    assert plan.why == "Start date, Tue 24 Nov: did not start."


def test_who_wants_no_call_is_asked_about_elsewhere(inside: Cast, warm: Lead) -> None:
    Lead.objects.update(uncalled_on=DAY)
    found = Lead.objects.select_related("next_step", "person__company").get(pk=warm.pk)
    process.expect(found, place=12, day=DAY, seen=0, by=inside.sam)
    plan = focus(inside, warm).plan
    assert "You hear more of Halden Insurance than I do" in plan.open
    assert plan.questions[0].say == "Has Halden Insurance found two platform engineers by now?"


def test_without_a_process_a_milestone_call_is_about_the_day(inside: Cast, warm: Lead) -> None:
    NextStep.objects.update(kind="milestone", subject="")
    plan = focus(inside, warm).plan
    assert plan.open.endswith("Today was to be the day. How did it go?")
    assert [one.key for one in plan.questions] == ["stands", "decides", "no"]


def test_of_each_kind_the_latest_the_strongest_first(inside: Cast, warm: Lead) -> None:
    assert [row.shows for row in evidence_of(warm)] == [
        Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS,
    ]  # fmt: skip
