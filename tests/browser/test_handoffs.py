"""A lead changes hands: given, sent back, mended, accepted, and called inside its clock. By keys, and by thumb."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Answer
from rightday.leads.models import Lead
from rightday.leads.rules import IDENTITY, HeardEvidence, Shows
from rightday.people.models import Person
from rightday.timeline.models import Event
from tests.browser.conftest import MORNING, Desk, at

PAGE = "/leads/handoffs/"


@pytest.fixture
def lead(desk: Desk) -> Lead:
    """A hot one of Priya's."""
    with enter(desk.agency):
        person = Person.objects.select_related("company").get(name="Karen Whitby")
        day = MORNING.date() - timedelta(days=1)
        heard = [HeardEvidence(one, "Said so", day) for one in (*IDENTITY, Shows.INTERVIEWING)]
        return actions.create(person, heard=heard, title="data engineer", by=desk.member("Priya"))


def last(desk: Desk, lead: Lead) -> HandOff:
    with enter(desk.agency):
        found: HandOff = HandOff.objects.select_related("receiver").filter(lead=lead).latest("pk")
        return found


def hand_on(tab: Any, words: str) -> None:
    tab.keyboard.press("o")
    expect(tab.locator("dialog[open] textarea")).to_be_focused()
    tab.keyboard.type(words)
    tab.get_by_label("To", exact=True).select_option(label="Jo Lindqvist")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("dialog[open]")).to_have_count(0)


def test_given_sent_back_mended_accepted_and_called_in_time(desk: Desk, lead: Lead) -> None:
    # The recruiter gives.
    priya = at(desk.tab("Priya"), f"/leads/{lead.pk}/")
    hand_on(priya, "She asked for you by name.")
    expect(priya.locator("[data-toast]").last).to_contain_text("Handed to Jo Lindqvist, who answers by today, 11:12.")
    expect(priya.locator("#hand")).to_contain_text("Answer by today, 11:12, or it goes back to you.")

    # The salesperson sends it back, with what was missing.
    jo = at(desk.tab("Jo"), PAGE)
    row = jo.locator(".ho", has_text="data engineer")
    expect(row).to_contain_text("“She asked for you by name.”")
    jo.keyboard.press("j")
    jo.keyboard.press("k")
    assert "data engineer" in jo.evaluate("document.activeElement.textContent")
    jo.keyboard.press("b")
    expect(jo.locator("dialog[open] textarea")).to_be_focused()
    jo.get_by_label("What was missing").select_option(label="another person decides")
    jo.fill("dialog textarea", "Who signs? Karen said it is not her.")
    jo.keyboard.press("Control+Enter")
    expect(row).to_have_count(0)
    expect(jo.locator("[data-toast]").last).to_contain_text("Back to Priya Nair, with what was missing.")

    # The recruiter mends it: opens the lead, keeps what she found out, offers it again.
    at(priya, PAGE)
    expect(priya.locator(".page-head")).to_contain_text("One came back to you.")
    expect(priya.locator(".ho", has_text="data engineer")).to_contain_text("Returned: another person decides")
    priya.keyboard.press("e")
    priya.wait_for_url(f"**/leads/{lead.pk}/")
    priya.wait_for_load_state("networkidle")
    priya.keyboard.press("n")
    priya.keyboard.type("Her director signs; she chooses.")
    priya.keyboard.press("Enter")
    expect(priya.locator("#happened")).to_contain_text("Her director signs; she chooses.")
    priya.keyboard.press("Escape")
    hand_on(priya, "She chooses, her director signs.")
    expect(priya.locator("#hand")).to_contain_text("or it goes back to you")

    # Accepted: hers no more.
    at(jo, PAGE)
    jo.locator(".ho", has_text="data engineer").locator("[data-open]").focus()
    jo.keyboard.press("a")
    expect(jo.locator("[data-toast]").last).to_contain_text("It is yours now. First call by today, 13:12.")
    expect(jo.locator(".ho", has_text="data engineer")).to_have_count(0)

    # The first call, inside the clock.
    with enter(desk.agency):
        step = Lead.objects.get(pk=lead.pk).next_step_id
    at(jo, f"/today/{step}/")
    jo.keyboard.press("2")
    jo.keyboard.press("Enter")
    expect(jo.locator("[data-toast]").last).to_contain_text("Progressed")
    made = last(desk, lead)
    assert made.answer == Answer.ACCEPTED and made.called_at is not None and made.call_by is not None
    assert made.called_at <= made.call_by
    expect(at(jo, f"/leads/{lead.pk}/").locator("#hand")).to_contain_text("in time.")

    # What became of it, for who gave it; and all of it is in the lead's timeline.
    expect(at(priya, PAGE).locator("tr", has_text="data engineer")).to_contain_text("In conversation")
    with enter(desk.agency):
        told = list(Event.objects.filter(lead=lead).order_by("at", "id").values_list("verb", flat=True))
    wanted = ["lead.offered", "lead.returned", "lead.offered", "lead.accepted", "lead.first_called"]
    assert [verb for verb in told if verb in wanted] == wanted


def test_an_offer_is_taken_back_by_a_key(desk: Desk, lead: Lead) -> None:
    priya = at(desk.tab("Priya"), f"/leads/{lead.pk}/")
    hand_on(priya, "Hers.")
    expect(priya.locator("[data-toast]").last).to_contain_text("Undo")
    priya.keyboard.press("u")
    expect(priya.locator("h1")).to_have_text("Hand-offs")
    assert last(desk, lead).answer == Answer.WITHDRAWN


def test_of_two_who_accept_the_second_sees_who_was_first(desk: Desk, lead: Lead) -> None:
    priya = at(desk.tab("Priya"), f"/leads/{lead.pk}/")
    hand_on(priya, "Hers.")
    jo, sam = (at(desk.tab(name), f"/leads/{lead.pk}/") for name in ("Jo", "Sam"))
    sam.keyboard.press("a")
    expect(sam.locator("#hand")).to_contain_text("accepted it")
    jo.keyboard.press("a")
    expect(jo.locator("[data-toast]").last).to_contain_text(
        "Sam Whitlock has accepted this lead already (today, 09:12)."
    )
    assert last(desk, lead).receiver.name == "Sam Whitlock"


def test_accepted_by_thumb(desk: Desk) -> None:
    """On a phone, from the page: the first of two."""
    tab = at(desk.tab("Sam", width=390, height=844, has_touch=True), PAGE)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    expect(tab.locator(".page-head")).to_contain_text("Two wait for your answer.")
    button = tab.locator(".ho-next").get_by_role("button", name="Accept")
    assert button.bounding_box()["height"] >= 44
    button.tap()
    expect(tab.locator(".page-head")).to_contain_text("One waits for your answer.")
    tab.locator(".ho-next").get_by_role("link", name="Send back").tap()
    expect(tab.locator("dialog[open]")).to_contain_text("What was missing")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
