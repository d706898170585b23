"""Many leads at once by keys, by finger and without script, and taken back; a view kept, opened, put in order."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.leads.lists.models import BulkAct, LeadLabel
from rightday.leads.models import Lead
from rightday.leads.process.rules import Stage
from tests.browser.conftest import Desk, at

MINE = "/leads/?view=mine&sort=due"


def ticked(tab: Any) -> str:
    return str(tab.locator("[data-bulk-count]").inner_text())


def test_rows_are_ticked_by_keys_and_something_is_done_with_them_and_taken_back(desk: Desk) -> None:
    tab = at(desk.tab(), MINE)
    bar = tab.locator("[data-bulk]")
    expect(bar).to_be_hidden()
    for key in ("j", "x", "j", "j", "Shift+X"):
        tab.keyboard.press(key)
    assert ticked(tab) == "3"
    tab.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    for key in ("x", "k", "x", "m"):
        tab.keyboard.press(key)
    chosen = [
        int(one) for one in tab.locator("[data-row] .ck input:checked").evaluate_all("all => all.map(a => a.value)")
    ]
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label("Move to").select_option(label="Offer")
    with enter(desk.agency):
        before = dict(Lead.objects.filter(pk__in=chosen).values_list("pk", "stage"))
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("[data-toast]")).to_contain_text("Moved to Offer: 2 leads")
    with enter(desk.agency):
        assert set(Lead.objects.filter(pk__in=chosen).values_list("stage", flat=True)) == {Stage.OFFER.value}
    tab.keyboard.press("u")
    expect(tab.locator("[data-toast]")).to_contain_text("Taken back: 2 leads are as they were.")
    with enter(desk.agency):
        assert dict(Lead.objects.filter(pk__in=chosen).values_list("pk", "stage")) == before


def test_all_that_are_shown_and_then_all_of_the_view(desk: Desk) -> None:
    tab = at(desk.tab(), MINE)
    shown = tab.locator("[data-row] .ck input").count()
    tab.keyboard.press("Control+a")
    assert ticked(tab) == str(shown)
    with enter(desk.agency):
        mine = Lead.objects.open().filter(owner=desk.member()).count()
    every = tab.get_by_label(f"All {mine} of this view")
    every.check()
    assert ticked(tab) == str(mine)
    tab.keyboard.press("l")
    tab.get_by_role("dialog").locator("#id_name").fill("Spring project")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("[data-toast]")).to_contain_text(f"Labelled Spring project: {mine} leads")
    with enter(desk.agency):
        assert LeadLabel.objects.filter(label__name="Spring project").count() == mine
    tab.get_by_role("link", name="Done to many leads").click()
    tab.get_by_role("link", name="Labelled Spring project").click()
    tab.get_by_role("button", name="Take it back").click()
    expect(tab.locator("[data-toast]")).to_contain_text("Taken back")
    with enter(desk.agency):
        assert not LeadLabel.objects.filter(label__name="Spring project").exists()


def test_a_click_with_shift_ticks_all_between(desk: Desk) -> None:
    tab = at(desk.tab(), MINE)
    boxes = tab.locator("[data-row] .ck input")
    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])
    assert ticked(tab) == "4"
    expect(boxes.nth(2)).to_be_checked()


def test_by_finger_on_a_phone(desk: Desk) -> None:
    tab = at(desk.tab(width=390, height=844, has_touch=True), MINE)
    tab.locator("[data-row] .ck input").nth(0).tap()
    bar = tab.locator("[data-bulk]")
    expect(bar).to_be_in_viewport()
    bar.get_by_role("button", name="Next step…").tap()
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label("Day of the next step").fill("in two weeks")
    dialog.get_by_role("button", name="Change the day").tap()
    expect(tab.locator("[data-toast]")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    with enter(desk.agency):
        assert BulkAct.objects.latest("pk").total == 1


def test_without_script(desk: Desk) -> None:
    tab = desk.tab(java_script_enabled=False)
    tab.goto(MINE)
    value = tab.locator(".ck input[name=selected]").last.get_attribute("value")
    tab.locator(".ck input[name=selected]").last.check()
    tab.get_by_role("button", name="Label…").click()
    tab.locator("input[name=name]").fill("By hand")
    tab.get_by_role("button", name="Save label").click()
    assert "Labelled By hand: 1 lead" in tab.content()
    with enter(desk.agency):
        assert LeadLabel.objects.get(label__name="By hand").lead_id == int(value or 0)
        assert NextStep.objects.exists()


def test_a_view_is_kept_and_stands_in_the_sidebar_with_its_count(desk: Desk) -> None:
    tab = at(desk.tab(), "/leads/?view=mine&grade=hot")
    rows = tab.locator("[data-row]").count()
    tab.get_by_role("link", name="Save this view").click()
    name = tab.get_by_role("dialog").get_by_role("textbox", name="Name")
    name.fill("My hot ones")
    name.press("Control+Enter")
    link = tab.locator("#side-views").get_by_role("link", name="My hot ones")
    expect(link).to_have_attribute("aria-current", "page")
    expect(link.locator(".n")).to_have_text(str(rows))
    at(tab, "/settings/views/")
    names = tab.locator("section:first-of-type .view-n")
    expect(names).to_have_text(["Platform and data", "Quiet for a week", "My hot ones"])
    names.nth(2).focus()
    tab.keyboard.press("Alt+ArrowUp")
    expect(names).to_have_text(["Platform and data", "My hot ones", "Quiet for a week"])
    expect(tab.locator("#side-views a")).to_have_text(["Platform and data", "My hot ones", "Quiet for a week"])
    tab.get_by_label("Platform and data in the sidebar").uncheck()
    expect(tab.locator("#side-views a")).to_have_text(["My hot ones", "Quiet for a week"])
    grip = tab.locator(".view .grip").nth(2).bounding_box()
    first = tab.locator(".view").nth(0).bounding_box()
    assert grip
    assert first
    tab.mouse.move(grip["x"] + 8, grip["y"] + 8)
    tab.mouse.down()
    tab.mouse.move(first["x"] + 20, first["y"] + 10, steps=4)
    tab.mouse.up()
    expect(names).to_have_text(["Quiet for a week", "Platform and data", "My hot ones"])
