"""What is said of a candidate, in dialogs, and taken back."""

from __future__ import annotations

import pytest
from django.test import Client

from rightday.db.row_security import enter
from rightday.people.models import Position
from rightday.talent import actions
from rightday.talent.models import Candidate, Consent, Exclusion, PersonSkill, Wish
from rightday.talent.models_shown import Deed, SkillEvidence
from tests import desk
from tests.conftest import Cast


@pytest.fixture
def who(ours: Cast) -> Candidate:
    with enter(ours.agency):
        return desk.candidate(ours.sam)


@pytest.fixture
def browser(ours: Cast) -> Client:
    return ours.client()


def send(browser: Client, who: Candidate, at: str, **said: str):
    return browser.post(f"/talent/{who.pk}/{at}/", said)


@pytest.mark.parametrize("block", ["work", "free", "money", "place"])
def test_each_block_of_terms_is_asked_for(who: Candidate, browser: Client, block: str):
    assert browser.get(f"/talent/{who.pk}/terms/{block}/").status_code == 200
    assert browser.get(f"/talent/{who.pk}/terms/other/").status_code == 404


def test_money_is_kept_in_minor_units_and_the_first_who_saves_wins(ours: Cast, who: Candidate, browser: Client):
    money = {"currency": "GBP", "rate": "£620", "rate_floor": "590.50", "rate_per": "day", "salary": "85,000"}
    assert send(browser, who, "terms/money", **money, seen="0").status_code == 302
    with enter(ours.agency):
        row = Candidate.objects.get()
    assert (row.rate, row.rate_floor, row.salary, row.salary_floor) == (62_000, 59_050, 8_500_000, None)
    assert "£590.50" in browser.get(f"/talent/{who.pk}/terms/money/").content.decode()
    stale = send(browser, who, "terms/money", **money, seen="0")
    assert stale.status_code == 409 and b"Somebody changed this candidate" in stale.content
    for wrong, words in (("much", b"Write an amount"), ("$620", b"another currency"), ("500", b"The least they take")):
        answer = send(browser, who, "terms/money", **money | {"rate": wrong}, seen="1")
        assert answer.status_code == 422 and words in answer.content


def test_all_that_can_be_said_is_kept(ours: Cast, who: Candidate, browser: Client):
    said = {
        "wishes": {"kind": "never", "words": "On-call"},
        "skills": {"skill": "Go", "shows": "proven", "source": "reference", "years": "6"},
        "positions": {"title": "Developer", "company": "Lumen Grid", "began": "2020-01-01", "supervisor": "Dev Rao"},
        "exclusions": {"company": "Lumen Grid", "why": "gambling"},
        "consents": {"company": "Orbital", "answer": "given"},
        "call": {"due": "2030-01-07", "objective": "Their day"},
    }
    for at, values in said.items():
        assert browser.get(f"/talent/{who.pk}/{at}/").status_code == 200
        assert send(browser, who, at, **values).status_code == 302, at
        assert send(browser, who, at).status_code == 422
    with enter(ours.agency):
        job = Position.objects.get(title="Developer")
        assert (job.company.name, job.supervisor.name) == ("Lumen Grid", "Dev Rao")
        assert (PersonSkill.objects.get().years, Consent.objects.get().company.name) == (6, "Orbital")
        assert Candidate.objects.get().next_step.objective == "Their day"
        wish, exclusion, evidence = Wish.objects.get(), Exclusion.objects.get(), SkillEvidence.objects.get()
    assert (
        send(browser, who, f"positions/{job.pk}/deeds", kind="result", words="140 practices", source="cv").status_code
        == 302
    )
    assert browser.get(f"/talent/{who.pk}/positions/{job.pk}/deeds/").status_code == 200
    for at in (f"wishes/{wish.pk}", f"exclusions/{exclusion.pk}", f"evidence/{evidence.pk}"):
        assert send(browser, who, at).status_code == 302
    assert send(browser, who, "wishes/999").status_code == 404
    with enter(ours.agency):
        assert Deed.objects.get().words == "140 practices"
        assert not Wish.objects.filter(gone_on=None).exists() and not PersonSkill.objects.exists()
        assert not Exclusion.objects.filter(lifted_on=None).exists()
    for resting in ("1", "0"):
        assert send(browser, who, "rest", resting=resting).status_code == 302
        with enter(ours.agency):
            assert (Candidate.objects.get().resting_since is not None) is (resting == "1")


def test_odd_days_are_kept_and_said(ours: Cast, who: Candidate, browser: Client):
    send(browser, who, "positions", title="A", began="2020-01-01", ended="2023-01-01")
    browser.get("/talent/")
    answer = send(browser, who, "positions", title="B", began="2021-01-01", current="on")
    assert "overlaps with A" in browser.get(answer["Location"]).content.decode()
    refused = send(browser, who, "positions", title="C", began="2021-01-01", ended="2020-01-01")
    assert refused.status_code == 422 and b"before it begins" in refused.content


def test_a_company_without_a_name_and_a_refused_answer_say_why(ours: Cast, who: Candidate, browser: Client):
    answer = send(browser, who, "consents", company="Orbital", answer="withdrawn")
    assert answer.status_code == 422 and b"no yes to take back" in answer.content


def test_whoever_said_no_is_not_planned_a_call(ours: Cast, who: Candidate, browser: Client):
    with enter(ours.agency):
        type(who.person).objects.filter(pk=who.person_id).update(do_not_call=True)
        assert actions.make_candidate(who.person, by=ours.sam) == who
    answer = send(browser, who, "call", due="2030-01-07", objective="A name")
    assert answer.status_code in (403, 422)
    assert b"tel:" not in browser.get(f"/talent/{who.pk}/").content
