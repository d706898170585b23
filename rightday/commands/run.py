"""`rightday run`: one command, two processes, ended together by ctrl-C."""

from __future__ import annotations

import argparse
import errno
import http.client
import os
import signal
import socket
import sys
import threading
import time
import webbrowser

from rightday.commands import children, prepare
from rightday.commands.children import Child
from rightday.commands.say import problem, say

READY = 30.0  # seconds until the web server must answer
WEB_ENDED = "The web server ended. Run `rightday doctor` to see why."


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="where to listen (else PORT, else 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="on which address to listen")
    parser.add_argument("--no-sample", action="store_true", help="do not make a sample agency in an empty database")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    host, port = options.host, settings.PORT if options.port is None else options.port
    taken = port_problem(host, port)
    if taken:
        return problem(taken)
    prepare.everything()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    rightday = [sys.executable, "-m", "rightday"]
    web = Child([*rightday, "web", "--host", host, "--port", str(port)])
    worker = Child([*rightday, "work"])
    try:
        web.start()
        base = prepare.address(host, port)
        link = _first_link(base, sample=not options.no_sample)  # while the web server starts
        code = _wait_until_ready(web, host, port, stop)
        if code == 0 and not stop.is_set():
            worker.start()
            _welcome(f"{base}/", link)
            code = _watch(web, worker, stop)
    finally:
        children.end([web, worker])
    return code


def port_problem(host: str, port: int) -> str:
    """Why nobody can listen there, and what to do; '' where one can."""
    if not 1 <= port <= 65_535:
        return f"{port} is no port. Choose one from 1024 to 65535."
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            # The web server would share a port with another of its kind: only this finds it.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65_535 else 8000
            return f"Something listens on port {port} already. Choose another: PORT={other} rightday run"
        if error.errno == errno.EACCES:
            return f"Port {port} is for the system alone. Choose another: PORT=8000 rightday run"
        return f"{host} is no address of this machine. Leave --host out to be reached from this machine alone."
    return ""


def _first_link(base: str, *, sample: bool) -> str:
    """A sign-in link for the owner of the first agency, '' without one; makes the sample agency where there is none."""
    from rightday.agencies.models import Agency
    from rightday.commands import demo
    from rightday.db.row_security import enter
    from rightday.team import actions as team
    from rightday.team.models import Member
    from rightday.team.rules import Role

    agency = Agency.objects.order_by("pk").first()
    if agency is None:
        if not sample:
            return ""
        agency = demo.make()
    with enter(agency):
        owner = Member.objects.here().filter(role=Role.OWNER.value).select_related("identity").order_by("pk").first()
        return team.one_time_link(owner.identity, base) if owner else ""


def _welcome(address: str, link: str) -> None:
    say(f"Rightday is at {address}")
    if link:
        say("Sign in with this link. It works once, for 15 minutes:")
        say(link)
    else:
        say("Nobody owns an agency here yet. Make one with: rightday setup")
    say("Press ctrl-C to stop.")
    on_a_screen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if on_a_screen and sys.stdout.isatty() and not os.environ.get("RIGHTDAY_NO_BROWSER"):
        webbrowser.open(link or address)


def _answers(host: str, port: int) -> bool:
    """Whether pages are served there. Not through a proxy that the environment may name."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - read, not listened on
    connection = http.client.HTTPConnection(here, port, timeout=2)
    try:
        connection.request("GET", "/health/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _wait_until_ready(web: Child, host: str, port: int, stop: threading.Event) -> int:
    until = time.monotonic() + READY
    while time.monotonic() < until and not stop.wait(0.03):
        answered = _answers(host, port)
        if web.ended() is not None:
            return problem(WEB_ENDED)
        if answered:
            return 0
    return 0 if stop.is_set() else problem(f"The web server did not answer within {READY:.0f} seconds.")


def _watch(web: Child, worker: Child, stop: threading.Event) -> int:
    """Until it is time to stop: another worker for one that died; without a web server, the end."""
    while not stop.wait(0.2):
        if web.ended() is not None:
            return problem(WEB_ENDED)
        code = worker.ended()
        if code is not None:
            problem(f"The worker ended ({code}); another starts in {worker.plan_restart():.0f} s.")
        worker.restart_if_due()  # its task is found by the lease
    return 0
