"""The page of a feedback call."""

from __future__ import annotations

import pytest

from rightday.joborders.feedback import actions
from rightday.joborders.feedback.models import FeedbackPlan
from rightday.joborders.feedback.queries import feedback_page
from rightday.joborders.models import OrderFact
from rightday.people.models import PhoneNumber
from tests.joborders.feedback.test_actions import full


def test_what_is_shown(inside):
    interview = full(inside)
    with pytest.raises(FeedbackPlan.DoesNotExist):
        feedback_page(interview.pk, by=inside.sam)
    OrderFact.objects.filter(point="goal").update(said_by=None, source="Project brief")
    actions.build(interview, by=inside.sam)
    shown = feedback_page(interview.pk, by=inside.sam)
    assert shown.lines[0].source.startswith("Project brief, ")
    assert (shown.lines[0].tone, shown.lines[0].icon, shown.lines[1].tone) == ("pair-yes", "tick", "pair-gap")
    assert [one.whom for one in shown.to_ask] == ["Sanna", "Sanna", "Martin", "Martin"]
    assert (shown.debriefed != "", shown.waits_for_debrief, shown.decided) == (True, False, "")


def test_a_number_that_was_wrong_is_not_dialled(inside):
    interview = full(inside)
    actions.build(interview, by=inside.sam)
    PhoneNumber.objects.update(state="wrong")
    assert feedback_page(interview.pk, by=inside.sam).number == ""
