"""Candidates in the browser: the list and its filters, the page of one."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from rightday.db.row_security import enter
from rightday.people import search
from rightday.people.models import Person
from rightday.talent import actions, actions_life
from rightday.talent.models import Candidate
from rightday.talent.models_mpc import Mpc
from rightday.talent.models_shown import Reference
from rightday.talent.rules import ConsentAnswer, DeedKind, Shown, SkillSource, Span, WishKind
from rightday.talent.skills import actions as skills
from tests import desk
from tests.conftest import Cast
from tests.counting import of_page


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def full(cast: Cast, count: int, first: int = 0) -> Candidate:
    """Sanna with so many of everything."""
    sam = cast.sam
    with enter(cast.agency):
        person = Person.objects.filter(name="Sanna Koskinen").first() or desk.someone()
        who = actions.make_candidate(person, by=sam, headline="Reliability engineer", rate=62_000, rate_floor=59_000)
        for n in range(first, first + count):
            firm = actions_life.company_called(f"Firm {n}", by=sam)
            boss = actions_life.supervisor_called(f"Dev Rao{n}", company=firm, by=sam)
            job = actions_life.add_position(
                person, span=Span("Engineer", date(2020 + n, 1, 1), date(2022 + n, 1, 1)), company=firm,
                supervisor=boss, by=sam,
            )  # fmt: skip
            actions_life.add_deed(job, kind=DeedKind.RESULT, words=f"{n} outages", source=SkillSource.CV, by=sam)
            skill = skills.skill_called(f"Skill {n}", by=sam)
            skills.add_evidence(
                person, skill, source=SkillSource.CANDIDATE, shows=list(Shown)[n % 3], words=f"Words {n}", by=sam
            )
            for kind in WishKind:
                actions.wish(who, kind=kind, words=f"{kind} {n}", by=sam)
            actions.exclude(person, firm, why="gambling", by=sam)
            actions.record_consent(person, firm, answer=ConsentAnswer.GIVEN, by=sam)
            Reference.objects.create(candidate=who, referee=boss, named_on=timezone.localdate())
            desk.submittal(desk.order(sam, cast.martin), who)
        Mpc.objects.get_or_create(candidate=who, owner=sam, points={"realistic": {"met": True, "words": "£620"}})
        if who.next_step is None:
            actions.plan_call(who, due=timezone.localdate(), objective="Their day", by=sam)
        search.put_persons([person.pk])
    return who


def statements(browser: Client, path: str) -> int:
    return len(of_page(browser, path))


def test_the_page_says_all_of_a_candidate(ours: Cast, browser: Client):
    who = full(ours, 1)
    html = browser.get(f"/talent/{who.pk}/").content.decode()
    for words in (
        "Sanna Koskinen", "Reliability engineer", "£620 a day, not under £590", "Skill 0", "Words 0", "Jan 2020 to Jan 2022",
        "Dev Rao0", "0 outages", "moves 0", "never 0", "gambling", "said yes today", "1 of 5", "named", "Their day", "In play",
    ):  # fmt: skip
        assert words in html, words


def test_the_same_statements_for_one_and_for_three(ours: Cast, browser: Client):
    who = full(ours, 1)
    before = {path: statements(browser, path) for path in (f"/talent/{who.pk}/", "/talent/?skill=skill 0&q=sanna")}
    full(ours, 2, first=1)
    with enter(ours.agency):
        for n in range(2):
            actions.make_candidate(desk.someone(f"Sanna More{n}"), by=ours.sam)
    assert {path: statements(browser, path) for path in before} == before


def test_an_empty_candidate_says_what_to_ask(ours: Cast, browser: Client):
    with enter(ours.agency):
        who = desk.candidate(ours.sam)
    html = browser.get(f"/talent/{who.pk}/").content.decode()
    for words in ("not asked", "Nothing known yet", "No position on record", "None yet", "Nobody is ruled out"):
        assert words in html
    assert browser.get(f"/talent/{who.pk + 9}/").status_code == 404
    assert browser.get(f"/talent/{who.pk}/?before=x", headers={"HX-Request": "true"}).status_code == 200


def test_the_list_is_narrowed_and_unknown_stays(ours: Cast, browser: Client):
    full(ours, 1)
    with enter(ours.agency):
        desk.candidate(ours.priya, desk.someone("Ada Bell"), rate=90_000, place="Leeds", free_on=date(2030, 1, 1))
        actions.rest(desk.candidate(ours.priya, desk.someone("Tom Rest")), resting=True, by=ours.priya)

    def named(query: str) -> set[str]:
        html = browser.get(f"/talent/?{query}").content.decode()
        return {name for name in ("Sanna", "Ada", "Tom") if f"{name} " in html}

    assert named("") == {"Sanna", "Ada"}
    assert named("view=mine") == {"Sanna"}
    assert named("view=resting") == {"Tom"}
    assert named("skill=SKILL 0") == {"Sanna"} and named("skill=nothing") == set()
    assert "No skill goes by this word" in browser.get("/talent/?skill=nothing").content.decode()
    assert named("rate=700") == {"Sanna"} and named("rate=x") == {"Sanna", "Ada"}
    assert named("free_by=2027-01-01") == {"Sanna"}
    assert named("place=leeds") == {"Sanna", "Ada"} and named("place=york") == {"Sanna"}
    assert named("q=sanna") == {"Sanna"}
    html = browser.get("/talent/?q=sanna", headers={"HX-Request": "true", "HX-Target": "found"}).content.decode()
    assert "<html" not in html and 'id="found"' in html


def test_a_long_list_reads_on(ours: Cast, browser: Client):
    with enter(ours.agency):
        for n in range(27):
            desk.candidate(ours.sam, desk.someone(f"Person{n:02} Bell"))
    html = browser.get("/talent/").content.decode()
    assert "Person26" in html and "Person01" not in html
    after = html.partition("after=")[2].partition('"')[0]
    assert "Person01" in browser.get(f"/talent/?after={after}").content.decode()


def test_nobody_yet(browser: Client):
    assert "No candidates yet" in browser.get("/talent/").content.decode()
    assert "Nobody like that" in browser.get("/talent/?place=x").content.decode()


def test_a_person_is_made_a_candidate_once(ours: Cast, browser: Client):
    key = str(uuid4())
    for _again in range(2):
        answer = browser.post(f"/people/{ours.martin.pk}/candidate/", {"once": key})
    with enter(ours.agency):
        made = Candidate.objects.get()
    assert answer["Location"] == f"/talent/{made.pk}/" and made.headline == "Head of platform"
