"""October's leads, read in November."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, KnownBy
from rightday.people.actions_competitors import competitor_named
from tests.insight.conftest import TODAY, days_before, made


@pytest.fixture
def october(ours):
    """Thirteen leads of October: one filled by a competitor, one by us, one open, ten nobody knows of."""
    with enter(ours.agency):
        harrow = competitor_named("Harrow & Pike", by=ours.sam)
        for kind, rival, who in (
            (Ending.FILLED_BY_COMPETITOR, harrow, ""), (Ending.FILLED_BY_US, None, "Oliver Tan"),
        ):  # fmt: skip
            lead = made(ours, date(2026, 10, 8), name=f"Dana {kind.value}", heard_by=ours.priya)
            actions.end(
                lead, kind=kind, on=date(2026, 11, 12), rival=rival, who=who, known_by=KnownBy.MANAGER, by=ours.sam
            )
        made(ours, date(2026, 10, 20), name="Omar Open", milestone_on=days_before(-3), milestone=4, stage=3)
        for number in range(10):
            made(ours, date(2026, 10, 1), name=f"Silent Number{number}", owner=ours.jo if number % 2 else ours.sam)
        made(ours, date(2026, 11, 3), name="Nina November")


def text(answer):
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_every_lead_and_what_became_of_it(ours, october):
    page = text(ours.client().get("/results/history/"))
    assert "<h1>October’s leads, read in November</h1>" in page
    assert "<b>3</b> of 13 <span>23%, likely 8 to 50</span>" in page
    assert "September: no leads" in page
    assert "What became of all 13" in page
    assert "10 we do not know" in page and "10 never called." in page
    assert "Put 10 calls on the sheet" in page
    assert "Harrow &amp; Pike, Thu 12 Nov" in page
    assert "Oliver Tan, Thu 12 Nov" in page
    assert "The manager said so, put down by Sam" in page
    assert "Interviewing, expected Sat 28 Nov" in page
    assert "Nina November" not in page
    assert (
        page.index("We do not know</th>")
        < page.index('id="us"')
        < page.index('id="competitor"')
        < page.index('id="open"')
    )


def test_tabs_scopes_and_periods_are_addresses(ours, october):
    browser = ours.client()
    ours_ = text(browser.get("/results/history/?from=2026-10-01&to=2026-10-31&tab=us"))
    assert "Oliver Tan" in ours_ and 'id="competitor"' not in ours_
    assert "None of them." in text(browser.get("/results/history/?tab=ended"))
    mine = text(ours.client(ours.priya).get("/results/history/?scope=mine"))
    assert "What became of all 2" in mine and "too few to say" in mine
    free = text(browser.get("/results/history/?from=2026-10-08&to=2026-11-05"))
    assert "Leads of 8 October to 5 November, read in November" in free
    assert 'type="date"' in free and 'value="2026-10-08"' in free
    assert 'type="date"' not in text(browser.get("/results/history/"))
    assert 'type="date"' in text(browser.get("/results/history/?choose=yes"))
    assert "No leads then" in text(browser.get("/results/history/?from=2026-01-01&to=2026-01-31"))
    assert "A year is read at once" in text(browser.get("/results/history/?from=2020-01-01&to=2026-10-31"))


def test_the_calls_that_close_the_gap(ours, october):
    browser = ours.client()
    sent = {"from": "2026-10-01", "to": "2026-10-31", "scope": "team", "once": "5f3c0d6e8b1f4a6f9a6d2f1c5b7a9e10"}
    answer = browser.post("/results/history/calls/", sent)
    assert browser.post("/results/history/calls/", sent).headers["Location"] == answer.headers["Location"]
    assert answer.headers["Location"] == "/results/history/?from=2026-10-01&to=2026-10-31&scope=team"
    assert "10 calls are on the sheet: Sam Whitlock five, Jo Lindqvist five." in text(browser.get("/results/history/"))
    with enter(ours.agency):
        called = Lead.objects.filter(next_step__kind="milestone", next_step__due=TODAY)
        assert called.count() == 10
    browser.post("/results/history/calls/", sent | {"once": ""})
    assert "on a sheet already" in text(browser.get("/results/history/"))


def test_never_who_said_no_nor_a_day_agreed(ours, october):
    with enter(ours.agency):
        silent = list(Lead.objects.filter(person__given="Silent").select_related("next_step").order_by("id"))
        Lead.objects.filter(pk=silent[0].pk).update(uncalled_on=TODAY)
        type(silent[1].person).objects.filter(pk=silent[1].person_id).update(do_not_call=True)
        NextStep.objects.filter(pk=silent[2].next_step_id).update(agreed=True, due=days_before(-5))
        before = list(NextStep.objects.filter(pk__in=[one.next_step_id for one in silent[:3]]).order_by("pk").values())
    browser = ours.client()
    browser.post("/results/history/calls/", {"scope": "team"})
    assert "Seven calls are on the sheet" in text(browser.get("/results/history/"))
    with enter(ours.agency):
        after = list(NextStep.objects.filter(pk__in=[one.next_step_id for one in silent[:3]]).order_by("pk").values())
    assert after == before


def test_the_download_is_what_is_shown(ours, october):
    with enter(ours.agency):
        Lead.objects.filter(person__name="Omar Open").update(title="=1+1")
    answer = ours.client().get("/results/history/download/?from=2026-10-01&to=2026-10-31")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert "history-2026-10-01-2026-10-31-all.csv" in answer["Content-Disposition"]
    assert (len(lines), lines[0].split(",")[0]) == (14, "Number")
    assert any("'=1+1" in line for line in lines)
    answer = ours.client().get("/results/history/download/?tab=us")
    assert len(b"".join(answer.streaming_content).splitlines()) == 2
    assert ours.client(ours.jo).get("/results/history/download/").status_code == 403
    assert "Download" not in text(ours.client(ours.jo).get("/results/history/"))
