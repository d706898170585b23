"""The sentences that plans share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import spoken_day
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN, TUESDAY


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TUESDAY, "Earlier today"),
        (date(2026, 11, 23), "Yesterday"),
        (date(2026, 11, 20), "On Friday"),
        (date(2026, 11, 12), "On 12 November"),
        (None, "The other day"),
        (date(2026, 11, 25), "The other day"),
    ],
)
def test_days_as_they_are_said(day: date | None, words: str) -> None:
    assert spoken_day(day, TUESDAY) == words


def test_whoever_told_us_is_not_named() -> None:
    plan = call_plan(replace(MARTIN, told_by="Anneke"))
    assert "On Friday I heard you were seeing people" in plan.open
    assert "Anneke" not in plan.open


def test_an_introduction_opens_the_door() -> None:
    assert "Lena said I should ring you." in call_plan(replace(MARTIN, introduced_by="Lena")).open


def test_without_a_name_or_a_reason_it_still_speaks() -> None:
    plan = call_plan(replace(MARTIN, first_name="", why="", shows=None, subject="", kind=Kind.LEAD, objective=""))
    assert plan.open.startswith("Hello, it’s Sam from Brightwater. I’m ringing about your team.")
    assert plan.why == "It is the day this call was set for."
    assert plan.objective.ideal == "Take the order, or book a meeting about it"
