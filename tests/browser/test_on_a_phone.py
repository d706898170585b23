"""390 px wide, under the thumb: tabs, a call with its result, capture, find."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.intake.models import Captured
from rightday.leads.models import Lead
from rightday.people import actions as people
from rightday.people.models import Person
from rightday.team.models import Member
from tests.browser.conftest import Desk, at

HEIGHT = 844


@pytest.fixture
def tab(desk: Desk) -> Any:
    return at(desk.tab(width=390, height=HEIGHT, has_touch=True, is_mobile=True), "/")


def bottom(tab: Any, selector: str) -> float:
    box = tab.locator(selector).first.bounding_box()
    return float(box["y"] + box["height"])


def test_tabs_lead_everywhere(tab: Any) -> None:
    tabs = tab.locator("nav.tabs a")
    assert not tab.locator(".side").is_visible() or tab.locator(".side-nav").first.is_hidden()
    for link in tabs.all():
        box = link.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, link.inner_text()
    for name, heading in (("Leads", "Leads"), ("People", "People"), ("Today", "Nine calls to make today")):
        tabs.filter(has_text=name).tap()
        expect(tab.locator("h1")).to_contain_text(heading)
        expect(tabs.filter(has_text=name)).to_have_attribute("aria-current", "page")


def test_a_call_and_its_result_with_one_thumb(tab: Any, desk: Desk) -> None:
    tab.locator(".call-name").first.tap()
    expect(tab.locator("#who")).to_have_text("Martin Ahlqvist")
    tab.wait_for_load_state("networkidle")
    # Pinned: the results are in reach before and after one reads the plan.
    for _ in range(2):
        assert HEIGHT * 0.5 < bottom(tab, ".res-met") <= HEIGHT
        tab.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert tab.locator(".btn-call").first.bounding_box()["height"] >= 44
    tab.locator(".res-no_answer").tap()
    go = tab.locator(".nxt-go")
    expect(go).to_be_visible()
    assert bottom(tab, ".nxt-go") <= HEIGHT
    assert go.bounding_box()["height"] >= 44
    go.tap()
    expect(tab.locator("#toasts")).to_contain_text("Martin Ahlqvist: No answer. Next:")
    with enter(desk.agency):
        assert Call.objects.order_by("-id").first().result == "no_answer"


def test_capture_is_a_sheet_in_the_middle_of_the_tabs(tab: Any, desk: Desk) -> None:
    tab.locator(".tab-add").tap()
    expect(tab.locator("dialog[open] #cap-text")).to_be_focused()
    box = tab.locator("dialog[open]").bounding_box()
    assert box["width"] == 390
    tab.fill("#cap-text", "Karen Whitby, Fenwick Legal, interviewing two data engineers this week")
    expect(tab.locator(".cap-parse")).to_contain_text("Karen Whitby")
    assert bottom(tab, "dialog .dialog-foot button") <= HEIGHT
    tab.locator("#cap-button").tap()
    expect(tab.locator("dialog[open]")).to_have_count(0)
    expect(tab.locator("#toasts")).to_contain_text("Karen Whitby")
    with enter(desk.agency):
        assert Captured.objects.order_by("-id").first().text.startswith("Karen Whitby")


def test_no_key_is_printed(tab: Any, desk: Desk) -> None:
    for path in ("/", "/leads/", "/people/"):
        at(tab, path)
        assert [one for one in tab.locator("kbd").all() if one.is_visible()] == [], path


def test_long_names_and_addresses_break_and_push_nothing_aside(tab: Any, desk: Desk) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    with enter(desk.agency):
        sam = Member.objects.get(name__startswith="Sam")
        martin = Person.objects.get(name="Martin Ahlqvist")
        company = people.add_company(f"{long} Holdings", by=sam)
        people.edit_person(
            martin, seen=martin.version, by=sam, family="von Hohenstein-Wittgenstein-Berleburg", company=company,
            title=f"Head of the {long}",
        )  # fmt: skip
        people.add_email(martin, f"maximiliane.von.hohenstein-wittgenstein@{long[:50]}.example", by=sam)
        lead = martin.leads.first()
        Lead.objects.filter(pk=lead.pk).update(title=long)
    pages = (
        "/", f"/today/{lead.next_step_id}/", "/leads/", f"/leads/{lead.pk}/", "/people/", f"/people/{martin.pk}/",
        "/companies/", f"/companies/{company.pk}/", "/find/?q=martin",
    )  # fmt: skip
    for page in pages:
        at(tab, page)
        assert tab.evaluate("document.documentElement.scrollWidth") == 390, page
