"""Results in the browser: October's leads read in November, a leak put on today, a lead that ends with its rival."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.people.models import Company
from tests.browser.conftest import MORNING, Desk, at


def step_of(desk: Desk, name: str) -> Any:
    with enter(desk.agency):
        return Lead.objects.open().select_related("next_step").get(person__name=name).next_step


def test_octobers_leads_read_in_november(desk: Desk) -> None:
    """By keys: G R, H, and T puts the calls of those nobody knows of on the sheets of their owners."""
    tab = at(desk.tab(), "/")
    tab.keyboard.press("g")
    tab.keyboard.press("r")
    tab.wait_for_url("**/results/")
    tab.wait_for_load_state("networkidle")
    at(tab, tab.get_by_role("link", name="Month", exact=True).get_attribute("href"))
    expect(tab.locator("#filled-h")).to_have_text(re.compile("[0-9]+ leads of October, and who filled them"))
    tab.keyboard.press("h")
    tab.wait_for_url("**/results/history/**")
    tab.wait_for_load_state("networkidle")
    assert tab.inner_text("h1") == "October’s leads, read in November"
    total = tab.locator(".views .n").first.inner_text()
    expect(tab.locator(".big-n")).to_contain_text(f"of {total}")
    numbers = [int(one) for one in tab.locator(".filled .num").all_inner_texts()]
    assert sum(numbers) == int(total) == tab.locator("tr[data-row]").count()
    assert tab.locator("tr.tg").first.inner_text().startswith("We do not know")
    tab.keyboard.press("t")
    expect(tab.locator(".toast")).to_contain_text("calls are on the sheet: Jo Lindqvist")
    assert step_of(desk, "Meera Joshi").due == MORNING.date()
    kept = step_of(desk, "Maya Osei")
    assert kept.agreed and kept.due > MORNING.date()
    tab.get_by_role("link", name="Choose").click()
    tab.wait_for_load_state("networkidle")
    tab.get_by_label("From", exact=True).fill("2026-10-05")
    tab.get_by_label("To", exact=True).fill("2026-10-16")
    tab.get_by_role("button", name="Read").click()
    expect(tab.locator("h1")).to_have_text("Leads of 5 October to 16 October, read in November")
    assert tab.locator("tr[data-row]").count() < int(total)


def test_a_leak_is_put_on_today(desk: Desk) -> None:
    """Its owner sees it first, on a phone too; one press, and it stands on her sheet."""
    tab = at(desk.tab("Jo", width=390, height=844), "/results/")
    leaks = tab.locator("section", has_text="Followed up once, then forgotten")
    before = leaks.locator("tr[data-row]").count()
    assert before >= 2
    leaks.get_by_role("button", name="Ashdown Rail").click()
    expect(tab.locator(".toast")).to_contain_text("One call is on the sheet: Jo Lindqvist.")
    expect(leaks.locator("tr[data-row]")).to_have_count(before - 1)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    at(tab, "/")
    expect(tab.locator(".sheet").first).to_contain_text("Meera Joshi")


def test_a_lead_ends_with_its_day_and_the_competitor(desk: Desk) -> None:
    """Who else is at it is put down on the lead; an end without a day is refused, and nothing typed is lost."""
    with enter(desk.agency):
        lead = Lead.objects.open().get(person__name="Tia Banks").pk
    tab = at(desk.tab(), f"/leads/{lead}/")
    tab.get_by_role("link", name="Add a competitor").click()
    dialog = tab.locator("dialog[open]")
    dialog.get_by_label("Which competitor").fill("Brook & Vane")
    dialog.get_by_label("With whom").fill("Dev Rao")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#against")).to_contain_text("Sent a CV, Dev Rao. Today, put down by Sam")
    tab.get_by_role("link", name="End this lead").click()
    dialog.get_by_label("How it ended").select_option("filled_by_competitor")
    dialog.get_by_label("Which competitor").fill("brook and vane")
    with desk.ears.expects("422"):
        tab.keyboard.press("Control+Enter")
        expect(dialog).to_contain_text("An outcome needs its day.")
    assert dialog.get_by_label("Which competitor").input_value() == "brook and vane"
    dialog.get_by_label("On which day").fill("yesterday")
    dialog.get_by_label("How we know").select_option("market")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#step")).to_contain_text("Filled by a competitor, yesterday. Brook & Vane.")
    expect(tab.locator("#step")).to_contain_text("How we know: somebody in the market said so.")
    with enter(desk.agency):
        rival = Company.objects.get(name="Brook & Vane")
        assert rival.competitor
    at(tab, f"/companies/{rival.pk}/")
    expect(tab.locator("section", has_text="Filled").first).to_contain_text("Marlow Studios")
