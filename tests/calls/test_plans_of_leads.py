"""Plans of calls about demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import Lacking
from rightday.calls.plans import call_plan
from tests.calls.briefs import MARTIN


@pytest.mark.parametrize(
    ("missing", "question"),
    [
        (Lacking.NAME_ONLY, "Which company are you with now"),
        (Lacking.COMPANY_ONLY, "Who decides about people on that team"),
        (Lacking.NO_CONTEXT, "Who are you seeing this week"),
        (Lacking.RUMOUR, "Are you interviewing now"),
        (Lacking.ADVERT, "Is it still open"),
    ],
)
def test_each_of_the_five_that_are_no_lead_has_its_question(missing: Lacking, question: str) -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.QUALIFY, lacking=missing))
    assert plan.questions[0].say.startswith(question)
    assert len({one.key for one in plan.questions}) == len(plan.questions)


def test_an_advertisement_without_a_title_and_a_company_without_a_name_read_well() -> None:
    bare = replace(MARTIN, kind=Kind.QUALIFY, subject="", company="")
    assert "you advertised a role on your team" in call_plan(replace(bare, lacking=Lacking.ADVERT)).open
    assert "at your company" in call_plan(replace(bare, lacking=Lacking.COMPANY_ONLY)).open


@pytest.mark.parametrize(
    "kind", [Kind.LEAD, Kind.CONFIRM, Kind.QUALIFY, Kind.MILESTONE, Kind.CALL_BACK, Kind.KNOWLEDGE]
)
def test_every_talk_with_a_manager_closes_with_the_permission_question(kind: Kind) -> None:
    assert call_plan(replace(MARTIN, kind=kind)).close.endswith("May I call you on the day of your next decision?")
