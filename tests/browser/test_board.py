"""The board by hand, by key and on a phone; the list by filters and keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.leads.process import actions as actions_process
from rightday.leads.process.rules import Stage
from tests.browser.conftest import Desk, at
from tests.browser.test_every_page import CONTRAST, RULES


@pytest.fixture
def tab(desk: Desk) -> Any:
    return at(desk.tab(), "/leads/?as=board")


def column(tab: Any, stage: Stage) -> Any:
    return tab.locator(f"[data-stage='{stage.value}']")


def first(tab: Any) -> Any:
    return column(tab, Stage.CVS).locator("[data-card]").first


def stage_of(desk: Desk, card: str) -> Stage:
    with enter(desk.agency):
        return Stage(Lead.objects.get(pk=card.removeprefix("card-")).stage)


def test_a_card_is_dragged_and_taken_back(desk: Desk, tab: Any) -> None:
    card = first(tab).get_attribute("id")
    tab.locator(f"#{card}").drag_to(column(tab, Stage.OFFER), target_position={"x": 80, "y": 120})
    expect(column(tab, Stage.OFFER).locator(f"#{card}")).to_be_visible()
    toast = tab.locator("[data-toast]").filter(has_text="Offer")
    expect(toast).to_be_visible()
    assert stage_of(desk, card) is Stage.OFFER
    tab.keyboard.press("u")
    expect(column(tab, Stage.CVS).locator(f"#{card}")).to_be_visible()
    assert "as=board" in tab.url
    assert stage_of(desk, card) is Stage.CVS


def test_keys_move_between_cards_and_move_a_card(desk: Desk, tab: Any) -> None:
    tab.keyboard.press("j")
    card = first(tab).get_attribute("id")
    expect(tab.locator(f"#{card} [data-open]")).to_be_focused()
    tab.keyboard.press("l")
    assert tab.evaluate("document.activeElement.closest('[data-stage]').dataset.stage") != str(Stage.CVS.value)
    tab.keyboard.press("h")
    expect(tab.locator(f"#{card} [data-open]")).to_be_focused()
    tab.keyboard.press("m")
    expect(tab.get_by_role("button", name="CVs received")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(column(tab, Stage.INTERVIEWING).locator(f"#{card}")).to_be_visible()
    expect(tab.locator(f"#{card} [data-open]")).to_be_focused()
    expect(tab.locator("[data-toast]").filter(has_text="Interviewing")).to_be_visible()
    assert stage_of(desk, card) is Stage.INTERVIEWING


def test_whoever_is_too_late_is_told_and_the_card_goes_back(desk: Desk, tab: Any) -> None:
    card = first(tab).get_attribute("id")
    with enter(desk.agency):
        lead = Lead.objects.get(pk=card.removeprefix("card-"))
        actions_process.move(lead, stage=Stage.DECISION, seen=lead.version, by=desk.member("Jo"))
    with desk.ears.expects("409"):
        tab.locator(f"#{card}").drag_to(column(tab, Stage.OFFER), target_position={"x": 80, "y": 120})
        expect(tab.locator("[data-toast]").filter(has_text="Jo")).to_be_visible()
        expect(column(tab, Stage.DECISION).locator(f"#{card}")).to_be_visible()


def test_filters_are_added_and_taken_off_by_key(desk: Desk) -> None:
    tab = at(desk.tab(), "/leads/")
    tab.keyboard.press("f")
    tab.get_by_label("Hot", exact=True).check()
    tab.get_by_role("button", name="Show").click()
    expect(tab).to_have_url(re.compile(r"/leads/\?grade=hot$"))
    chip = tab.get_by_role("link", name="Remove filter Grade: hot")
    expect(chip).to_be_visible()
    tab.keyboard.press("s")
    tab.keyboard.press("d")
    expect(tab.get_by_role("columnheader", name="When")).to_have_attribute("aria-sort", "ascending")
    tab.keyboard.press("b")
    expect(tab.locator("[data-board]")).to_be_visible()
    assert "grade=hot" in tab.url and "sort=due" in tab.url
    chip.click()
    expect(chip).to_have_count(0)
    tab.keyboard.press("/")
    tab.keyboard.type("halden")
    expect(tab.locator("[data-card]").first).to_contain_text("Halden")
    expect(tab).to_have_url(re.compile("q=halden"))


def test_on_a_phone_columns_snap_and_a_finger_moves_a_card(desk: Desk) -> None:
    tab = at(desk.tab(width=390, height=844, bypass_csp=True, has_touch=True), "/leads/?as=board")
    assert tab.evaluate("getComputedStyle(document.querySelector('[data-board]')).scrollSnapType") == "x mandatory"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    card = first(tab).get_attribute("id")
    tab.locator(f"#{card} .card-move").tap()
    tab.get_by_role("button", name="Interviews booked").tap()
    expect(column(tab, Stage.BOOKED).locator(f"#{card}")).to_have_count(1)
    expect(tab.locator("[data-toast]").filter(has_text="Interviews booked")).to_be_visible()
    assert stage_of(desk, card) is Stage.BOOKED


@pytest.mark.parametrize("path", ["/leads/?as=board", "/leads/?grade=hot,warm&label=9"])
def test_axe(desk: Desk, path: str) -> None:
    tab = desk.tab(bypass_csp=True, reduced_motion="reduce")
    tab.goto(path)
    tab.locator("summary", has_text="Filter").click()
    for theme, options in (("light", RULES), ("dark", CONTRAST)):
        tab.emulate_media(color_scheme=theme)
        found = Axe().run(tab, options=options).response["violations"]
        assert [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]] == []
