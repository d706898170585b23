"""The server that is measured: `rightday web`, one process, as `rightday run` starts it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

FIRST_PORT = 8160
READY = 30.0


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[int]:
    """Starts the server with this environment, gives its port, ends it. Raises RuntimeError when it does not start."""
    port = free_port()
    words = [sys.executable, "-m", "rightday", "web", "--port", str(port)]
    extra = {"DJANGO_SETTINGS_MODULE": "rightday.bench.settings", "RIGHTDAY_LOG_LEVEL": "ERROR"}
    process = subprocess.Popen(words, env={**environment, **extra}, start_new_session=True)  # noqa: S603 - our own command
    try:
        wait_for(port, process)
        yield port
    finally:
        end(process)


def free_port() -> int:
    """The first port from 8160 on that nobody listens on."""
    for port in range(FIRST_PORT, FIRST_PORT + 200):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("No port is free for the server.")


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + READY
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended ({process.returncode}) before it answered.")
        if answers(port):
            return
        time.sleep(0.02)
    raise RuntimeError(f"The server did not answer within {READY:.0f} seconds.")


def answers(port: int, path: str = "/health/") -> bool:
    """Whether the server gives any answer but an error of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it started."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
