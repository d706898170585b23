"""Plans of calls to clients about job orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN


@pytest.mark.parametrize(
    ("kind", "first", "asks"),
    [
        (Kind.PROGRESS, "next", "others"),
        (Kind.PRESENT, "fit", "when"),
        (Kind.FEEDBACK, "saw", "gap"),
        (Kind.OFFER, "terms", "start"),
        (Kind.START_CHECK, "came", "missing"),
        (Kind.MPC, "see", "advice"),
        (Kind.EVENT, "come", "topic"),
        (Kind.SUPPORT, "stuck", "closest"),
    ],
)
def test_each_opens_asks_and_closes(kind: Kind, first: str, asks: str) -> None:
    plan = call_plan(replace(MARTIN, kind=kind))
    assert plan.questions[0].key == first
    assert asks in {each.key for each in plan.questions}
    assert plan.open.startswith("Martin, it’s") and "?" in plan.close + plan.open
    assert plan.objective.ideal and plan.objective.realistic and plan.objective.least


def test_an_objective_that_was_set_comes_first() -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.PROGRESS, objective="A yes on Friday"))
    assert plan.objective.ideal == "A yes on Friday"
