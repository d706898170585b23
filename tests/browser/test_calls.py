"""The day's calls by keys alone, with the line down, on a phone, and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows, StepWish
from rightday.people.actions import add_person
from rightday.team import queries as team
from tests.conftest import Cast

TODAY = re.compile(r"://[^/]+/$")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def day(ours: Cast) -> tuple[Lead, Lead]:
    """Two calls agreed for today, so that no hour of the day stands in the way: Martin, then Ruth."""
    with enter(ours.agency):
        today = team.today(ours.sam)
        wish = StepWish(due=today, agreed=True)
        shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.CONTRACTORS)
        heard = [HeardEvidence(each, "heard", today - timedelta(days=1)) for each in shows]
        first = leads.create(ours.martin, heard=heard, title="2 engineers", by=ours.sam, step=wish)
        number = phones.read("020 7946 0617")
        ruth = add_person(given="Ruth", family="Delacroix", by=ours.sam, company=ours.halden, phones=number)
        heard = [HeardEvidence(Shows.RUMOUR, "heard", today - timedelta(days=9))]
        return first, leads.create(ruth, heard=heard, title="", by=ours.sam, step=wish)


def at(tab: Any, path: str) -> Any:
    tab.goto(path)
    tab.wait_for_load_state("networkidle")
    return tab


def test_two_calls_by_keys_alone(tab: Any, ours: Cast, day: tuple[Lead, Lead]) -> None:
    at(tab, "/").keyboard.press("Enter")
    tab.wait_for_selector("#who")
    assert tab.inner_text("#who") == "Martin Ahlqvist"
    tab.wait_for_load_state("networkidle")
    tab.focus("#ask-answer-seeing")
    tab.keyboard.type("Two more on Thursday")
    tab.wait_for_selector("#heard b")
    assert "Hot until" in tab.inner_text("#heard")
    tab.keyboard.press("Alt+2")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#who:text-is('Ruth Delacroix')")
    expect(tab.locator("#who")).to_be_focused()
    assert tab.title() == "Call Ruth Delacroix · Rightday"
    assert "Martin Ahlqvist: Progressed. Next: confirming call" in tab.inner_text("#toasts")
    tab.keyboard.press("3")
    tab.keyboard.press("w")
    tab.wait_for_url(TODAY)
    assert "Ruth Delacroix: No answer. Next: try again" in tab.inner_text("#toasts")
    with enter(ours.agency):
        assert list(Call.objects.order_by("id").values_list("result", flat=True)) == ["progressed", "no_answer"]
        lead = Lead.objects.get(pk=day[0].pk)
        assert lead.grade_on(team.today(ours.sam)) is Grade.HOT
    tab.keyboard.press("u")
    tab.wait_for_url("**/today/*/")
    assert tab.inner_text("#who") == "Ruth Delacroix"


def test_the_six_results_stand_in_the_order_of_their_keys(tab: Any, day: tuple[Lead, Lead]) -> None:
    at(tab, f"/today/{day[0].next_step_id}/")
    boxes = [tab.locator(f'#result label[data-key="{key}"]').bounding_box() for key in range(1, 7)]
    order = sorted(range(6), key=lambda at: (boxes[at]["x"], boxes[at]["y"]))
    assert order == list(range(6))
    # Two rows, so that the plan has the height: the rarer two stand beside the others.
    assert boxes[5]["y"] + boxes[5]["height"] <= boxes[0]["y"] + boxes[0]["height"] + 2
    tab.keyboard.press("5")
    assert tab.is_checked("#r-not_interested")
    tab.keyboard.press("6")
    assert tab.is_checked("#r-wrong_number")


def test_what_was_typed_survives_a_reload_and_is_gone_with_the_result(tab: Any, day: tuple[Lead, Lead]) -> None:
    at(tab, f"/today/{day[0].next_step_id}/")
    tab.fill("#note", "they freeze hiring in May")
    tab.click(".res-not_now")
    tab.reload()
    tab.wait_for_selector("#result-form[data-restored]", state="attached")
    assert tab.input_value("#note") == "they freeze hiring in May"
    assert tab.is_checked("#r-not_now")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#who:text-is('Ruth Delacroix')")
    assert tab.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('rightday-draft'))") == []


def test_a_day_that_was_picked_is_what_enter_takes(tab: Any, ours: Cast, day: tuple[Lead, Lead]) -> None:
    with enter(ours.agency):
        wanted = team.today(ours.sam) + timedelta(days=21)
    at(tab, f"/today/{day[0].next_step_id}/").keyboard.press("4")
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.id") == "pick-day"
    tab.fill("#pick-day", wanted.isoformat())
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#who:text-is('Ruth Delacroix')")
    with enter(ours.agency):
        step = Lead.objects.select_related("next_step").get(pk=day[0].pk).next_step
        assert (step.due, step.agreed) == (wanted, True)


def test_a_result_logged_while_the_line_is_down_is_sent_later(tab: Any, ours: Cast, day: tuple[Lead, Lead]) -> None:
    at(tab, f"/today/{day[0].next_step_id}/").keyboard.press("1")
    tab.context.set_offline(True)
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#outbox .waiting")
    assert "1 result waits for the line" in tab.inner_text("#outbox")
    tab.context.set_offline(False)
    tab.wait_for_url(TODAY)
    with enter(ours.agency):
        assert Call.objects.get().result == "met"


def test_a_colleague_who_was_faster_is_named_and_the_words_stay(
    open_tab: Callable[..., Any], ours: Cast, day: tuple[Lead, Lead]
) -> None:
    mine, theirs = open_tab(), open_tab(ours.priya)
    for one in (mine, theirs):
        at(one, f"/today/{day[0].next_step_id}/").keyboard.press("2")
    mine.fill("#note", "mine")
    theirs.keyboard.press("Enter")
    theirs.wait_for_url(TODAY)
    mine.click(".nxt-go")
    mine.wait_for_selector("#stale [role=alert]")
    assert "Priya Nair has logged this call already: Progressed." in mine.inner_text("#stale")
    assert mine.input_value("#note") == "mine"


def test_a_call_is_added_from_the_sheet(tab: Any, ours: Cast, day: tuple[Lead, Lead]) -> None:
    at(tab, "/").keyboard.press("n")
    tab.wait_for_selector("dialog[open] #add-q")
    tab.focus("#add-q")
    tab.keyboard.type("delac")
    tab.wait_for_selector("#found input[type=radio]")
    assert "Ruth Delacroix" in tab.inner_text("#found")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("[data-toast]")
    assert "Ruth Delacroix is on the sheet" in tab.inner_text("#toasts")


def test_everything_works_without_a_script(open_tab: Callable[..., Any], ours: Cast, day: tuple[Lead, Lead]) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto("/")
    tab.click("text=Start with Martin")
    tab.fill("#note", "no script")
    tab.click(".res-no_answer")
    tab.click("button[value=week]")
    tab.wait_for_url("**/today/*/")
    assert tab.inner_text("#who") == "Ruth Delacroix"
    with enter(ours.agency):
        assert (Call.objects.get().result, Call.objects.get().note) == ("no_answer", "no script")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 768, 390])
def test_nothing_is_in_the_way_of_anybody(
    open_tab: Callable[..., Any], day: tuple[Lead, Lead], width: int, theme: str
) -> None:
    tab = open_tab(width=width, color_scheme=theme, bypass_csp=True)
    step = day[0].next_step_id
    for path in ("/", f"/today/{step}/", f"/today/{step}/why/", "/today/add/"):
        at(tab, path)
        if path == f"/today/{step}/":
            tab.click(".res-not_interested")
        found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], path
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
