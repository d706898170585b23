"""Every page in turn with the bare page, over HTTP; and its SQL statements, counted in process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from urllib.parse import quote

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rightday.agencies import clock
from rightday.bench.browser import TOKEN, Answer, Browser
from rightday.bench.draw import AT_ONCE, Desk, Drawn
from rightday.bench.figures import PageLine, Times

WARM_UP = 8
# What belongs to the transaction around a request, and asks nothing.
_FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SELECT set_config")
PIECE = {"HX-Request": "true"}
TWO_FILTERS = (
    "/leads/?grade=hot&skill=java",
    "/leads/?stage=3,4&source=import",
    "/leads/?place=London&step=overdue",
    "/leads/?heard=30-&owner=me",
    "/leads/?skill=python&place=Dublin&sort=due",
    "/leads/?age=365-&grade=warm&sort=-age",
    "/leads/?outcome=filled_by_competitor&view=ended&place=Leeds",
)
"""Two filters or three, common beside rare."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: GET of a path, or POST of fields. `piece`: as htmx asks, for a piece of the page."""

    path: str
    fields: dict[str, str] | None = None
    piece: bool = False

    def of(self, browser: Browser) -> Answer:
        extra = PIECE if self.piece else {}
        return browser.get(self.path, **extra) if self.fields is None else browser.post(self.path, self.fields, **extra)


Draw = Callable[[Drawn, Desk, Random], Ask | None]
"""What to ask for this time; None where this desk has nothing to ask for."""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    ask: Draw
    line: PageLine


def pages() -> tuple[Page, ...]:
    """Every page that is measured, with its targets; the bare page first."""
    return tuple(
        Page(name, ask, PageLine(name, most50=most50, most95=most95, absolute=absolute))
        for name, ask, most50, most95, absolute in (
            ("Bare page", _bare, None, None, False),
            ("Today", lambda drawn, desk, random: Ask("/"), 2, 2.5, False),
            ("A call in focus", lambda d, desk, random: _one("/today/", desk.steps, random), None, None, False),
            ("Lead", lambda d, desk, random: _one("/leads/", desk.leads, random), 2, 2.5, False),
            ("Person", lambda d, desk, random: _one("/people/", desk.persons, random), 2, 2.5, False),
            ("Company", lambda d, desk, random: _one("/companies/", desk.companies, random), 2, 2.5, False),
            ("Leads, list", lambda drawn, desk, random: Ask("/leads/"), 2, 2.5, False),
            ("Leads, two filters", lambda drawn, desk, random: Ask(random.choice(TWO_FILTERS)), None, 2.5, False),
            ("Leads, board", lambda drawn, desk, random: Ask("/leads/?as=board"), None, 2.5, False),
            ("Hand-offs", lambda drawn, desk, random: Ask("/leads/handoffs/"), None, 2.5, False),
            ("Results and leaks", lambda drawn, desk, random: Ask("/results/"), None, 2.5, False),
            ("Who filled a quarter", lambda drawn, desk, random: Ask("/results/filled/", piece=True), None, 80, True),
            ("History of a quarter", _quarter, None, 250, True),
            ("Incentives", lambda drawn, desk, random: Ask("/results/incentives/mine/"), None, 80, True),
            ("To qualify", lambda drawn, desk, random: Ask("/leads/to-qualify/"), None, 2.5, False),
            ("People, list", lambda drawn, desk, random: Ask("/people/"), None, None, False),
            ("Companies, list", lambda drawn, desk, random: Ask("/companies/"), None, None, False),
            ("Settings", lambda drawn, desk, random: Ask("/settings/"), None, None, False),
            ("Find: beginning of a name", lambda d, k, r: _find(d.typed_name(r)), None, 40, True),
            ("Find: beginning of a company", lambda d, k, r: _find(d.typed_firm(r)), None, 40, True),
            ("Find: run of digits", lambda d, k, r: _find(d.typed_digits(r)), None, 40, True),
            ("People, searched", lambda d, k, r: _find(d.typed_name(r), "/people/"), None, 40, True),
            ("Quick capture, parsed", _capture, None, 50, True),
        )
    )  # fmt: skip


@dataclass(slots=True)
class Seen:
    """What came back of one page so far."""

    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, str] = field(default_factory=dict)
    bytes: int = 0


