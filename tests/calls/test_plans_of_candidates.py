"""Plans of calls to candidates and referees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN


@pytest.mark.parametrize(
    ("kind", "first", "asks"),
    [
        (Kind.DEBRIEF, "wants", "elsewhere"),
        (Kind.PREPARE, "example", "want"),
        (Kind.MATCH, "interest", "consent"),
        (Kind.CANDIDATE, "changed", "supervisors"),
        (Kind.REFERENCE, "did", "quote"),
    ],
)
def test_each_opens_asks_and_closes(kind: Kind, first: str, asks: str) -> None:
    plan = call_plan(replace(MARTIN, kind=kind))
    assert plan.questions[0].key == first
    assert asks in {each.key for each in plan.questions}
    assert plan.open.startswith("Martin, it’s") and "?" in plan.close + plan.open
    assert plan.objective.ideal and plan.objective.realistic and plan.objective.least


def test_an_objective_that_was_set_comes_first() -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.DEBRIEF, objective="A yes on Friday"))
    assert plan.objective.ideal == "A yes on Friday"


@pytest.mark.parametrize("kind", [Kind.MATCH, Kind.CANDIDATE])
def test_the_three_questions_are_asked_in_every_candidate_call(kind: Kind) -> None:
    keys = [each.key for each in call_plan(replace(MARTIN, kind=kind)).questions]
    assert keys[-3:] == ["supervisors", "seeing", "looking"]
