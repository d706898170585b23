"""The whole day without a mouse: signing in, the sheet, a call, lists, capture, find or do, the list of keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from rightday.calls.models import Call
from rightday.db.row_security import enter
from tests.browser.conftest import Desk, at

PASSWORD = "correct horse battery"
# Remembers what would have been dialled, in place of dialling.
DIALLED = """
window.dialled = [];
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='tel:']");
  if (link) { event.preventDefault(); window.dialled.push(link.getAttribute("href")); }
}, true);
"""


def focused(tab: Any) -> str:
    return str(tab.evaluate("document.activeElement.textContent.trim()"))


@pytest.fixture
def tab(desk: Desk) -> Any:
    tab = desk.tab()
    tab.add_init_script(DIALLED)
    return at(tab, "/")


def test_sign_in(desk: Desk) -> None:
    identity = desk.member().identity
    identity.set_password(PASSWORD)
    identity.save()
    tab = at(desk.stranger(), "/")
    assert "/accounts/login/" in tab.url
    tab.locator("summary").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.type(identity.email)
    tab.keyboard.press("Tab")
    tab.keyboard.type(PASSWORD)
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text("Nine calls to make today")


def test_the_first_stop_of_tab_skips_to_the_content(tab: Any) -> None:
    tab.keyboard.press("Tab")
    assert focused(tab) == "Skip to content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_a_call_from_the_sheet_and_back(tab: Any, desk: Desk) -> None:
    names = tab.locator(".call-name").all_inner_texts()
    tab.keyboard.press("j")
    assert focused(tab) == names[1]
    tab.keyboard.press("j")
    tab.keyboard.press("k")
    assert focused(tab) == names[1]
    tab.keyboard.press("d")
    assert tab.evaluate("dialled") == ["tel:+441174960102"]
    tab.keyboard.press("Enter")
    expect(tab.locator("#who")).to_have_text(names[1])
    tab.wait_for_load_state("networkidle")

    # A letter typed into an answer is a letter: nothing is dialled, logged or left.
    tab.focus(".asks input")
    tab.keyboard.type("d12345 tw")
    assert tab.evaluate("dialled") == []
    assert tab.input_value(".asks input") == "d12345 tw"
    assert tab.locator("input[name=result]:checked").count() == 0
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.matches('input')") is False
    expect(tab.locator("#who")).to_have_text(names[1])
    tab.keyboard.press("d")
    assert tab.evaluate("dialled") == ["tel:+441174960102"]
    expect(tab.locator("#phone")).not_to_be_empty()

    tab.keyboard.press("1")
    assert tab.is_checked("#r-met")
    tab.keyboard.press("Enter")
    expect(tab.locator("#toasts")).to_contain_text(f"{names[1]}: Objective met. Next:")
    tab.keyboard.press("Escape")
    expect(tab.locator("h1")).to_have_text("Eight calls to make today")
    with enter(desk.agency):
        assert Call.objects.order_by("-id").first().result == "met"


def test_from_place_to_place(tab: Any) -> None:
    tab.keyboard.press("g")
    tab.keyboard.press("l")
    tab.wait_for_url("**/leads/")
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("j")
    first = focused(tab)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/leads/*/")
    assert first in tab.inner_text("main")
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("g")
    tab.keyboard.press("p")
    tab.wait_for_url("**/people/")
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("/")
    tab.keyboard.type("whitl")
    expect(tab.locator("#found tbody tr[data-row]")).to_have_count(1)
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    tab.keyboard.press("g")
    tab.keyboard.press("t")
    expect(tab.locator("h1")).to_have_text("Nine calls to make today")


def test_find_or_do(tab: Any) -> None:
    tab.keyboard.press("Control+k")
    box = tab.get_by_role("combobox")
    expect(box).to_be_focused()
    assert tab.locator("#pal-list [role=option]").count() > 2
    tab.keyboard.type("delac")
    expect(tab.locator("#pal-list [role=option]").nth(1)).to_contain_text("Ruth Delacroix")
    assert tab.locator("#pal-list [role=option]").nth(1).locator("b").first.inner_text() == "Delac"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/people/\d+/$"))
    assert "Ruth Delacroix" in tab.inner_text("main")


def test_capture_opens_where_one_is_and_gives_the_cursor_back(tab: Any) -> None:
    tab.keyboard.press("j")
    before = focused(tab)
    tab.keyboard.press("c")
    expect(tab.locator("#cap-text")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("dialog[open]")).to_have_count(0)
    assert focused(tab) == before


def test_the_list_of_keys_says_what_works_here(tab: Any) -> None:
    tab.keyboard.press("?")
    said = tab.inner_text("dialog[open]")
    for words in ("Next, previous", "Dial", "Add a call", "Quick capture", "Leads", "Find or do"):
        assert words in said, words
    tab.keyboard.press("Escape")
    expect(tab.locator("dialog[open]")).to_have_count(0)


def test_letters_rest_when_somebody_turned_them_off(desk: Desk) -> None:
    tab = at(desk.tab(), "/settings/me/")
    tab.locator("[name=keys]").uncheck()
    tab.get_by_role("button", name="Save").click()
    tab.wait_for_load_state("networkidle")
    at(tab, "/").keyboard.press("c")
    tab.wait_for_timeout(300)
    assert tab.locator("dialog[open]").count() == 0
    tab.keyboard.press("Control+k")
    expect(tab.get_by_role("combobox")).to_be_focused()
