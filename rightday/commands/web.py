"""`rightday web`: granian serving the pages; `run` starts it, larger installations start several."""

from __future__ import annotations

import argparse
import os
import sys

from rightday.commands import running


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="on which address to listen")
    parser.add_argument("--port", type=int, help="where to listen (else PORT, else 8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes that serve pages")
    parser.add_argument("--threads", type=int, default=4, help="requests each of them serves at once")


def run(options: argparse.Namespace) -> int:
    from rightday import settings  # without Django, which only the server's own processes need

    running.hold(settings.DATA)
    port = settings.PORT if options.port is None else options.port
    words = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options.host, "--port", str(port),
        "--workers", str(options.workers), "--blocking-threads", str(options.threads), "--backpressure", "64",
        "--no-ws", "--log-level", "warning", "rightday.wsgi:application",
    ]  # fmt: skip
    os.execv(sys.executable, words)  # noqa: S606 - this process becomes the server, signals and all
