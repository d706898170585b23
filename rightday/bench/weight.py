"""How heavy Today is over the line, and how soon the first page stands after a start."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from typing import IO
from urllib.parse import urljoin

import brotli  # type: ignore[import-untyped]  # comes with whitenoise[brotli]

from rightday.bench.browser import Answer, Browser
from rightday.bench.figures import Line
from rightday.bench.server import end, free_port

FIRST, NEXT, REQUESTS, START = 120.0, 25.0, 12, 3.0
READY = 30.0
_LINKED = re.compile(r'<(?:link|script|img|use)\b[^>]*?(?:href|src)="([^"#]+)')
_TAKEN = re.compile(r"""(?:from|import)\s*["'](\.[^"']+)["']|url\(["']?([^"')#:]+)["']?\)""")


def page(port: int, session: str) -> list[Line]:
    """Sum of what a browser fetches to show Today: first visit, and the next one with its cache filled."""
    browser = Browser(port, session, accept="gzip, deflate, br")
    browser.get("/")  # what the first request of a process alone takes
    today = browser.get("/")
    if today.status != 200:
        return [Line("Weight of Today", f"not measured: it answers {today.status}")]
    fetched = {"/": today}
    waiting = list(_linked("/", today))
    while waiting:
        address = waiting.pop()
        if address in fetched or not address.startswith("/static/"):
            continue
        fetched[address] = browser.get(address)
        waiting += _linked(address, fetched[address])
    browser.close()
    again = {address: answer for address, answer in fetched.items() if not _kept(answer)}
    first, following = _kib(fetched), _kib(again)
    return [
        Line("Weight of Today, first visit", f"{first:.1f} KiB in {len(fetched)} requests",
             f"≤ {FIRST:.0f} KiB, ≤ {REQUESTS} requests", first <= FIRST and len(fetched) <= REQUESTS),
        Line("Weight of Today, next visit", f"{following:.1f} KiB in {len(again)} requests", f"≤ {NEXT:.0f} KiB",
             following <= NEXT),
    ]  # fmt: skip


def cold_start(environment: Mapping[str, str]) -> Line:
    """From `rightday run` in an installation that is set up to the sign-in link's page answered."""
    name, target, port = "Cold start to the first page", f"≤ {START:.0f} s", free_port()
    extra = {"RIGHTDAY_NO_BROWSER": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "rightday", "run", "--port", str(port)]
    began = time.perf_counter()
    # Into a file: a pipe would stay open as long as anything that the command started.
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, env={**environment, **extra}, stdout=out, start_new_session=True)  # noqa: S603 - our own command
        try:
            link = _printed(process, out)
            if link is None:
                return Line(name, "failed: no sign-in link was printed", target, False)
            answer = Browser(port).get(link.partition(str(port))[2])
            seconds = time.perf_counter() - began
            said = f"{seconds:.2f} s" if answer.well else f"{seconds:.2f} s, answered {answer.status}"
            return Line(name, said, target, answer.well and seconds <= START)
        finally:
            process.send_signal(signal.SIGINT)
            end(process)


def _printed(process: subprocess.Popen[bytes], out: IO[bytes]) -> str | None:
    """The sign-in link, which stands on a line of its own; None when none is printed in time."""
    until = time.monotonic() + READY
    while time.monotonic() < until:
        ended = process.poll() is not None
        out.seek(0)
        for line in out.read().decode().splitlines():
            if line.startswith("http") and line.count("/") > 3:
                return line.strip()
        if ended:
            return None
        time.sleep(0.01)
    return None


def _linked(address: str, answer: Answer) -> list[str]:
    """What this answer makes a browser fetch: links of a page, imports of a module, images of a sheet."""
    kind = answer.headers.get("content-type", "")
    if not re.search(r"html|css|javascript", kind):
        return []
    text = _plain(answer)
    found = _LINKED.findall(text) if "html" in kind else [a or b for a, b in _TAKEN.findall(text)]
    return [urljoin(address, one) for one in found if not one.startswith("data:")]


def _plain(answer: Answer) -> str:
    body = answer.body
    if answer.headers.get("content-encoding") == "br":
        body = brotli.decompress(body)
    elif answer.headers.get("content-encoding") == "gzip":
        import gzip  # seldom: whitenoise answers with brotli

        body = gzip.decompress(body)
    return body.decode("utf-8", "replace")


def _kept(answer: Answer) -> bool:
    return "immutable" in answer.headers.get("cache-control", "")


def _kib(fetched: Mapping[str, Answer]) -> float:
    return sum(len(answer.body) for answer in fetched.values()) / 1024
