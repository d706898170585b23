"""Quick capture from the key to the toast, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from rightday.db.row_security import enter
from rightday.intake.models import Captured
from rightday.leads.models import Lead
from tests.conftest import Cast

SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week"
HILARY = (
    "Hilary Moss at Castle Telecom, 020 7946 0471. Lena sat with her on Friday. "
    "Seeing two more this Thursday, on-call is why people say no"
)
SHOTS = os.environ.get("RIGHTDAY_SHOTS", "")


def opened(tab: Any) -> Any:
    tab.goto("/settings/me/")
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("c")
    tab.wait_for_selector("dialog[open] #cap-text")
    return tab


def test_from_the_key_to_the_toast(tab: Any, ours: Cast) -> None:
    opened(tab)
    assert tab.evaluate("document.activeElement.id") == "cap-text"
    tab.keyboard.type(SPOKE)
    tab.wait_for_selector("#cap-verdict.v-hot")
    assert "lead until" in tab.inner_text("#cap-verdict")
    assert tab.inner_text("#cap-button") == "Save lead"
    assert "call Priya" in tab.inner_text("#cap-next")
    assert tab.locator("mark.m-who").all_inner_texts() == ["Priya Natarajan"]
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("[data-toast]")
    assert "Saved: Hot lead, Priya Natarajan." in tab.inner_text("[data-toast]")
    assert tab.locator("dialog[open]").count() == 0
    assert tab.evaluate("localStorage.getItem('rightday-capture')") is None
    with enter(ours.agency):
        lead = Lead.objects.get()
    assert tab.get_attribute("[data-toast] a", "href") == f"/leads/{lead.pk}/"
    tab.keyboard.press("u")
    tab.wait_for_url("**/capture/*/")
    assert "Taken back" in tab.inner_text("h1")
    with enter(ours.agency):
        assert (Lead.objects.count(), Captured.objects.get().text) == (0, SPOKE)


def test_the_draft_is_there_again(tab: Any) -> None:
    opened(tab)
    tab.keyboard.type("Karen Whitby, Fenwick Legal")
    tab.wait_for_selector(".cap-parse")
    tab.keyboard.press("Escape")
    tab.reload()
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("c")
    tab.wait_for_selector("dialog[open] .cap-parse")
    assert tab.input_value("#cap-text") == "Karen Whitby, Fenwick Legal"
    assert tab.inner_text("#cap-button") == "Save contact"


def test_typed_while_the_line_is_down_it_is_sent_later(tab: Any, ours: Cast) -> None:
    opened(tab)
    tab.context.set_offline(True)
    tab.keyboard.type(SPOKE)
    tab.wait_for_timeout(400)
    assert tab.locator("#outbox .waiting").count() == 0
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#outbox .waiting")
    tab.wait_for_selector("dialog[open]", state="detached")
    tab.context.set_offline(False)
    tab.wait_for_selector("[data-toast]")
    with enter(ours.agency):
        assert Captured.objects.get().text == SPOKE
        assert Lead.objects.count() == 1


def test_a_book_pasted_into_it(tab: Any, ours: Cast) -> None:
    opened(tab)
    sent: list[int] = []
    tab.on(
        "request", lambda request: sent.append(len(request.post_data_buffer or b"")) if "parse" in request.url else 0
    )
    text = f"{SPOKE}. " + "blah " * 200_000
    tab.fill("#cap-text", text)
    tab.wait_for_selector("#cap-verdict.v-hot")
    assert max(sent) < 30_000
    tab.click("#cap-button")
    tab.wait_for_selector("[data-toast]")
    with enter(ours.agency):
        assert Captured.objects.get().text == text


def test_the_page_without_script(open_tab: Callable[..., Any], ours: Cast) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto("/capture/")
    tab.fill("#cap-text", SPOKE)
    tab.click("text=Read it first")
    assert "lead until" in tab.inner_text("#cap-verdict")
    tab.click("text=Save lead")
    assert "Saved: Hot lead" in tab.inner_text("h1")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_it_fits_the_screen(open_tab: Callable[..., Any], width: int, theme: str) -> None:
    tab = open_tab(width=width, height=900 if width > 400 else 844, color_scheme=theme, bypass_csp=True)
    tab.goto("/settings/me/")
    tab.wait_for_load_state("networkidle")
    for name, text in (
        ("capture", HILARY),
        ("contact", "Karen Whitby, Fenwick Legal, runs the data team"),
        ("hot", SPOKE),
    ):
        tab.locator("[data-capture-open]").locator("visible=true").first.click()
        tab.wait_for_selector("dialog[open] #cap-text")
        tab.fill("#cap-text", text)
        tab.wait_for_selector(".cap-parse")
        tab.wait_for_timeout(500)
        wide = tab.evaluate(
            "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
        )
        assert wide
        button = tab.locator("dialog .dialog-foot button").bounding_box()
        assert button["y"] + button["height"] <= (900 if width > 400 else 844)
        found = Axe().run(tab, context="dialog")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]] == []
        if SHOTS:
            tab.screenshot(path=f"{SHOTS}/{name}-{width}-{theme}.png")
        tab.evaluate("document.getElementById('dialog').close()")
        tab.wait_for_timeout(100)