def measure(port: int, drawn: Drawn, *, rounds: int, seed: int) -> tuple[list[PageLine], list[str]]:
    """`rounds` times every page, each time another desk and other records. Lines in order, and errors in words."""
    random = Random(seed)  # noqa: S311 - draws rows to look at
    browsers = {desk.session: Browser(port, desk.session, accept="gzip, br") for desk in drawn.desks}
    every = pages()
    seen = {page.name: Seen() for page in every}
    for turn in range(-WARM_UP, rounds):
        desk = drawn.desk(random)
        for page in every:
            ask = page.ask(drawn, desk, random)
            if ask is None or 404 in seen[page.name].statuses:
                continue
            answer = ask.of(browsers[desk.session])
            if answer.status != 200:
                seen[page.name].statuses[answer.status] = ask.path
            elif turn >= 0:
                seen[page.name].seconds.append(answer.seconds)
                seen[page.name].bytes = max(seen[page.name].bytes, len(answer.body))
    for browser in browsers.values():
        browser.close()
    return [_line(page, seen[page.name]) for page in every], [*_errors(seen)]


def statements(drawn: Drawn, *, seed: int) -> dict[str, int]:
    """Statements that the second visit of each page takes, the most of three draws; pages not there are left out."""
    random = Random(seed)  # noqa: S311 - draws rows to look at
    found: dict[str, int] = {}
    for page in pages():
        for turn in range(4):
            desk = drawn.desk(random)
            ask = page.ask(drawn, desk, random)
            if ask is None:
                continue
            status, count = _count(desk, ask)
            if status == 200 and turn:
                found[page.name] = max(found.get(page.name, 0), count)
    return found


def with_statements(lines: Sequence[PageLine], counted: dict[str, int]) -> tuple[PageLine, ...]:
    return tuple(replace(line, statements=counted.get(line.name)) for line in lines)


def _count(desk: Desk, ask: Ask) -> tuple[int, int]:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"], client.cookies["csrftoken"] = desk.session, TOKEN
    headers = PIECE if ask.piece else {}
    with CaptureQueriesContext(connection) as queries:
        if ask.fields is None:
            response = client.get(ask.path, headers=headers)
        else:
            response = client.post(ask.path, ask.fields, headers=headers)
    asked = [query["sql"] for query in queries.captured_queries if not query["sql"].startswith(_FRAME)]
    return response.status_code, len(asked)


def _line(page: Page, seen: Seen) -> PageLine:
    if not seen.seconds:
        missing = "not there" if 404 in seen.statuses else f"answers {', '.join(map(str, seen.statuses)) or 'nothing'}"
        return replace(page.line, missing=missing)
    return replace(page.line, times=Times.of(seen.seconds), bytes=seen.bytes)


def _errors(seen: dict[str, Seen]) -> list[str]:
    return [
        f"{name} answered {status} at {path}"
        for name, one in seen.items()
        for status, path in one.statuses.items()
        if status != 404
    ]


def _quarter(drawn: Drawn, desk: Desk, random: Random) -> Ask:
    """A whole quarter of the last three years."""
    year, quarter = clock.today_in("UTC").year - random.randrange(1, 3), random.randrange(4)
    begins = date(year, 3 * quarter + 1, 1)
    ends = date(year + quarter // 3, (3 * quarter + 3) % 12 + 1, 1) - timedelta(days=1)
    return Ask(f"/results/history/?from={begins}&to={ends}&scope=team")


def _bare(drawn: Drawn, desk: Desk, random: Random) -> Ask:
    return Ask(f"/bench/{random.randrange(drawn.first_person, max(drawn.last_person - AT_ONCE, 2))}/")


def _one(folder: str, ids: Sequence[int], random: Random) -> Ask | None:
    return Ask(f"{folder}{random.choice(ids)}/") if ids else None


def _find(typed: str, folder: str = "/find/") -> Ask:
    return Ask(f"{folder}?q={quote(typed)}", piece=True)


def _capture(drawn: Drawn, desk: Desk, random: Random) -> Ask:
    text = drawn.captured(random)
    return Ask("/capture/parse/", {"text": text[: random.randrange(12, len(text) + 1)]}, piece=True)
