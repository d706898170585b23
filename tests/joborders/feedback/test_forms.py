"""Forms of the feedback call."""

from __future__ import annotations

from rightday.joborders.feedback.forms import DecisionForm, LineForm, PlanForm


def test_what_was_raised_is_read_by_its_number():
    form = DecisionForm({"decision": "no", "raised_3": "held", "raised_4": "lost", "raised_5": "", "raised_x": "held"})
    assert form.is_valid()
    assert form.raised() == {3: True, 4: False}


def test_a_day_is_needed_for_later_and_for_a_promise():
    form = DecisionForm({"decision": "wait", "promise": "A CV"})
    assert set(form.errors) == {"decides_on", "promise_by"}


def test_the_others_ask_for_what_they_need():
    assert set(LineForm({}).errors) == {"fit"}
    assert set(PlanForm({}).errors) == {"seen", "objective"}
