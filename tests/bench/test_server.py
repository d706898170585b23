"""The server itself is started by `make bench-smoke`; here: ports, waiting and ending."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from rightday.bench import server


def test_a_port_in_use_is_passed_over(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        first = int(taken.getsockname()[1])
        monkeypatch.setattr(server, "FIRST_PORT", first)
        assert server.free_port() > first


def test_nobody_answers_on_a_free_port():
    assert server.answers(server.free_port()) is False


def test_a_server_answers(live_server):
    assert server.answers(live_server.thread.port) is True


def test_a_server_that_ends_is_not_waited_for():
    process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(RuntimeError, match=r"ended \(3\)"):
        server.wait_for(server.free_port(), process)


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(server, "READY", 0.05)
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    with pytest.raises(RuntimeError, match="did not answer"):
        server.wait_for(server.free_port(), process)
    server.end(process)
    assert process.poll() is not None
    server.end(process)
