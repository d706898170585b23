"""A signed-in browser on the whole product: Debian's Chromium against a live server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rightday.team.models import Member
from tests.conftest import Cast

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
# What the browser and htmx say when the line is down, or when a newer request overtakes one.
EXPECTED = ("Failed to load resource", "net::", "Response Status", "htmx:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    here = os.path.dirname(__file__)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="needs Debian's Chromium"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    # Playwright keeps an event loop in this thread; Django takes that for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_tab(live_server: Any, chromium: Any, ours: Cast) -> Iterator[Callable[..., Any]]:
    """`open_tab(member, width=390)`: a page of that member's (Sam unless said); errors in its console fail."""
    contexts: list[Any] = []
    said: list[str] = []

    def tab(member: Member | None = None, *, width: int = 1440, height: int = 900, **more: Any) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=live_server.url, timezone_id="Europe/London", **more
        )
        contexts.append(context)
        cookie = ours.client(member).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        return page

    yield tab
    for context in contexts:
        context.close()
    assert [words for words in said if not any(known in words for known in EXPECTED)] == []


@pytest.fixture
def tab(open_tab: Callable[..., Any]) -> Any:
    return open_tab()
