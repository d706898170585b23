"""What the forms of submittals make of what is typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rightday.joborders.submittals.forms import ArrangeForm, DebriefForm, FeedbackForm, StopForm
from rightday.joborders.submittals.rules import Stop, Wanted


def test_an_hour_is_meant_where_the_client_is():
    form = ArrangeForm({"day": "2026-12-01", "hour": "14:00", "how": "video"})
    assert form.is_valid()
    assert form.starts("Europe/Oslo") == datetime(2026, 12, 1, 13, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "meant"), [("yes", True), ("no", False), ("", None)])
def test_not_decided_is_neither(typed, meant):
    form = FeedbackForm({"words": "Well", "decision": typed})
    assert form.is_valid()
    assert form.forward() is meant


def test_what_was_not_said_stays_open():
    form = DebriefForm({"words": "Good", "wanted": ""})
    assert form.is_valid()
    assert form.cleaned_data["wanted"] is None
    assert DebriefForm({"words": "Good", "wanted": "yes"}).fields["wanted"].clean("yes") is Wanted.YES


def test_placed_is_no_stop_to_choose():
    assert not StopForm({"kind": Stop.PLACED.value}).is_valid()
    assert StopForm({"kind": Stop.WITHDRAWN.value}).is_valid()
