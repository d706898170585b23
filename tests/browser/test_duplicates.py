"""Pairs decided by keys: looked at, merged, undone; axe finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.people.duplicates.models import Merge
from rightday.people.models import DuplicateSuggestion, Person
from tests.browser.conftest import Desk, at
from tests.browser.test_every_page import RULES


def lindholms(desk: Desk) -> int:
    with enter(desk.agency):
        return Person.objects.filter(family="Lindholm").count()


def test_a_pair_is_merged_and_undone_by_keys(desk: Desk) -> None:
    before = lindholms(desk)
    with enter(desk.agency):
        pair = DuplicateSuggestion.objects.get(other__name="G. Lindholm").pk
    tab = at(desk.tab(), f"/duplicates/{pair}/")
    expect(tab.locator("h1")).to_have_text("Is this one Grace Lindholm, or two?")
    tab.keyboard.press("1")
    expect(tab.locator("h1")).to_have_text("Grace Lindholm, as one record")
    tab.keyboard.press("Escape")
    expect(tab.locator("h1")).to_have_text("Is this one Grace Lindholm, or two?")
    tab.keyboard.press("1")
    expect(tab.locator("h1")).to_have_text("Grace Lindholm, as one record")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status").filter(has_text="Merged G. Lindholm.")).to_be_visible()
    assert lindholms(desk) == before - 1
    tab.keyboard.press("u")
    expect(tab.get_by_text("Two records again")).to_be_visible()
    assert lindholms(desk) == before
    with enter(desk.agency):
        assert Merge.objects.get().undone_at is not None


def test_who_is_typed_is_recognised(desk: Desk) -> None:
    tab = at(desk.tab(), "/people/new/")
    tab.get_by_label("First name").fill("Bill")
    tab.get_by_label("Last name").fill("Coyle")
    tab.get_by_label("Company").fill("Corvale Systems")
    expect(tab.locator("#known")).to_contain_text("William Coyle")


def test_axe_finds_nothing_and_nothing_scrolls_sideways(desk: Desk) -> None:
    with enter(desk.agency):
        pair = DuplicateSuggestion.objects.earliest("pk").pk
    paths = ("/duplicates/all/", f"/duplicates/{pair}/", f"/duplicates/{pair}/merge/", "/duplicates/companies/all/")
    for width in (1440, 390):
        tab = desk.tab(width=width, height=844, bypass_csp=True, reduced_motion="reduce")
        for path in paths:
            assert tab.goto(path).status == 200, path
            for theme in ("light", "dark"):
                tab.emulate_media(color_scheme=theme)
                found = Axe().run(tab, options=RULES).response["violations"]
                wrong = [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]]
                assert wrong == [], (path, width, theme)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
