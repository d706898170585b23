"""A signed-in browser on the whole product: Debian's Chromium against a live server.

It is always Wednesday morning, 25 November 2026, 09:12 in London: nobody is outside of their hours
there, and New York still sleeps. What a page says in its console, a refused style or script and
an answer of 500 fail the test, unless the test expected it (`ears.expects`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.contrib.staticfiles.handlers import StaticFilesHandlerMixin
from django.core.cache import cache
from django.test import Client, testcases
from django_tasks_db.management.commands.db_worker import Worker

from rightday.agencies.models import Agency
from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.team.models import Identity, Member
from tests.conftest import Cast

MORNING = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
# What the browser and htmx say when the line is down, when an answer is 4xx, or when a newer
# request overtakes one. Tests of one screen live with it; journeys expect each by name.
COMMON = ("Failed to load resource", "net::", "Response Status", "htmx:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    here = os.path.dirname(__file__)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    """The server's clock. The browser's own stays as it is: nothing on a page is reckoned there."""
    # How often somebody tried to sign in is counted by the clock, which begins anew.
    cache.clear()
    with time_machine.travel(MORNING, tick=True):
        yield


@pytest.fixture(autouse=True)
def kept_by_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Static files are kept as the product serves them, under names of their own, for good.

    Else each page asks for every module once more as soon as the day above is past, and keys are pressed before
    there is anybody to hear them.
    """
    for handler in (StaticFilesHandlerMixin, testcases._StaticFilesHandler):
        monkeypatch.setattr(handler, "serve", _kept(handler.serve))


def _kept(serve: Callable[..., Any]) -> Callable[..., Any]:
    def served(self: Any, request: Any) -> Any:
        answer = serve(self, request)
        answer["Cache-Control"] = "public, max-age=3153600000, immutable"
        return answer

    return served


@dataclass
class Ears:
    """Hears what goes wrong in a browser; `wrong()` leaves out what was expected."""

    expected: tuple[str, ...] = ()
    said: list[str] = field(default_factory=list)

    def listen(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("console", self._console)
        page.on(
            "response",
            lambda answer: self.said.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None,
        )

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(f"{message.type}: {message.text} {message.location.get('url', '')}")

    @contextmanager
    def expects(self, *words: str) -> Iterator[None]:
        """Inside, what contains one of these words is no failure: an answer of 409, a line that is down."""
        before, self.said = self.said, []
        try:
            yield
        finally:
            self.said = before + [one for one in self.said if not any(part in one for part in words)]

    def wrong(self) -> list[str]:
        return [one for one in self.said if not any(part in one for part in self.expected)]


class Browser:
    """Opens tabs of members; each tab is a browser context of its own, as on a computer of its own."""

    def __init__(self, chromium: Any, address: str, ears: Ears) -> None:
        self.chromium, self.address, self.ears = chromium, address, ears
        self.contexts: list[Any] = []

    def tab(self, session: str = "", *, width: int = 1440, height: int = 900, **more: Any) -> Any:
        options = {"timezone_id": "Europe/London", "locale": "en-GB", **more}
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, base_url=self.address, **options
        )
        self.contexts.append(context)
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": self.address}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.ears.listen(page)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def open_tab(live_server: Any, chromium: Any, ours: Cast) -> Iterator[Callable[..., Any]]:
    """`open_tab(member, width=390)`: a page of that member's (Sam unless said); errors in its console fail."""
    ears = Ears(expected=(*COMMON, "warning:"))
    browser = Browser(chromium, live_server.url, ears)
    yield lambda member=None, **more: browser.tab(ours.client(member).cookies["sessionid"].value, **more)
    browser.close()
    assert ears.wrong() == []


@pytest.fixture
def tab(open_tab: Callable[..., Any]) -> Any:
    return open_tab()


@dataclass
class Desk:
    """The sample agency: Sam's desk with its leads, a morning that has begun, and two colleagues."""

    agency: Agency
    browser: Browser

    @property
    def ears(self) -> Ears:
        return self.browser.ears

    def member(self, name: str = "Sam") -> Member:
        with enter(self.agency):
            return Member.objects.select_related("identity").get(name__startswith=name)

    def tab(self, name: str = "Sam", **more: Any) -> Any:
        """A tab in which that member is signed in."""
        return self.browser.tab(session_of(self.member(name).identity, self.agency), **more)

    def stranger(self, **more: Any) -> Any:
        """A tab in which nobody is signed in."""
        return self.browser.tab(**more)


@pytest.fixture
def browser(live_server: Any, chromium: Any) -> Iterator[Browser]:
    """Tabs on the live server in which nothing goes wrong unseen."""
    made = Browser(chromium, live_server.url, Ears())
    yield made
    made.close()
    assert sorted(set(made.ears.wrong())) == []


@pytest.fixture
def desk(browser: Browser) -> Desk:
    return Desk(demo.make(), browser)


def session_of(identity: Identity, agency: Agency) -> str:
    """The session of somebody who has signed in and is at work in that agency."""
    client = Client()
    client.force_login(identity)
    session = client.session
    session["agency"] = agency.pk
    session.save()
    return str(client.cookies["sessionid"].value)


def at(tab: Any, path: str) -> Any:
    """Goes to a page and waits until its scripts have come; the answer must be one of 200."""
    answer = tab.goto(path, wait_until="networkidle")
    assert answer.status == 200, (path, answer.status)
    return tab


def work() -> None:
    """What the worker would do now, until nothing waits. Here, because the database is in memory."""
    Worker(
        queue_names=["*"], interval=0.1, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
        worker_id="browser", excluded_queue_names=[],
    ).run()  # fmt: skip
