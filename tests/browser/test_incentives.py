"""Incentives by keys: a line is approved, paid with words, and stands in a statement that its earner sees too."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from tests.browser.conftest import Desk, at

AT = "/results/incentives/"


def states(desk: Desk) -> list[tuple[int, str]]:
    with enter(desk.agency):
        return list(LedgerLine.objects.with_state().order_by("number").values_list("number", "state"))


def approve_and_pay(desk: Desk, tab: Any) -> None:
    """From the tab of what waits to the statement, without a mouse."""
    at(tab, f"{AT}?view=approve")
    tab.keyboard.press("j")
    tab.keyboard.press("a")
    expect(tab.get_by_role("status").filter(has_text="1 line approved")).to_be_visible()
    expect(tab.get_by_text("Nothing waits here.")).to_be_visible()
    at(tab, f"{AT}?view=pay")
    tab.keyboard.press("j")
    tab.keyboard.press("x")
    field = tab.get_by_label("Paid with")
    expect(field).to_be_visible()
    field.fill("invoice 31")
    tab.keyboard.press("Escape")  # out of the field: letters are keys again
    tab.keyboard.press("p")
    expect(tab.get_by_role("status").filter(has_text="marked as paid")).to_be_visible()


def test_approved_paid_and_in_the_statement(desk: Desk) -> None:
    tab = desk.tab()
    approve_and_pay(desk, tab)
    at(tab, f"{AT}?view=paid")
    row = tab.locator("tr", has_text="invoice 31").first
    expect(row).to_contain_text("−£50.00")
    row.locator("a").first.click()
    expect(tab.locator("h1")).to_have_text("Statement for Priya Nair, November")
    tab.keyboard.press("p")
    expect(tab.locator("dialog[open]")).to_contain_text("Mark as paid")
    tab.get_by_label("Paid with").fill("with salary")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".state-sum")).to_contain_text("Nothing")
    own = at(desk.tab("Priya"), AT)
    expect(own.locator("h1")).to_have_text("Your statement, November")
    expect(own.locator("main")).to_contain_text("With salary")
    expect(own.get_by_text("as paid")).to_have_count(0)


def test_a_line_added_and_corrected_by_keys(desk: Desk) -> None:
    tab = at(desk.tab(), AT)
    tab.keyboard.press("n")
    expect(tab.locator("dialog[open]")).to_be_visible()
    tab.keyboard.type("Nobody Here")
    tab.keyboard.press("Tab")
    tab.keyboard.type("£75")
    tab.keyboard.press("Tab")
    tab.keyboard.type("For the talk")
    with desk.ears.expects("status of 422"):
        tab.keyboard.press("Control+Enter")
        expect(tab.locator("dialog[open]")).to_contain_text("Nobody of that name is on record")
    expect(tab.get_by_label("What for")).to_have_value("For the talk")
    tab.get_by_label("For whom").fill("Jo Lindqvist")
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_role("status").filter(has_text="is in the ledger")).to_be_visible()
    expect(tab.locator("tbody tr").first).to_contain_text("£75.00")
    assert states(desk)[-1][1] == "to_approve"


def test_two_tabs_pay_once(desk: Desk) -> None:
    """Two people mark the same line: the second is told, keeps what they typed, and nothing is paid twice."""
    with enter(desk.agency):
        line = LedgerLine.objects.get(number=3).pk
    first, second = desk.tab(), desk.tab()
    for tab in (first, second):
        at(tab, f"{AT}payments/?selected={line}")
    first.get_by_label("Paid with").fill("with salary")
    first.keyboard.press("Control+Enter")
    first.wait_for_url(f"**{AT}")
    second.get_by_label("Paid with").fill("invoice 32")
    with desk.ears.expects("status of 422"):
        second.keyboard.press("Control+Enter")
        expect(second.locator("main")).to_contain_text("Line 3 is paid already, and a line is paid once.")
    expect(second.get_by_label("Paid with")).to_have_value("invoice 32")
    with enter(desk.agency):
        assert LedgerMark.objects.filter(line=line, kind="paid").count() == 1


def test_on_a_phone(desk: Desk) -> None:
    tab = at(desk.tab(width=390, height=844), f"{AT}?view=approve")
    tab.get_by_role("button", name="Approve line 4").click()
    expect(tab.get_by_role("status").filter(has_text="1 line approved")).to_be_visible()
    at(tab, f"{AT}?view=pay")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.locator("input[name=selected]").first.check()
    expect(tab.get_by_role("button", name="Mark as paid")).to_be_in_viewport()


def test_without_script(desk: Desk) -> None:
    tab = desk.tab(java_script_enabled=False)
    tab.goto(f"{AT}?view=approve")
    tab.get_by_role("button", name=re.compile("Approve (it|all)")).click()
    tab.goto(f"{AT}?view=pay")
    for box in tab.locator("input[name=selected]").all():
        box.check()
    tab.get_by_role("button", name="Mark as paid").click()
    assert {state for _, state in states(desk)} == {"paid"}
