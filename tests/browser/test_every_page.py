"""Every page for everybody: axe finds nothing in light and dark, wide and on a phone; nothing scrolls sideways."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import expect

from rightday.commands.sample import write_tracker
from rightday.db.row_security import enter
from rightday.intake import actions as intake
from rightday.intake.capture.actions import save as capture
from rightday.intake.models import Import
from rightday.intake.running import actions_undo
from rightday.leads import actions as leads
from rightday.leads.handoffs.models import HandOff
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.queries import Tab
from rightday.leads.incentives.rules import State
from rightday.leads.lists.models import BulkAct
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import Ending
from rightday.people.models import Company, Person
from rightday.team import actions as team
from rightday.team.models import Member
from rightday.team.models_views import SavedView
from rightday.team.rules import Role
from tests.browser.conftest import MORNING, Desk, session_of, work
from tests.browser.desk_pages import of_desk

ASKED = ("hand", "move", "step", "label")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without preload: axe would ask for imported style sheets beside the page, where they are not.
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "preload": False}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "preload": False}
WIDTHS = (320, 390, 600, 768, 1024, 1180, 1440)
NOWHERE = 999_999


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(desk: Desk, width: int) -> None:
    """All rules in the light; in the dark the one that a theme can change: contrast."""
    wrong = []
    for name, tab in pages(desk, width):
        for theme, options in (("light", RULES), ("dark", CONTRAST)):
            tab.emulate_media(color_scheme=theme)
            found = Axe().run(tab, options=options).response["violations"]
            wrong += [(name, theme, one["id"], node["html"][:160]) for one in found for node in one["nodes"]]
        tab.emulate_media(color_scheme="light")
    assert wrong == [], "\n".join(map(str, wrong))


def test_nothing_scrolls_sideways(desk: Desk) -> None:
    wrong = []
    for name, tab in pages(desk, 1440):
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            found = tab.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wrong.append((name, width, found))
        tab.set_viewport_size({"width": 1440, "height": 900})
    assert wrong == [], "\n".join(map(str, wrong))


def pages(desk: Desk, width: int) -> Iterator[tuple[str, Any]]:
    """Each page with its name, loaded in one tab after the other; the tab is as it is until the next is asked for."""
    options = {"width": width, "height": 900 if width > 400 else 844, "bypass_csp": True, "reduced_motion": "reduce"}
    tab = desk.tab(**options)
    for name, path in [*trade(desk), *of_desk(desk), *imports(desk), *settings(desk)]:
        assert tab.goto(path).status == 200, path
        yield name, tab
    yield from opened(desk, tab)
    yield from refused(desk, tab, desk.tab("Priya", **options))
    yield from before_signing_in(desk, desk.stranger(**options))
    yield from first_run(desk, options)


def trade(desk: Desk) -> list[tuple[str, str]]:
    """Today, leads, people, companies: the pages and their forms."""
    with enter(desk.agency):
        hot = Lead.objects.open().get(person__name="Martin Ahlqvist")
        ended = Lead.objects.open().get(person__name="Tia Banks")
        leads.end(ended, kind=Ending.CANCELLED, on=MORNING.date(), by=desk.member(), words="They cut both productions.")
        people = {one.name: one.pk for one in Person.objects.all()}
        halden = Company.objects.get(name="Halden Insurance").pk
        watch = Intelligence.objects.get(company__name="Fairline Logistics").pk
        rival = Company.objects.get(name="Harrow & Pike").pk
        priya, line = desk.member("Priya").pk, LedgerLine.objects.in_state(State.TO_PAY)[0].pk
        unready = Lead.objects.open().get(person__name="Hilary Moss").pk
        act, view = BulkAct.objects.earliest("pk").pk, SavedView.objects.filter(owner=desk.member()).earliest("pk").pk
        waits = HandOff.objects.waiting().filter(receiver=desk.member()).earliest("pk")
        came_back = HandOff.objects.came_back().get()
        heard = capture(
            "Spoke with Ada Byron at Analytic Engines, 020 7946 0998, interviewing two this week", by=desk.member()
        )
    call, lead, person = f"/today/{hot.next_step_id}/", f"/leads/{hot.pk}/", f"/people/{people['Martin Ahlqvist']}/"
    company = f"/companies/{halden}/"
    return [
        ("today", "/"), ("call", call), ("why here", f"{call}why/"), ("add a call", "/today/add/"),
        ("leads", "/leads/"), ("leads, ended", "/leads/?view=ended"),
        ("leads, filtered", "/leads/?grade=hot,warm&owner=me&label=9"), ("board", "/leads/?as=board"),
        ("move", f"{lead}stage/"), ("new lead", "/leads/new/"),
        ("lead", lead), ("lead to qualify", f"/leads/{unready}/"), ("lead, ended", f"/leads/{ended.pk}/"),
        ("hand-offs", "/leads/handoffs/"), ("hand on", f"{lead}handing/"),
        ("hand-off beside a lead", f"/leads/{came_back.lead_id}/"), ("send back", f"/leads/handoffs/{waits.pk}/return/"),
        ("save a view", "/views/new/?query=view%3Dhot"), ("done to many", "/leads/acts/"),
        ("an act", f"/leads/acts/{act}/"), ("label", f"{lead}labels/"), ("leads of a view", "/leads/?view=hot&label=9"),
        *((f"many, {kind}", f"/leads/acts/new/?kind={kind}&selected={hot.pk}") for kind in ASKED),
        ("saved views", "/settings/views/"), ("a saved view", f"/settings/views/{view}/"),
        ("evidence", f"{lead}evidence/"), ("next step", f"{lead}step/"), ("outcome", f"{lead}outcome/"),
        ("milestone", f"{lead}milestones/1/"), ("decision", f"{lead}milestones/5/"),
        ("it fell through", f"{lead}milestones/12/fall/"), ("who fills it", f"{lead}filler/"),
        ("another vacancy", f"{lead}vacancy/"),
        ("lead's details", f"{lead}details/"), ("lead on a day", f"{lead}?on=last+Thursday"),
        ("people", "/people/"), ("people found", "/people/?q=halden"), ("nobody found", "/people/?q=zzyx"),
        ("new person", "/people/new/"), ("person", person), ("person's details", f"{person}details/"),
        ("number", f"{person}numbers/"), ("address", f"{person}emails/"), ("permission", f"{person}permission/"),
        ("person who said no", f"/people/{people['Gerald Finch']}/"),
        ("companies", "/companies/"), ("new company", "/companies/new/"), ("company", company),
        ("to qualify", "/leads/to-qualify/"), ("nothing to qualify", "/leads/to-qualify/?q=zebra"),
        ("to find out", "/leads/to-find-out/"), ("watch", f"/leads/watches/{watch}/"),
        ("new watch", f"{company}watches/"),
        ("company's details", f"{company}details/"), ("switchboard", f"{company}numbers/"),
        ("results", "/results/?from=2026-10-01&to=2026-10-31"), ("leaks", "/results/leaks/?kind=once"),
        ("history", "/results/history/"), ("history of days", "/results/history/?choose=yes&tab=us"),
        ("nothing in that time", "/results/history/?from=2020-01-01&to=2020-01-31"),
        ("competitors", "/results/competitors/"), ("competitor", f"/companies/{rival}/"),
        ("against us", f"{lead}sightings/"),
        *((f"incentives, {tab}", f"/results/incentives/?view={tab}") for tab in Tab),
        ("own statement", "/results/incentives/mine/"), ("statement", f"/results/incentives/members/{priya}/"),
        ("statement outside", f"/results/incentives/people/{people['Colin Frey']}/"),
        ("add a line", "/results/incentives/lines/"), ("correct a line", f"/results/incentives/lines/{line}/correction/"),
        ("decline a line", f"/results/incentives/lines/{line}/decline/"), ("add a rule", "/results/incentives/rules/"),
        ("mark as paid", f"/results/incentives/payments/?selected={line}"),
        ("find or do", "/find/?q=hal"), ("capture", "/capture/"), ("captured", f"/capture/{heard.captured.pk}/"),
    ]  # fmt: skip


def imports(desk: Desk) -> list[tuple[str, str]]:
    """One import at each of its steps."""
    with enter(desk.agency):
        sam, done = desk.member(), Import.objects.get()
        read, tried, waiting, paused, undone = (_received(desk) for _ in range(5))
        for batch in (tried, waiting, paused, undone):
            intake.try_out(batch, by=sam)
        intake.run_now(undone, by=sam)
        intake.start(paused, by=sam)
        intake.pause(paused, by=sam)
        actions_undo.undo(undone, by=sam)
    work()
    with enter(desk.agency):
        intake.start(waiting, by=sam)
    return [
        ("imports", "/imports/"), ("what was understood", f"/imports/{read.pk}/"), ("trial", f"/imports/{tried.pk}/"),
        ("trial, leads", f"/imports/{tried.pk}/?rows=lead"), ("paused", f"/imports/{paused.pk}/"),
        ("undone", f"/imports/{undone.pk}/"), ("result", f"/imports/{done.pk}/"),
        ("result, rows", f"/imports/{done.pk}/?rows=lead"), ("undo", f"/imports/{done.pk}/undo/"),
        ("running", f"/imports/{waiting.pk}/"),
    ]  # fmt: skip


def _received(desk: Desk) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tracker.xlsx"
        write_tracker(path, MORNING.date())
        return intake.receive(path, name="Another desk.xlsx", by=desk.member())


def settings(desk: Desk) -> list[tuple[str, str]]:
    with enter(desk.agency):
        jo = desk.member("Jo").pk
    return [
        ("agency", "/settings/"), ("grades", "/settings/grades/"), ("score", "/settings/score/"),
        ("expectations", "/settings/expectations/"), ("your data", "/settings/data/"),
        ("process", "/settings/process/"), ("process, one open", "/settings/process/?open=5"),
        ("process, compared", "/settings/process/?compare=1"), ("me", "/settings/me/"), ("members", "/settings/members/"), ("member", f"/settings/members/{jo}/"),
        ("choose a password", "/accounts/password/set/"),
        ("sign out", "/accounts/logout/"), ("agencies", "/agencies/"),
    ]  # fmt: skip


def opened(desk: Desk, tab: Any) -> Iterator[tuple[str, Any]]:
    """What opens over a page, and forms that say what is wrong."""
    tab.goto("/", wait_until="networkidle")
    sheets = [("palette", "Control+k"), ("keys", "?"), ("capture sheet", "c"), ("add a call, sheet", "n")]
    # The button of the last one is not on a phone.
    for name, key in sheets if tab.viewport_size["width"] > 720 else sheets[:-1]:
        tab.keyboard.press(key)
        expect(tab.locator("dialog[open]"), name).to_be_visible()
        tab.wait_for_timeout(150)
        yield name, tab
        tab.keyboard.press("Escape")
        expect(tab.locator("dialog[open]")).to_have_count(0)
        # The focus goes back a moment after the dialog has: a key in between would be typed into its field.
        tab.wait_for_function("!document.activeElement.closest('dialog, input, textarea')")
    with desk.ears.expects("status of 422"):
        for name, path in (("new person, wrong", "/people/new/"), ("new company, wrong", "/companies/new/")):
            tab.goto(path)
            # As a browser sends it that checks nothing itself.
            tab.evaluate("document.querySelector('main form').noValidate = true")
            tab.locator("main form button[data-key='Mod+Enter']").click()
            tab.wait_for_load_state()
            yield name, tab


def refused(desk: Desk, sam: Any, priya: Any) -> Iterator[tuple[str, Any]]:
    with enter(desk.agency):
        done = Import.objects.order_by("pk")[0].pk
    with desk.ears.expects("status of 403", "status of 404", "status of 410"):
        for name, tab, path, status in (
            ("not found", sam, f"/leads/{NOWHERE}/", 404),
            ("not allowed", priya, f"/imports/{done}/undo/", 403),
            ("link spent", sam, "/enter/nothing/", 410),
            ("invitation over", sam, "/join/1/nothing/", 410),
        ):
            assert tab.goto(path).status == status, path
            yield name, tab


def before_signing_in(desk: Desk, tab: Any) -> Iterator[tuple[str, Any]]:
    with enter(desk.agency):
        role = Role(desk.member("Jo").role)
        team.invite("new@brightwater.example", name="Nell", role=role, by=desk.member(), base_url=desk.browser.address)
    work()
    asked = re.search(r"/join/\S+", mail.outbox[-1].body)
    assert asked is not None
    for name, path in (
        ("sign in", "/accounts/login/"), ("link by mail", "/accounts/login/code/"), ("new password", "/accounts/password/reset/"),
        ("sign up", "/accounts/signup/"), ("join", asked[0]),
    ):  # fmt: skip
        assert tab.goto(path).status == 200, path
        yield name, tab
    tab.goto("/accounts/login/")
    tab.locator("summary").click()
    tab.fill("#p-login", "sam@brightwater.example")
    tab.get_by_label("Password", exact=True).fill("not the password")
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("alert").first).to_be_visible()
    yield "sign in, wrong", tab
    tab.goto("/accounts/login/")
    tab.get_by_label("Work email").first.fill("sam@brightwater.example")
    tab.get_by_role("button", name="Send me a link").click()
    tab.wait_for_url("**/code/confirm/")
    yield "link sent", tab


def first_run(desk: Desk, options: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    agency, _sam = team.found_agency("Fairhaven", owner_email="ada@fairhaven.example", owner_name="Ada Quill")
    with enter(agency):
        session = session_of(Member.objects.here().select_related("identity").get().identity, agency)
    tab = desk.browser.tab(session, **options)
    for name, path in (
        ("first run", "/start/"),
        ("no leads", "/leads/"),
        ("no people", "/people/"),
        ("no companies", "/companies/"),
        ("first import", "/imports/"),
    ):
        assert tab.goto(path).status == 200, path
        yield name, tab
