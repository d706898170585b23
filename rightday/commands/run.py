"""`rightday run`: one command, two processes, ended together by ctrl-C."""

from __future__ import annotations

import argparse
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from typing import Any

from rightday.commands import prepare
from rightday.commands.say import problem, say

GRACE = 10.0  # seconds for requests and the task under way
READY = 30.0  # seconds until the web server must answer


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="where to listen (else PORT, else 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="on which address to listen")
    parser.add_argument("--no-sample", action="store_true", help="do not make a sample agency in an empty database")


def run(options: argparse.Namespace) -> int:
    prepare.everything()
    from django.conf import settings

    port = options.port or settings.PORT
    if _answers(options.host, port):
        return problem(f"Something listens on port {port} already. Choose another: PORT=8001 make run")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    os.environ["RIGHTDAY_PARENT"] = str(os.getpid())
    commands = {
        "web": [sys.executable, "-m", "rightday", "web", "--host", options.host, "--port", str(port)],
        "worker": [sys.executable, "-m", "rightday", "work"],
    }
    running = {"web": _start(commands["web"])}
    try:
        link = _first_link(f"http://{options.host}:{port}", sample=not options.no_sample)
        code = _wait_until_ready(running["web"], options.host, port, stop)
        if code == 0 and not stop.is_set():
            running["worker"] = _start(commands["worker"])
            _welcome(f"http://{options.host}:{port}/", link)
            code = _watch(running, commands, stop)
    finally:
        _end(list(running.values()))
    return code


def _first_link(base: str, *, sample: bool) -> str | None:
    """A sign-in link for the owner of the first agency; makes the sample agency where there is none."""
    from rightday.agencies.models import Agency
    from rightday.commands import demo
    from rightday.db.row_security import enter
    from rightday.team import actions as team
    from rightday.team.models import Member
    from rightday.team.rules import Role

    agency = Agency.objects.order_by("pk").first()
    if agency is None:
        if not sample:
            return None
        agency = demo.make()
    with enter(agency):
        owner = Member.objects.here().filter(role=Role.OWNER.value).select_related("identity").order_by("pk").first()
        return team.one_time_link(owner.identity, base) if owner else None


def _welcome(address: str, link: str | None) -> None:
    say(f"Rightday is at {address}")
    if link is None:
        say("There is no agency yet. Make one with: rightday setup")
    else:
        say("Sign in with this link. It works once, for 15 minutes:")
        say(link)
    say("Press ctrl-C to stop.")
    on_a_screen = sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if on_a_screen and sys.stdout.isatty() and not os.environ.get("RIGHTDAY_NO_BROWSER"):
        webbrowser.open(link or address)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    # A session of its own: the terminal's ctrl-C reaches the parent alone, once.
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: S603, PLW1509 - our own command, before any thread


def _end_with_parent() -> None:
    """Linux ends the child when its parent dies, even of kill -9; elsewhere the child stays."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def _answers(host: str, port: int, path: str = "/health/") -> bool:
    try:
        with urllib.request.urlopen(f"http://{host}:{port}{path}", timeout=2):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def _wait_until_ready(web: Any, host: str, port: int, stop: threading.Event) -> int:
    until = time.monotonic() + READY
    while time.monotonic() < until and not stop.wait(0.05):
        if web.poll() is not None:
            return problem("The web server ended. Run `rightday doctor` to see why.")
        if _answers(host, port):
            return 0
    return 0 if stop.is_set() else problem(f"The web server did not answer within {READY:.0f} seconds.")


def _watch(running: dict[str, Any], commands: dict[str, list[str]], stop: threading.Event) -> int:
    pause = 1.0
    while not stop.wait(0.2):
        for name, process in list(running.items()):
            if process.poll() is None:
                continue
            if name == "web":  # no pages: say so, and end
                return problem("The web server ended. Run `rightday doctor` to see why.")
            problem(f"The worker ended ({process.returncode}); starting another.")
            stop.wait(pause)
            pause = min(pause * 2, 30)
            running[name] = _start(commands[name])  # its task is found by the lease
    return 0


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # the web server's own workers too
            process.wait()
