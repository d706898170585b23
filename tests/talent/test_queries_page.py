"""The page's lines: of each skill the evidence that decides, of each company the latest answer."""

from __future__ import annotations

from datetime import timedelta

from rightday.talent import actions
from rightday.talent.queries_page import candidate_page
from rightday.talent.rules import ConsentAnswer, Shown, SkillSource
from rightday.talent.skills import actions as skills
from rightday.team import queries as team
from tests import desk
from tests.conftest import Cast


def test_the_evidence_that_decides_is_shown_with_its_age(inside: Cast):
    who, day = desk.candidate(inside.sam), team.today(inside.sam) - timedelta(days=12)
    go, rust = (skills.skill_called(name, by=inside.sam) for name in ("Go", "Rust"))
    skills.add_evidence(who.person, rust, source=SkillSource.CV, shows=Shown.UNKNOWN, by=inside.sam)
    skills.add_evidence(
        who.person, go, source=SkillSource.REFERENCE, shows=Shown.PROVEN, years=6, on=day, by=inside.sam
    )
    skills.add_evidence(who.person, go, source=SkillSource.CV, shows=Shown.PARTLY, words="Read", by=inside.sam)
    first, second = candidate_page(inside.sam, who.pk).skills
    assert (first.name, first.words, first.state, first.age, first.source) == (
        "Go",
        "6 years",
        "have",
        "12 days",
        "Reference",
    )
    assert (second.name, second.state) == ("Rust", "miss")


def test_the_latest_answer_of_a_company_counts(inside: Cast):
    who = desk.candidate(inside.sam)
    for answer in (ConsentAnswer.GIVEN, ConsentAnswer.WITHDRAWN):
        actions.record_consent(who.person, inside.halden, answer=answer, by=inside.sam)
    actions.rest(who, resting=True, by=inside.sam)
    page = candidate_page(inside.sam, who.pk)
    assert page.consents == (("Halden Insurance", "withdrawn", "today"),) and page.resting == "today"
