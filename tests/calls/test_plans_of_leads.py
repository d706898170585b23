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


@pytest.mark.parametrize(
    ("asks", "question"),
    [
        ("Is one of them the one? No: a shortlist from us today.", "Is one of them the one?"),
        ("Signed? Until then all is open.", "Signed?"),
        ("Where the papers are.", "Where the papers are?"),
        ("", "How did it go?"),
    ],
)
def test_the_question_of_a_milestone_is_asked_and_what_follows_it_is_not_read_out(asks: str, question: str) -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.MILESTONE, milestone="Written offer", asks=asks, subject=""))
    assert plan.open.endswith(f"I’m ringing to hear where it stands. {question}")
    assert plan.questions[0].say == question


def test_what_fell_through_is_spoken_of_with_sympathy_and_a_shortlist() -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.MILESTONE, fell=True, subject=""))
    assert "I hear that the place is open again." in plan.open
    assert plan.close.startswith("You’ll have a shortlist from me today.")
    assert all(one.say.endswith("?") for one in plan.questions)


def test_others_are_asked_without_a_name_of_the_vacancy_too() -> None:
    plan = call_plan(replace(MARTIN, kind=Kind.FIND_OUT, subject="", company=""))
    assert plan.questions[0].say == "Has that firm found somebody new by now?"
