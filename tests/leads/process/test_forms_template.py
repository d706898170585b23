"""The form of a milestone: what can be chosen, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from rightday.leads.process.forms_template import MarkForm, call_choices, restart_choices, weight_choices
from rightday.leads.process.rules import DEFAULT_TEMPLATE, CallWhen, Failure, Mark, MarkKind, Stage

SAID = {
    "name": " First day ", "kind": "decision", "about": "Did they come?", "call": "next_day", "restarts_at": "5",
    "weight": "1.8", "stage": "8", "gap": "10", "fails_as": "no_show", "agree": "on",
}  # fmt: skip


def test_what_was_typed_becomes_the_milestone():
    form = MarkForm(SAID, template=DEFAULT_TEMPLATE, place=12)
    assert form.is_valid(), form.errors
    assert form.changed_mark() == Mark(
        "start", "First day", "Did they come?", MarkKind.DECISION, CallWhen.NEXT_DAY, Stage.PROBATION, 10, True, 5, 1.8,
        Failure.NO_SHOW,
    )  # fmt: skip


def test_shown_and_sent_back_nothing_changes():
    for place, mark in enumerate(DEFAULT_TEMPLATE.marks, 1):
        shown = MarkForm(template=DEFAULT_TEMPLATE, place=place)
        sent = {name: shown[name].value() for name in shown.fields}
        form = MarkForm({k: v for k, v in sent.items() if v is not False}, template=DEFAULT_TEMPLATE, place=place)
        assert form.is_valid(), form.errors
        assert form.changed_mark() == mark


def test_what_cannot_be_is_said_at_its_field():
    wrong = {"name": "", "gap": "300", "restarts_at": "13", "weight": "9", "kind": "x", "call": "", "stage": "9"}
    form = MarkForm(SAID | wrong, template=DEFAULT_TEMPLATE, place=12)
    assert set(form.errors) == set(wrong)


def test_choices():
    assert dict(call_choices(5))["with_previous"] == "With milestone 4"
    assert dict(call_choices(1))["with_previous"] == "With the milestone before"
    assert restart_choices(DEFAULT_TEMPLATE, 2) == [(1, "Back to 1, CVs received"), (2, "Back to 2, Interviews booked")]
    assert weight_choices(1.25)[:3] == [("1", "nothing"), ("1.1", "1.1 times"), ("1.2", "1.2 times")]
    assert ("1.25", "1.25 times") in weight_choices(1.25)


def test_a_decision_asks_about_a_no_and_a_step_about_a_failure():
    labels = [MarkForm(template=DEFAULT_TEMPLATE, place=place)["restarts_at"].label for place in (5, 12)]
    assert labels == ["If the answer is no", "If it falls through"]
    odd = replace(DEFAULT_TEMPLATE, marks=(replace(DEFAULT_TEMPLATE.mark(1), weight=1.25),))
    assert MarkForm(template=odd, place=1)["weight"].value() == "1.25"
