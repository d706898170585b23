"""Eight people at work: they open Today, call, log, capture and search, and think in between."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from urllib.parse import quote

from rightday.bench.browser import Answer, Browser
from rightday.bench.draw import Desk, Drawn
from rightday.bench.figures import Line, Times
from rightday.calls.models import Call
from rightday.db.row_security import enter
from rightday.intake.models import Captured

CLIENTS = 8
THINK = (1.0, 4.0)  # seconds between two things somebody does
MOST95 = 150.0


class Forms(HTMLParser):
    """The forms of a page: their address, and the fields that nobody types."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((given.get("action", ""), {}))
        elif tag == "input" and given.get("type") == "hidden" and self.forms:
            self.forms[-1][1][given.get("name", "")] = given.get("value", "")

    def to(self, address: str) -> dict[str, str]:
        """Hidden fields of the first form that goes there; {} when there is none."""
        return next((fields for action, fields in self.forms if re.search(address, action)), {})


@dataclass(slots=True)
class Worked:
    """What one person did. `written` counts, by kind, the writes that the server said were done."""

    seconds: list[float] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)

    def took(self, answer: Answer, what: str) -> bool:
        """Counts an answer; True if it was a good one."""
        self.seconds.append(answer.seconds)
        if not answer.well:
            self._wrong(f"{what}: {answer.status}")
        return answer.well

    def wrote(self, answer: Answer, what: str) -> None:
        if self.took(answer, what):
            self.written[what] = self.written.get(what, 0) + 1

    def failed(self, problem: Exception) -> None:
        self._wrong(f"{type(problem).__name__}: {problem}"[:120])

    def _wrong(self, words: str) -> None:
        self.errors[words] = self.errors.get(words, 0) + 1


def measure(
    port: int, drawn: Drawn, *, seconds: float, seed: int, think: tuple[float, float] = THINK, people: int = CLIENTS
) -> tuple[list[Line], list[str]]:
    """So many seconds of work by `people` at once: lines and errors in words."""
    before = _counts(drawn)
    worked = [Worked() for _ in range(people)]
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(
            target=_work, args=(one, port, drawn, drawn.desks[number % len(drawn.desks)], seed, until, think)
        )
        for number, one in enumerate(worked)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _lines(worked, before, _counts(drawn), seconds)


def _lines(
    worked: list[Worked], before: dict[str, int], after: dict[str, int], seconds: float
) -> tuple[list[Line], list[str]]:
    errors = [f"{words} ({times} times)" for one in worked for words, times in one.errors.items()]
    said = {kind: sum(one.written.get(kind, 0) for one in worked) for kind in before}
    lost = sum(max(0, said[kind] - (after[kind] - before[kind])) for kind in said)
    every = [value for one in worked for value in one.seconds]
    name = f"{len(worked)} people for {seconds:.0f} s"
    if not every:
        return [Line(name, "not measured: nobody did anything")], errors
    times = Times.of(every)
    written = ", ".join(f"{count} {kind}" for kind, count in said.items())
    measured = f"{len(every)} requests, p50 {times.p50:.1f} ms, p95 {times.p95:.1f} ms"
    return [
        Line(f"{name}, reading and writing", measured, f"p95 ≤ {MOST95:.0f} ms", times.p95 <= MOST95),
        Line(f"{name}: errors", str(len(errors)), "0", not errors),
        Line(f"{name}: writes lost", f"{lost} of {sum(said.values())} ({written})", "0", not lost),
    ], errors


def _counts(drawn: Drawn) -> dict[str, int]:
    with enter(drawn.agency):
        return {"results": Call.objects.count(), "captures": Captured.objects.count()}


def _work(
    worked: Worked, port: int, drawn: Drawn, desk: Desk, seed: int, until: float, think: tuple[float, float]
) -> None:
    random = Random(seed + desk.member.pk)  # noqa: S311 - draws what to do next
    browser = Browser(port, desk.session, accept="gzip, br")
    things: tuple[tuple[Callable[..., None], int], ...] = ((_look, 2), (_call, 4), (_capture, 1), (_search, 3))
    try:
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, random.uniform(*think)))
            act = random.choices([act for act, _ in things], [weight for _, weight in things])[0]
            act(worked, browser, drawn, random)
    except Exception as problem:  # the other seven go on
        worked.failed(problem)
    finally:
        browser.close()


def _plain(browser: Browser, path: str) -> Answer:
    return browser.get(path, **{"Accept-Encoding": "identity"})


def _look(worked: Worked, browser: Browser, drawn: Drawn, random: Random) -> None:
    worked.took(browser.get("/"), "Today")


def _call(worked: Worked, browser: Browser, drawn: Drawn, random: Random) -> None:
    """Today, one of its first calls in focus, and the result of it."""
    sheet = _plain(browser, "/")
    if not worked.took(sheet, "Today"):
        return
    steps = list(dict.fromkeys(re.findall(r'href="/today/(\d+)/"', sheet.text)))[:8]
    if not steps:
        return
    step = random.choice(steps)
    focus = _plain(browser, f"/today/{step}/")
    if not worked.took(focus, "A call in focus"):
        return
    fields = Forms(focus.text).to(rf"/today/{step}/result/$")
    fields |= {"result": random.choice(("no_answer", "progressed", "not_now")), "note": "Said while measuring."}
    worked.wrote(browser.post(f"/today/{step}/result/", fields), "results")


def _capture(worked: Worked, browser: Browser, drawn: Drawn, random: Random) -> None:
    page = _plain(browser, "/capture/")
    if not worked.took(page, "Capture"):
        return
    text = drawn.captured(random)
    worked.took(browser.post("/capture/parse/", {"text": text}, **{"HX-Request": "true"}), "Capture, parsed")
    worked.wrote(browser.post("/capture/", Forms(page.text).to(r"^$|/capture/$") | {"text": text}), "captures")


def _search(worked: Worked, browser: Browser, drawn: Drawn, random: Random) -> None:
    typed = random.choice((drawn.typed_name, drawn.typed_firm, drawn.typed_digits))(random)
    worked.took(browser.get(f"/find/?q={quote(typed)}", **{"HX-Request": "true"}), "Find")
