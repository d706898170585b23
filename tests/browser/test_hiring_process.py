"""The hiring process by keys, by finger and without script: the track of a lead, and the agency's own milestones."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.leads.process.queries_template import versions
from tests.browser.conftest import Desk, at


def lead_of(desk: Desk, name: str) -> Lead:
    with enter(desk.agency):
        found: Lead = Lead.objects.open().get(person__name=name)
        return found


def marks(desk: Desk) -> list[str]:
    with enter(desk.agency):
        return [mark.name for mark in versions().shown.template.marks]


def focused(tab: Any) -> str:
    return str(
        tab.evaluate("(document.activeElement.innerText || document.activeElement.ariaLabel || '').split('\\n')[0]")
    )


def test_the_track_by_keys(desk: Desk) -> None:
    nadia = lead_of(desk, "Nadia Petrov")
    tab = at(desk.tab(), f"/leads/{nadia.pk}/")
    now = tab.locator(".track [aria-current=step]")
    expect(now).to_contain_text("2nd interview arranged")
    expect(now).to_be_in_viewport()

    tab.keyboard.press("h")
    dialog = tab.locator("dialog[open]")
    expect(dialog).to_contain_text("Milestone 6 of 13")
    expect(tab.get_by_label("Expected on")).to_be_focused()
    tab.get_by_label("Expected on").fill("Monday")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(tab.locator("#toasts")).to_contain_text(
        "Expected Mon 30 Nov: 2nd interview arranged. Moved one more by 2 working days."
    )
    expect(now).to_contain_text("Mon 30 Nov")

    tab.keyboard.press("u")
    tab.wait_for_load_state("networkidle")
    expect(now).to_contain_text("tomorrow")

    # One stop for Tab; arrows go along it.
    tab.keyboard.press("h")
    expect(dialog).to_be_visible()
    tab.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(tab.locator(".track a:focus")).to_have_count(1)
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert focused(tab) == "Still a contender to offer to?"
    tab.keyboard.press("End")
    assert focused(tab) == "Probation completed"
    expect(tab.locator(".track a:focus")).to_be_in_viewport()
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Enter")
    expect(dialog).to_contain_text("Milestone 12 of 13")

    # Somebody did not turn up.
    tab.get_by_role("link", name="It fell through").click()
    expect(dialog).to_contain_text("It begins again at “CVs received”")
    tab.get_by_label("Who had filled it").select_option("competitor")
    tab.get_by_label("Which competitor").fill("Brightline")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(tab.locator("#track")).to_contain_text("round 2")
    expect(tab.locator("#step")).to_contain_text("Call Nadia today")
    expect(tab.locator("#happened")).to_contain_text("It fell through at Start date")


def test_what_cannot_be_stays_in_the_dialog(desk: Desk) -> None:
    nadia = lead_of(desk, "Nadia Petrov")
    tab = at(desk.tab(), f"/leads/{nadia.pk}/")
    tab.keyboard.press("h")
    tab.get_by_label("Done on").fill("in two weeks")
    tab.get_by_label("Note", exact=True).fill("With Ife")
    with desk.ears.expects("status of 422", "Response Status"):
        tab.keyboard.press("Control+Enter")
        expect(tab.locator("dialog[open] .err")).to_contain_text("still to come")
    assert tab.get_by_label("Note", exact=True).input_value() == "With Ife"


def test_the_track_by_finger(desk: Desk) -> None:
    daniel = lead_of(desk, "Daniel Mbeki")
    tab = at(desk.tab(width=390, height=844, has_touch=True), f"/leads/{daniel.pk}/")
    point = tab.locator(".track a", has_text="Interviews booked")
    assert point.bounding_box()["height"] >= 44
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    point.tap()
    tab.locator("dialog[open]").get_by_role("button", name="Done").tap()
    expect(tab.locator("dialog[open]")).to_have_count(0)
    expect(tab.locator(".track [aria-current=step]")).to_contain_text("Interviews arranged")
    expect(tab.locator("#toasts")).to_contain_text("Done today: Interviews booked.")


def test_the_settings_by_keys(desk: Desk) -> None:
    before = marks(desk)
    tab = at(desk.tab(), "/settings/process/")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    name = tab.get_by_label("Milestone", exact=True)
    expect(name).to_have_value("Interviews booked")
    name.fill("Interviews agreed")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    expect(tab.locator(".ms-open")).to_have_count(0)
    expect(tab.locator("#m2")).to_contain_text("Interviews agreed")
    expect(tab.locator("#m2 a:focus")).to_have_count(1)
    tab.keyboard.press("Alt+ArrowDown")
    expect(tab.locator("#m3")).to_contain_text("Interviews agreed")
    expect(tab.locator("#m3 a:focus")).to_have_count(1)
    tab.keyboard.press("Alt+ArrowDown")
    expect(tab.locator("#m4")).to_contain_text("Interviews agreed")
    assert marks(desk)[1:4] == ["Interviews arranged", "Interviews completed", "Interviews agreed"]
    tab.keyboard.press("n")
    expect(tab.locator(".ms-open")).to_have_attribute("id", "m14")
    tab.get_by_role("button", name="Take out").click()
    expect(tab.locator(".ms")).to_have_count(13)
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#toasts")).to_contain_text("Version 2 is in use. New leads follow it.")
    assert sorted(marks(desk)) == sorted(["Interviews agreed" if one == "Interviews booked" else one for one in before])


def test_a_milestone_is_dragged_by_its_grip(desk: Desk) -> None:
    tab = at(desk.tab(), "/settings/process/")
    grip, to = tab.locator("#m13 .grip").bounding_box(), tab.locator("#m11").bounding_box()
    tab.mouse.move(grip["x"] + 6, grip["y"] + 6)
    tab.mouse.down()
    tab.mouse.move(to["x"] + 20, to["y"] + 12, steps=6)
    tab.mouse.up()
    expect(tab.locator("#m11")).to_contain_text("Probation completed")


def test_the_settings_on_a_phone_and_a_draft_brought_back(desk: Desk) -> None:
    tab = at(desk.tab(width=390, height=844, has_touch=True), "/settings/process/")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    tab.get_by_role("link", name="Edit Interviews arranged").tap()
    tab.get_by_role("button", name="Move up").tap()
    expect(tab.locator(".ms-open")).to_have_attribute("id", "m2")
    tab.get_by_role("button", name="Done").tap()
    expect(tab.locator("#m2")).to_contain_text("Interviews arranged")
    tab.get_by_role("button", name="Discard").tap()
    expect(tab.locator("#m3")).to_contain_text("Interviews arranged")
    tab.get_by_role("button", name=re.compile("Undo")).tap()
    expect(tab.locator("#m2")).to_contain_text("Interviews arranged")


@pytest.mark.parametrize("width", [1440, 390])
def test_all_of_it_without_script(desk: Desk, width: int) -> None:
    nadia = lead_of(desk, "Nadia Petrov")
    tab = desk.tab(java_script_enabled=False, width=width)
    tab.goto(f"/leads/{nadia.pk}/")
    tab.locator(".track a", has_text="2nd interview arranged").click()
    tab.get_by_role("button", name="Done").click()
    expect(tab.locator(".track [aria-current=step]")).to_contain_text("2nd interview completed")
    tab.goto("/settings/process/")
    tab.get_by_role("link", name="Edit Resignation").click()
    tab.get_by_label("Working days after the one before").fill("4")
    tab.get_by_role("button", name="Move up").click()
    assert marks(desk)[9] == "Resignation"
    tab.get_by_role("button", name="Publish version 2").click()
    expect(tab.locator("body")).to_contain_text("Version 2 is in use.")


def open_milestone(tab: Any, name: str) -> Any:
    tab.locator(".track a", has_text=name).click()
    dialog = tab.locator("dialog[open]")
    expect(dialog).to_contain_text(name)
    return dialog


def test_a_rival_fills_it_nobody_walks_in_and_it_becomes_ours(desk: Desk) -> None:
    """A competitor's placement is followed to its first day, falls through there, and the place is filled by us."""
    nadia = lead_of(desk, "Nadia Petrov")
    tab = at(desk.tab(), f"/leads/{nadia.pk}/")
    dialog = tab.locator("dialog[open]")

    tab.get_by_role("link", name="Who fills it").click()
    dialog.get_by_label("Who fills the place").select_option("competitor")
    dialog.get_by_label("Which competitor").fill("Harrow & Pike")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(tab.locator("#track")).to_contain_text("Harrow & Pike")

    # Not the end of it: the day they begin is called about.
    open_milestone(tab, "Resignation").get_by_label("Done on").fill("today")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    open_milestone(tab, "Start date").get_by_label("Expected on").fill("today")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(tab.locator("#step")).to_contain_text("Did they walk in?")
    at(tab, "/")
    expect(tab.locator(".sheet").first).to_contain_text("Nadia Petrov")

    at(tab, f"/leads/{nadia.pk}/")
    open_milestone(tab, "Start date").get_by_role("link", name="It fell through").click()
    expect(dialog.get_by_label("Which competitor")).to_have_value("Harrow & Pike")
    tab.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(tab.locator("#track")).to_contain_text("round 2")
    tab.keyboard.press("i")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator(".page-head")).to_contain_text("Hot")

    tab.get_by_role("link", name="End this lead").click()
    dialog.get_by_label("How it ended").select_option("filled_by_us")
    dialog.get_by_label("On which day").fill("today")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#step")).to_contain_text("Filled by us")
    expect(tab.locator("#happened")).to_contain_text("It fell through at Start date")
    with enter(desk.agency):
        fell = Lead.objects.get(pk=nadia.pk).fall_backs.get()
        assert (fell.filled_by, fell.who) == ("competitor", "Harrow & Pike")
