"""The scripts in a real browser, under the product's Content-Security-Policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.template import engines
from django.test import override_settings
from jinja2 import ChoiceLoader, DictLoader

from tests.ui import site

pytestmark = pytest.mark.browser
Page = Any
# What the browser and htmx say when the line is down, or when a newer request overtakes one.
EXPECTED = ("Failed to load resource", "net::", "Response Status", "htmx:")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing: pytest shows what failed."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    loader = env.loader
    settings = override_settings(
        ROOT_URLCONF="tests.ui.site",
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        MIDDLEWARE=[
            "csp.middleware.CSPMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
    )
    with settings:
        env.loader = ChoiceLoader([DictLoader(site.TEMPLATES), loader])
        server = Server(("127.0.0.1", 0), Quiet)
        server.set_app(StaticFilesHandler(WSGIHandler()))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        env.loader = loader


@pytest.fixture
def tab(chromium: Any, address: str) -> Iterator[Page]:
    """A page that fails the test when its console has an error."""
    site.sent.clear()
    site.broken["now"] = False
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, base_url=address)
    page = context.new_page()
    page.set_default_timeout(5000)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert [words for words in said if not any(known in words for known in EXPECTED)] == []


def ready(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")


def until(page: Page, expression: str) -> None:
    """Wait until it is true. (Playwright's own way evaluates a string, which the policy forbids.)"""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def test_letters_press_their_button_but_not_while_typing(tab: Page) -> None:
    ready(tab, "/form/")
    tab.keyboard.press("n")
    assert tab.evaluate("document.activeElement.name") == "note"
    tab.keyboard.type("2 gn?")
    assert tab.input_value("[name=note]") == "2 gn?"
    assert tab.url.endswith("/form/")
    tab.keyboard.press("Escape")
    tab.keyboard.press("g")
    tab.keyboard.press("t")
    tab.wait_for_url("**/today/")


def test_a_digit_with_alt_logs_the_result_from_a_field(tab: Page) -> None:
    ready(tab, "/form/")
    tab.fill("[name=note]", "Seeing two")
    tab.keyboard.press("Alt+2")
    tab.wait_for_selector("[data-toast]")
    assert [(one["note"], one["result"]) for one in site.sent] == [("Seeing two", "progressed")]
    assert len(site.sent[0]["once"]) == 32


def test_a_form_is_sent_once_however_often_it_is_pressed(tab: Page) -> None:
    ready(tab, "/form/")
    tab.evaluate("""() => {
        const form = document.getElementById("form");
        for (let times = 0; times < 3; times += 1) form.requestSubmit(form.querySelector("button"));
    }""")
    tab.wait_for_selector("[data-toast]")
    assert len(site.sent) == 1


def test_a_form_can_be_sent_after_saying_no_when_asked(tab: Page) -> None:
    ready(tab, "/form/")
    tab.evaluate("document.getElementById('form').setAttribute('hx-confirm', 'Sure?')")
    tab.once("dialog", lambda dialog: dialog.dismiss())
    tab.keyboard.press("2")
    tab.wait_for_timeout(100)
    assert site.sent == []
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.keyboard.press("2")
    tab.wait_for_selector("[data-toast]")
    assert len(site.sent) == 1


def test_undo_by_its_key(tab: Page) -> None:
    ready(tab, "/form/")
    tab.keyboard.press("2")
    tab.wait_for_selector("[data-toast] [data-key=u]")
    with tab.expect_response("**/undo/"):
        tab.keyboard.press("u")
    assert len(site.sent) == 2
    assert "result" not in site.sent[1]


def test_the_list_of_keys_is_built_from_the_page(tab: Page) -> None:
    ready(tab, "/_gallery/today/")
    tab.keyboard.press("?")
    tab.wait_for_selector("dialog[open]")
    words = tab.inner_text("dialog[open]")
    for line in ("Add a call", "Quick capture", "Next, previous", "Dial", "This list"):
        assert line in words
    # Nothing on this page can be ticked.
    assert "Select" not in words
    tab.keyboard.press("Escape")
    assert tab.locator("dialog[open]").count() == 0


def test_rows_by_keys_and_their_own_number(tab: Page) -> None:
    ready(tab, "/_gallery/today/")
    until(tab, "document.activeElement === document.body")
    tab.keyboard.press("j")
    # From the call that is marked as next to the one after it.
    assert tab.evaluate("document.activeElement.textContent") == "Martin Ahlqvist"
    tab.evaluate(
        "document.addEventListener('click', event => {"
        " window.dialled = event.target.closest('a').href; event.preventDefault(); }, true)"
    )
    tab.keyboard.press("d")
    assert tab.evaluate("window.dialled") == "tel:+442079460142"
    tab.keyboard.press("k")
    assert tab.evaluate("document.activeElement.textContent") == "Jane Okafor"


def test_ticked_rows_show_their_bar(tab: Page) -> None:
    ready(tab, "/_gallery/")
    assert tab.locator("[data-bulk]").is_hidden()
    tab.focus("[data-row] [data-open]")
    tab.keyboard.press("x")
    assert tab.inner_text("[data-bulk-count]") == "1"
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    tab.keyboard.press("Shift+X")
    assert tab.inner_text("[data-bulk-count]") == "3"
    tab.keyboard.press("Escape")
    until(tab, "document.querySelector('[data-bulk]').hidden")


def test_letters_can_be_turned_off(tab: Page) -> None:
    ready(tab, "/form/")
    tab.evaluate("document.body.dataset.keysOff = 'n'")
    tab.keyboard.press("n")
    assert tab.evaluate("document.activeElement === document.body")
    tab.evaluate("document.body.dataset.keysOff = ''; document.body.dataset.keysChanged = '[[\"n\",\"m\"]]'")
    tab.keyboard.press("n")
    assert tab.evaluate("document.activeElement === document.body")
    tab.keyboard.press("m")
    assert tab.evaluate("document.activeElement.name") == "note"


def test_the_palette_finds_moves_and_opens(tab: Page) -> None:
    ready(tab, "/form/")
    tab.keyboard.press("Control+k")
    tab.wait_for_selector("dialog[open] [role=option]")
    assert tab.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    tab.keyboard.type("hal")
    tab.keyboard.press("ArrowDown")
    assert tab.inner_text("[aria-selected=true]") == "Halima Saleh"
    assert tab.get_attribute("[role=combobox]", "aria-activedescendant") == tab.get_attribute(
        "[aria-selected=true]", "id"
    )
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/_gallery/today/?1")


def test_the_palette_stands_when_nobody_is_found(tab: Page) -> None:
    ready(tab, "/form/")
    tab.keyboard.press("Control+k")
    tab.wait_for_selector("dialog[open] [role=option]")
    tab.keyboard.type("nobody")
    until(tab, "!document.querySelector('dialog [role=option]')")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    assert tab.locator("dialog[open]").count() == 0


def test_capture_reads_marks_keeps_the_draft_and_saves(tab: Page) -> None:
    ready(tab, "/form/")
    tab.keyboard.press("c")
    tab.wait_for_selector("dialog[open] textarea")
    words = "Hilary Moss at Castle Telecom, 020 7946 0471"
    tab.keyboard.type(words)
    tab.wait_for_selector("#cap-read .cap-verdict")
    until(tab, "document.querySelectorAll('.cap-marks mark').length === 2")
    assert tab.locator(".cap-marks mark").all_text_contents() == ["Hilary Moss", "Castle Telecom"]
    assert tab.input_value("textarea") == words
    # Closed by mistake: the words are there again.
    tab.keyboard.press("Escape")
    until(tab, "!document.querySelector('dialog[open]')")
    tab.keyboard.press("c")
    tab.wait_for_selector("dialog[open] textarea")
    until(tab, "document.querySelector('dialog textarea').value !== ''")
    assert tab.input_value("textarea") == words
    tab.keyboard.press("Control+Enter")
    until(tab, "!document.querySelector('dialog[open]')")
    assert [one["text"] for one in site.sent] == [words]
    assert tab.evaluate("localStorage.getItem('rightday-capture')") is None


@pytest.mark.parametrize("cause", ["server", "line"])
def test_a_result_that_cannot_be_sent_waits_and_is_sent_once(tab: Page, cause: str) -> None:
    ready(tab, "/form/")
    tab.fill("[name=note]", "Seeing two on Thursday")
    if cause == "server":
        site.broken["now"] = True
    else:
        tab.context.set_offline(True)
    tab.keyboard.press("Alt+2")
    tab.wait_for_selector("#outbox .waiting")
    assert "1 result waits for the line" in tab.inner_text("#outbox")
    assert site.sent == []
    site.broken["now"] = False
    if cause == "line":
        tab.context.set_offline(False)
    else:
        tab.click("#outbox button >> text=Try now")
    tab.wait_for_selector("[data-toast] >> text=Progressed, Martin Ahlqvist")
    assert tab.inner_text("#outbox") == ""
    assert [(one["note"], one["result"]) for one in site.sent] == [("Seeing two on Thursday", "progressed")]


def test_a_waiting_result_survives_leaving_the_page(tab: Page) -> None:
    ready(tab, "/form/")
    site.broken["now"] = True
    tab.keyboard.press("2")
    tab.wait_for_selector("#outbox .waiting")
    ready(tab, "/_gallery/today/")
    tab.wait_for_selector("#outbox .waiting")
    site.broken["now"] = False
    tab.click("#outbox button >> text=Try now")
    tab.wait_for_selector("[data-toast] >> text=Progressed, Martin Ahlqvist")
    assert len(site.sent) == 1


def test_a_result_behind_more_has_its_key(tab: Page) -> None:
    ready(tab, "/_gallery/focus/")
    tab.evaluate(
        "document.addEventListener('submit', event => {"
        " window.pressed = event.submitter.value; event.preventDefault(); event.stopImmediatePropagation(); }, true)"
    )
    tab.keyboard.press("6")
    assert tab.evaluate("window.pressed") == "wrong_number"
    tab.focus("[name=decides]")
    tab.keyboard.press("Alt+1")
    assert tab.evaluate("window.pressed") == "met"


def test_what_could_not_be_loaded_is_said(tab: Page) -> None:
    ready(tab, "/form/")
    tab.evaluate("""() => {
        const link = document.createElement("button");
        link.setAttribute("hx-get", "/nothing/");
        document.querySelector(".page").append(link);
        htmx.process(link);
        link.click();
    }""")
    tab.wait_for_selector("[data-toast] >> text=Not loaded")


def test_the_side_is_remembered_on_this_device(tab: Page) -> None:
    ready(tab, "/form/")
    tab.click("[data-theme-toggle]")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    ready(tab, "/form/")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("path", ["/_gallery/", "/_gallery/today/", "/_gallery/focus/"])
@pytest.mark.parametrize("side", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 768, 390])
def test_nothing_is_in_the_way_of_anybody(chromium: Any, address: str, path: str, side: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=side, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    found = axe.Axe().run(page).response["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert not sideways
