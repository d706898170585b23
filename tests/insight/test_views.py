"""The screens of results."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, Shows
from rightday.people.actions_competitors import competitor_named
from tests.insight.conftest import TODAY, days_before, made


@pytest.fixture
def leaking(ours):
    """A lead of Sam's that was called once, four weeks ago, and one of Jo's."""
    with enter(ours.agency):
        found = []
        for owner, name in ((ours.sam, "Meera Joshi"), (ours.jo, "Rob Ferris")):
            lead = made(
                ours, days_before(40), name=name, owner=owner, call_count=1, last_call_on=days_before(28),
                shows=Shows.RUMOUR,
            )  # fmt: skip
            NextStep.objects.filter(pk=lead.next_step_id).update(due=days_before(20))
            found.append(lead)
        return found


def text(answer):
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_what_leaks_is_mine_first_and_managers_see_it_of_everybody(ours, leaking):
    page = text(ours.client(ours.jo).get("/results/"))
    assert "Followed up once, then forgotten" in page
    assert "Ferris Works" in page and "Joshi Works" not in page
    assert "Yours." in page
    everybody = text(ours.client().get("/results/?scope=team"))
    assert "Ferris Works" in everybody and "Joshi Works" in everybody
    assert "after their owners saw them" in everybody
    mine = text(ours.client().get("/results/?scope=mine"))
    assert "Ferris Works" not in mine and "Joshi Works" in mine
    assert "Nothing leaks" in text(ours.client(ours.priya).get("/results/"))


def test_a_leak_is_put_on_today(ours, leaking):
    browser = ours.client()
    sent = {"lead": leaking[0].pk, "back": "/results/?scope=mine", "once": "5f3c0d6e8b1f4a6f9a6d2f1c5b7a9e10"}
    for _ in range(2):
        answer = browser.post("/results/leaks/sheet/", sent)
        assert answer.headers["Location"] == "/results/?scope=mine"
    page = text(browser.get("/results/?scope=mine"))
    assert "One call is on the sheet: Sam Whitlock." in page
    assert "Nothing leaks" in page
    with enter(ours.agency):
        step = NextStep.objects.get(pk=Lead.objects.get(pk=leaking[0].pk).next_step_id)
        assert (step.due, step.kind) == (TODAY, "milestone")
    assert "Meera Joshi" in text(browser.get("/"))


@pytest.mark.parametrize("sent", [{}, {"lead": "x"}, {"lead": "999999", "back": "https://elsewhere.example/"}])
def test_what_cannot_be_put_on_a_sheet(ours, sent):
    assert ours.client().post("/results/leaks/sheet/", sent).headers["Location"] == "/results/"


def test_all_leaks_of_a_kind(ours, leaking):
    browser = ours.client()
    page = text(browser.get("/results/leaks/?kind=once&scope=team"))
    assert "Ferris Works" in page and "Joshi Works" in page
    assert "None here" in text(browser.get("/results/leaks/?kind=never"))
    assert "Followed up once" in text(browser.get("/results/leaks/?kind=nonsense&after=x"))


def test_who_filled_the_leads_of_a_period(ours):
    with enter(ours.agency):
        harrow = competitor_named("Harrow & Pike", by=ours.sam)
        for kind, rival in ((Ending.FILLED_BY_COMPETITOR, harrow), (Ending.FILLED_BY_US, None)):
            actions.end(made(ours, date(2026, 8, 5)), kind=kind, on=TODAY, rival=rival, by=ours.sam)
        made(ours, date(2026, 8, 6))
    first = text(ours.client().get("/results/"))
    assert "Leads of July to September, and who filled them" in first
    assert 'hx-get="/results/filled/?from=2026-07-01&amp;to=2026-09-30&amp;scope=team"' in first
    page = text(ours.client().get("/results/filled/"))
    assert "3 leads of July to September, and who filled them" in page
    assert "hx-get=" not in page.split('id="filled"')[1].split("</section>")[0]
    piece = text(ours.client().get("/results/filled/", headers={"HX-Request": "true"}))
    assert "3 leads of July to September" in piece and "<html" not in piece
    assert "Harrow &amp; Pike" in page
    assert "one call to make" in page
    assert "/results/history/?from=2026-07-01&amp;to=2026-09-30&amp;scope=team&amp;tab=unknown" in page
    page = text(ours.client().get("/results/filled/?from=2026-10-01&to=2026-10-31"))
    assert "No leads of October" in page


def test_competitors_by_name(ours):
    browser = ours.client()
    assert "No competitor yet" in text(browser.get("/results/competitors/"))
    with enter(ours.agency):
        for number in range(26):
            competitor_named(f"Rival {number:02} Ltd", by=ours.sam)
    first = text(browser.get("/results/competitors/"))
    assert "Rival 24" in first and "Rival 25" not in first
    assert "Rival 25" in text(browser.get("/results/competitors/?after=1~Rival 24 Zed"))


def test_a_quarter_without_leads_leads_to_the_month_that_may_have_some(ours):
    browser = ours.client()
    empty = text(browser.get("/results/filled/", headers={"HX-Request": "true"}))
    assert "Nobody brought one in then." in empty and ">Last month" in empty
    month = "/results/filled/?from=2026-10-01&to=2026-10-31"
    assert ">Last month" not in text(browser.get(month, headers={"HX-Request": "true"}))
