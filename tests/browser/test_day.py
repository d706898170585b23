"""A consultant's first day, as the guide tells it: the spreadsheet in, two calls made, the evening."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from rightday.agenda.rules import ACHIEVEMENT_SAID, Achievement
from rightday.calls.models import Call
from rightday.commands.sample import write_tracker
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.team import actions as team
from tests.browser.conftest import MORNING, Browser, Desk, at, work

TODAY = MORNING.date()
SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week"


@pytest.fixture
def empty(browser: Browser) -> Desk:
    """An agency on its first morning: Sam alone, nobody to call."""
    agency, _sam = team.found_agency("Fairhaven", owner_email="sam@fairhaven.example", owner_name="Sam Whitlock")
    return Desk(agency, browser)


def tracker(folder: Path, day: date = TODAY) -> Path:
    path = folder / "Sam desk.xlsx"
    write_tracker(path, day)
    return path


def test_from_the_spreadsheet_to_the_evening(empty: Desk, tmp_path: Path) -> None:
    tab = at(empty.tab(), "/")
    assert tab.url.endswith("/start/")
    assert "Nobody to call yet, Sam" in tab.inner_text("h1")

    # The file: let go of, understood, tried, brought in.
    tab.keyboard.press("i")
    tab.wait_for_url("**/imports/")
    tab.set_input_files("input[type=file]", tracker(tmp_path))
    tab.wait_for_url("**/imports/*/")
    tab.wait_for_load_state("networkidle")
    page = tab.url
    assert "Hiring Mgr" in tab.inner_text("table.map")
    tab.get_by_label("Wants becomes").select_option(label="Note, word for word")
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_role("button", name="Bring in")).to_be_visible()
    with enter(empty.agency):
        assert Lead.objects.count() == 0
    at(tab, f"{page}?step=understood").get_by_label("Wants becomes").select_option(label="Lead: whom they look for")
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_role("button", name="Bring in 25 rows")).to_be_visible()
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#import-progress")
    work()
    tab.wait_for_selector(".outcome")
    assert "not brought in" in tab.inner_text("main").casefold()
    with enter(empty.agency):
        assert Lead.objects.count() >= 20

    # The morning: what is wanted from the day.
    tab.keyboard.press("t")
    tab.wait_for_selector(".at-today")
    tab.wait_for_load_state("networkidle")
    tab.fill("#intention textarea", "Keep Halden hot, and leave one with a date.")
    tab.get_by_label("Commitments").fill("1")
    tab.get_by_role("button", name="Keep for today").click()
    expect(tab.locator("#intention .say-sm")).to_have_text("Keep Halden hot, and leave one with a date.")

    # Two calls, two keys each.
    tab.keyboard.press("Escape")
    tab.evaluate("document.activeElement.blur()")
    sheet = tab.locator(".call-name").all_inner_texts()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/today/*/")
    tab.wait_for_load_state("networkidle")
    one, two = sheet[:2]
    expect(tab.locator("#who")).to_have_text(one)
    tab.get_by_role("group", name="What came of the call").get_by_text(
        ACHIEVEMENT_SAID[Achievement.COMMITMENT], exact=True
    ).click()
    tab.keyboard.press("1")
    tab.keyboard.press("Enter")
    expect(tab.locator("#who")).to_have_text(two)
    assert f"{one}: Objective met. Next:" in tab.inner_text("#toasts")
    tab.keyboard.press("3")
    tab.keyboard.press("Enter")
    expect(tab.locator("#who")).not_to_have_text(two)

    # The second was a slip: undone, and logged as what it was.
    tab.keyboard.press("u")
    expect(tab.locator("#who")).to_have_text(two)
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("2")
    tab.keyboard.press("Enter")
    expect(tab.locator("#who")).not_to_have_text(two)

    # The evening: what was intended and what came of it.
    tab.keyboard.press("Escape")
    tab.wait_for_selector(".at-today")
    assert sorted(tab.locator(".sheet-done li b").all_inner_texts()) == sorted([one, two])
    assert "1 of 1" in tab.inner_text("#results")
    with enter(empty.agency):
        assert sorted(Call.objects.filter(undone_at=None).values_list("result", flat=True)) == ["met", "progressed"]
        assert not Lead.objects.open().filter(next_step=None).exists()


def test_a_capture_becomes_a_hot_lead_and_is_called(empty: Desk) -> None:
    tab = at(empty.tab(), "/")
    tab.keyboard.press("c")
    tab.wait_for_selector("dialog[open] #cap-text")
    tab.keyboard.type(SPOKE)
    tab.wait_for_selector("#cap-verdict.v-hot")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#toasts")).to_contain_text("Saved: Hot lead, Priya Natarajan.")
    at(tab, "/")
    expect(tab.locator(".call-next")).to_contain_text("Priya Natarajan")
    expect(tab.locator(".call-next")).to_contain_text("Hot")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/today/*/")
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("2")
    tab.keyboard.press("Enter")
    expect(tab.locator("#toasts")).to_contain_text("Priya Natarajan: Progressed. Next:")
    expect(tab.locator(".sheet-done")).to_contain_text("Priya Natarajan")
    with enter(empty.agency):
        lead = Lead.objects.get()
        assert lead.next_step_id is not None
    at(tab, f"/leads/{lead.pk}/")
    assert "You called Priya Natarajan" in tab.inner_text(".tl")
