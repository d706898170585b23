"""Each kind of call has a plan that can be read aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.agenda.rules import Kind
from rightday.calls.plan_parts import Brief, Lacking
from rightday.calls.plans import call_plan, lacking
from rightday.leads.rules import Shows
from tests.calls.briefs import MARTIN, TUESDAY


def test_a_plan_speaks_to_the_person_about_what_was_heard() -> None:
    plan = call_plan(MARTIN)
    assert plan.why == "Goes stale tomorrow."
    assert plan.open == (
        "Martin, it’s Sam from Brightwater. On Friday you were seeing people. "
        "I have it down as the platform team. How did they do?"
    )
    assert plan.objective.ideal == "Still interviewing, and the day he decides"
    assert [question.key for question in plan.questions] == ["seeing", "decides", "no", "rivals"]


def test_what_they_look_for_is_said_as_a_person_says_it() -> None:
    controls = replace(MARTIN, subject="Controls engineer")
    assert "I have it down as a controls engineer." in call_plan(controls).open
    assert "I’m ringing about a controls engineer." in call_plan(replace(controls, kind=Kind.LEAD, shows=None)).open
    asked = replace(controls, kind=Kind.QUALIFY, subject="2 Java developers")
    assert "perhaps two Java developers." in call_plan(replace(asked, lacking=Lacking.RUMOUR)).open
    assert "you advertised two Java developers." in call_plan(replace(asked, lacking=Lacking.ADVERT)).open


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
