"""A line that is down, a double click, two people at once, a session that has ended: nothing is lost, nothing counts twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.leads.models import Lead
from rightday.people.models import Person
from tests.browser.conftest import MORNING, Desk, at, session_of


def lead_of(desk: Desk, name: str = "Martin Ahlqvist") -> Lead:
    with enter(desk.agency):
        found = Lead.objects.open().filter(person__name=name).first()
        assert found is not None
        return found


def calls_of(desk: Desk, lead: Lead) -> list[tuple[str, str]]:
    with enter(desk.agency):
        return list(Call.objects.filter(lead_id=lead.pk).values_list("result", "note"))


def test_a_result_logged_while_the_line_is_down_counts_once(desk: Desk) -> None:
    lead = lead_of(desk)
    tab = at(desk.tab(), f"/today/{lead.next_step_id}/")
    tab.fill("#note", "He is off until Monday.")
    with desk.ears.expects("net::ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest"):
        tab.context.set_offline(True)
        tab.locator(".res-progressed").click()
        tab.locator(".nxt-go").click()
        expect(tab.locator("#outbox .waiting")).to_contain_text("1 result waits for the line")
        # Tried again by hand, and in vain: still one, still waiting.
        tab.get_by_role("button", name="Try now").click()
        tab.wait_for_timeout(300)
        expect(tab.locator("#outbox .waiting")).to_have_count(1)
    assert calls_of(desk, lead) == []
    tab.context.set_offline(False)
    tab.wait_for_url("**/")
    expect(tab.locator("#outbox .waiting")).to_have_count(0)
    expect(tab.locator(".sheet-done")).to_contain_text("Martin Ahlqvist")
    assert calls_of(desk, lead) == [("progressed", "He is off until Monday.")]


def test_an_answer_that_never_arrived_counts_once(desk: Desk) -> None:
    """The server has it, the browser does not know: what is sent again is the same result."""
    lead = lead_of(desk)
    tab = at(desk.tab(), f"/today/{lead.next_step_id}/")
    lost = []

    def swallow(route: Any) -> None:
        if not lost:
            lost.append(route.fetch().status)
            route.abort("connectionreset")
        else:
            route.continue_()

    tab.route("**/result/", swallow)
    with desk.ears.expects("net::ERR_CONNECTION_RESET", "htmx:sendError", "htmx:afterRequest"):
        tab.locator(".res-met").click()
        tab.locator(".nxt-go").click()
        expect(tab.locator("#outbox .waiting")).to_be_visible()
    assert calls_of(desk, lead) == [("met", "")]
    tab.get_by_role("button", name="Try now").click()
    expect(tab.locator("#outbox .waiting")).to_have_count(0)
    tab.wait_for_url("**/")
    assert lost == [200]
    assert calls_of(desk, lead) == [("met", "")]


def test_a_double_click_logs_once(desk: Desk) -> None:
    lead = lead_of(desk)
    tab = at(desk.tab(), f"/today/{lead.next_step_id}/")
    tab.locator(".res-no_answer").click()
    tab.locator(".nxt-go").dblclick()
    expect(tab.locator("#toasts")).to_contain_text("Martin Ahlqvist: No answer. Next:")
    tab.wait_for_load_state("networkidle")
    assert calls_of(desk, lead) == [("no_answer", "")]
    with enter(desk.agency):
        assert (
            Call.objects.filter(result="no_answer", day=MORNING.date()).count() == 2
        )  # Ian Coyle rang out earlier this morning


def test_a_double_click_saves_a_note_once_also_without_a_script(desk: Desk) -> None:
    lead = lead_of(desk)
    tab = at(desk.tab(java_script_enabled=False), f"/leads/{lead.pk}/")
    tab.fill("[name=words]", "Asks for facts, not for praise, twice.")
    tab.locator("[name=words]").press("Enter")
    expect(tab.locator(".tl")).to_contain_text("not for praise, twice.")
    tab.reload()
    assert tab.inner_text(".tl").count("not for praise, twice.") == 1


def test_the_second_of_two_on_one_person_sees_who_and_keeps_every_word(desk: Desk) -> None:
    with enter(desk.agency):
        ruth = Person.objects.get(name="Ruth Delacroix").pk
    mine, theirs = desk.tab(), desk.tab("Jo")
    for tab in (mine, theirs):
        at(tab, f"/people/{ruth}/details/")
    theirs.get_by_label("What they do").fill("Chief of engineering")
    theirs.get_by_role("button", name="Save").click()
    theirs.wait_for_url(f"**/people/{ruth}/")
    mine.get_by_label("What they do").fill("VP engineering, platforms")
    with desk.ears.expects("status of 409"):
        mine.get_by_role("button", name="Save").click()
        expect(mine.get_by_role("alert")).to_contain_text("Jo Lindqvist")
    assert mine.get_by_label("What they do").input_value() == "VP engineering, platforms"
    mine.get_by_role("button", name="Save").click()
    mine.wait_for_url(f"**/people/{ruth}/")
    assert "VP engineering, platforms" in mine.inner_text("main")


def test_the_second_of_two_on_one_lead_sees_who_and_keeps_every_word(desk: Desk) -> None:
    lead = lead_of(desk, "Ruth Delacroix")
    mine, theirs = desk.tab(), desk.tab("Jo")
    for tab in (mine, theirs):
        at(tab, f"/leads/{lead.pk}/").keyboard.press("e")
        expect(tab.locator("dialog[open] form")).to_be_visible()
    theirs.locator("dialog [name=objective]").fill("Which day the board meets")
    theirs.keyboard.press("Control+Enter")
    expect(theirs.locator("#step")).to_contain_text("Which day the board meets")
    mine.locator("dialog [name=objective]").fill("Who sits on the board")
    with desk.ears.expects("status of 409", "Response Status Error Code 409"):
        mine.keyboard.press("Control+Enter")
        expect(mine.locator("dialog [role=alert]")).to_contain_text("Jo Lindqvist")
    assert mine.input_value("dialog [name=objective]") == "Who sits on the board"


def test_signed_out_in_the_middle_of_a_call(desk: Desk) -> None:
    lead = lead_of(desk)
    tab = at(desk.tab(), f"/today/{lead.next_step_id}/")
    tab.fill("#note", "They freeze hiring in May.")
    tab.locator(".res-progressed").click()
    Session.objects.all().delete()
    with desk.ears.expects("status of 401", "Response Status Error Code 401"):
        tab.locator(".nxt-go").click()
        tab.wait_for_url("**/accounts/login/**")
    assert calls_of(desk, lead) == []
    # Back at the desk, at the same call, with every word.
    cookie = session_of(desk.member().identity, desk.agency)
    tab.context.add_cookies([{"name": "sessionid", "value": cookie, "url": desk.browser.address}])
    assert f"next=/today/{lead.next_step_id}/" in tab.url
    at(tab, f"/today/{lead.next_step_id}/")
    expect(tab.locator("#note")).to_have_value("They freeze hiring in May.")
    assert tab.is_checked("#r-progressed")
    tab.locator(".nxt-go").click()
    expect(tab.locator("#toasts")).to_contain_text("Martin Ahlqvist: Progressed. Next:")
    assert calls_of(desk, lead) == [("progressed", "They freeze hiring in May.")]


@pytest.mark.parametrize("path", ["/", "/leads/"])
def test_signed_out_elsewhere_one_is_shown_the_way_in(desk: Desk, path: str) -> None:
    tab = at(desk.tab(), path)
    Session.objects.all().delete()
    tab.reload()
    tab.wait_for_url("**/accounts/login/**")
    assert tab.get_by_role("heading", name="Sign in to Rightday").is_visible()
