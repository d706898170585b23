"""Each kind of call has a plan that can be read aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import Brief, Lacking, spoken_day
from rightday.calls.plans import call_plan, lacking
from rightday.leads.rules import Shows

TUESDAY = date(2026, 11, 24)
MARTIN = Brief(
    kind=Kind.CONFIRM, caller="Sam", agency="Brightwater", first_name="Martin", company="Halden Insurance",
    subject="the platform team", why="Goes stale tomorrow.", objective="Still interviewing, and the day he decides",
    today=TUESDAY, lacking=Lacking.NO_CONTEXT, shows=Shows.INTERVIEWING, heard_on=date(2026, 11, 20),
)  # fmt: skip


def test_a_plan_speaks_to_the_person_about_what_was_heard() -> None:
    plan = call_plan(MARTIN)
    assert plan.why == "Goes stale tomorrow."
    assert plan.open == (
        "Martin, it’s Sam from Brightwater. On Friday you were seeing people; "
        "I have it down as the platform team. How did they do?"
    )
    assert plan.objective.ideal == "Still interviewing, and the day he decides"
    assert [question.key for question in plan.questions] == ["seeing", "decides", "no", "rivals"]


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


@given(
    st.builds(
        Brief,
        kind=st.sampled_from(Kind), caller=st.just("Sam"), agency=st.just("Brightwater"),
        first_name=st.sampled_from(["", "Martin"]), company=st.sampled_from(["", "Halden"]),
        subject=st.sampled_from(["", "two engineers"]), why=st.sampled_from(["", "Because."]),
        objective=st.sampled_from(["", "A date"]), today=st.just(TUESDAY), lacking=st.sampled_from(Lacking),
        shows=st.none() | st.sampled_from(Shows), heard_on=st.none() | st.dates(),
    )
)  # fmt: skip
def test_every_plan_is_whole(brief: Brief) -> None:
    plan = call_plan(brief)
    sentences = [plan.why, plan.open, plan.close, plan.objective.ideal, plan.objective.realistic, plan.objective.least]
    assert all(sentences)
    assert len(plan.questions) >= 3
    assert all(question.say.endswith("?") and question.changes.endswith(".") for question in plan.questions)
    assert "  " not in plan.open
    assert plan.what_if


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


@pytest.mark.parametrize(
    ("named", "company", "shows", "what"),
    [
        (True, True, {Shows.ADVERT, Shows.RUMOUR}, Lacking.ADVERT),
        (True, True, {Shows.RUMOUR}, Lacking.RUMOUR),
        (True, False, set(), Lacking.NAME_ONLY),
        (False, True, set(), Lacking.COMPANY_ONLY),
        (True, True, {Shows.CONTEXT}, Lacking.NO_CONTEXT),
    ],
)
def test_what_is_no_lead_yet(named: bool, company: bool, shows: set[Shows], what: Lacking) -> None:
    assert lacking(named=named, company=company, shows=frozenset(shows)) is what
