"""A watch is answered by keys, and what cannot wait is shown by the browser once."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads.models import Intelligence, Lead
from rightday.leads.watching.models import Sighting
from tests.browser.conftest import Desk, at


def the_watch(desk: Desk) -> Intelligence:
    with enter(desk.agency):
        return Intelligence.objects.get(company__name="Fairline Logistics")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_watch_is_answered_from_today(desk: Desk, width: int) -> None:
    tab = at(desk.tab(width=width), "/")
    calls = tab.locator(".sheet > li").count()
    tab.get_by_role("link", name="Fairline Logistics").click()
    tab.wait_for_url("**/leads/watches/*/")
    tab.keyboard.press("1")
    tab.get_by_label("What became of it").select_option("competitor")
    tab.get_by_label("On which day").first.fill("last Thursday")
    tab.get_by_label("Which competitor").fill("Harrow & Pike")
    tab.get_by_label("Who was hired").fill("Ana Duarte")
    tab.get_by_role("button", name="Save the answer").click()
    tab.wait_for_url("**/leads/to-qualify/")
    expect(tab.get_by_text("Filled by a competitor: Harrow & Pike, Ana Duarte").first).to_be_visible()
    expect(tab.locator("#found").get_by_text("Fairline Logistics")).to_have_count(0)
    assert the_watch(desk).closed_on is not None
    with enter(desk.agency):
        assert (
            Sighting.objects.filter(competitor__name="Harrow & Pike", company__name="Fairline Logistics").count() == 1
        )
    at(tab, "/")
    expect(tab.get_by_text("To find out")).to_have_count(0)
    assert tab.locator(".sheet > li").count() == calls


def test_the_manager_is_found_while_one_types_in_the_list(desk: Desk) -> None:
    tab = at(desk.tab(), "/leads/to-qualify/")
    tab.keyboard.press("/")
    tab.keyboard.type("fairline")
    expect(tab.locator("#found tbody tr")).to_have_count(1)
    tab.get_by_role("link", name="Ask whether it was filled").click()
    tab.wait_for_url("**/leads/watches/*/")
    tab.keyboard.press("3")
    tab.get_by_label("The manager’s name").fill("Nora Teale")
    tab.get_by_label("Phone").fill("0113 496 0171")
    tab.get_by_role("button", name="Make it a lead").click()
    tab.wait_for_url("**/leads/*/")
    expect(tab.get_by_text("Nora Teale").first).to_be_visible()
    with enter(desk.agency):
        assert Lead.objects.get(person__name="Nora Teale").next_step is not None


def test_an_advertisement_is_put_down_in_a_dialog_and_without_script(desk: Desk) -> None:
    with enter(desk.agency):
        halden = Lead.objects.filter(company__name="Halden Insurance")[0].company_id
    tab = at(desk.tab(), f"/companies/{halden}/")
    tab.get_by_role("link", name="Add an advertisement").click()
    expect(tab.locator("dialog[open]")).to_be_visible()
    tab.get_by_label("What is advertised, and where").fill("A claims tester")
    tab.locator("dialog[open]").get_by_role("button", name="Save").click()
    expect(tab.get_by_role("link", name="A claims tester")).to_be_visible()
    plain = at(desk.tab(java_script_enabled=False), f"/companies/{halden}/")
    plain.get_by_role("link", name="A claims tester").click()
    plain.locator("summary", has_text="Still open").click()
    plain.get_by_label("Ask again on which day").fill("in 3 weeks")
    plain.get_by_role("button", name="Ask again").click()
    expect(plain.get_by_text("Asked again on").first).to_be_visible()


SPY = """
window.said = [];
window.Notification = class {
  static permission = "default";
  static async requestPermission() { return (Notification.permission = "granted"); }
  constructor(title, { body, tag }) { said.push([title, body, tag]); }
  close() {}
};
"""


def told(tab: Any) -> list[list[str]]:
    return list(tab.evaluate("window.said"))


def test_notifications_are_asked_for_on_a_click_and_shown_once(desk: Desk) -> None:
    tab = desk.tab()
    tab.add_init_script(SPY)
    at(tab, "/settings/me/")
    expect(tab.get_by_text("This browser has not been asked yet.")).to_be_visible()
    tab.get_by_label("Show notifications").check()
    tab.get_by_role("button", name="Allow in this browser").click()
    expect(tab.get_by_text("This browser shows them.")).to_be_visible()
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_text("Saved for all your devices.").first).to_be_visible()
    tab.add_init_script("Notification.permission = 'granted';")
    with tab.expect_response("**/reminders/"):
        tab.goto("/")
    tab.wait_for_function("window.said.length > 0")
    first = told(tab)
    assert any(title.startswith("Hot runs out") for title, _words, _tag in first)
    assert len({tag for _title, _words, tag in first}) == len(first)
    with tab.expect_response("**/reminders/"):
        tab.goto("/leads/")
    tab.wait_for_load_state("networkidle")
    assert told(tab) == []


def test_who_wants_none_is_asked_nothing(desk: Desk) -> None:
    tab, asked = desk.tab(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.add_init_script(SPY + "Notification.permission = 'granted';")
    at(tab, "/")
    assert not any("/reminders/" in url for url in asked)
    assert told(tab) == []
