"""One command, two processes: pages, a link, and an end that leaves nobody behind."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rightday.commands import run
from rightday.commands.children import Child
from tests.commands.conftest import Installation
from tests.commands.test_children import alive, wait_for

READY = "Press ctrl-C to stop."


@pytest.fixture
def listening() -> Iterator[int]:
    """A port on which something listens that is no web server."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_port_that_is_taken(listening: int):
    assert run.port_problem("127.0.0.1", listening).startswith(f"Something listens on port {listening} already.")
    assert f"PORT={listening + 1}" in run.port_problem("0.0.0.0", listening)


@pytest.mark.parametrize(("port", "said"), [(0, "0 is no port"), (-1, "is no port"), (99_999, "99999 is no port")])
def test_a_port_that_is_none(port: int, said: str):
    assert said in run.port_problem("127.0.0.1", port)


def test_an_address_that_is_not_ours():
    for host in ("203.0.113.7", "no such name"):
        assert "no address of this machine" in run.port_problem(host, 8199)


def test_a_port_of_the_system(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse, raising=False)
    assert "for the system alone" in run.port_problem("127.0.0.1", 80)


def test_a_free_port_is_fine():
    assert run.port_problem("127.0.0.1", free_port()) == ""


def test_what_speaks_no_http_does_not_answer(listening: int):
    assert not run._answers("127.0.0.1", free_port())
    assert not run._answers("127.0.0.1", listening)


def test_the_link_is_the_owners(call, ours):
    assert run._first_link("http://x", sample=False).startswith("http://x/enter/")


def test_without_an_agency_there_is_no_link(here: Path, capsys):
    assert run._first_link("http://x", sample=False) == ""
    run._welcome("http://x/", "")
    assert "rightday setup" in capsys.readouterr().out


def test_the_link_stands_on_a_line_of_its_own(capsys):
    run._welcome("http://x/", "http://x/enter/y/")
    assert "http://x/enter/y/" in capsys.readouterr().out.splitlines()


def test_a_dead_web_server_is_no_start(capsys):
    web = Child(["false"])
    web.start()
    wait_for(lambda: web.ended() is not None)
    assert run._wait_until_ready(web, "127.0.0.1", free_port(), threading.Event()) == 1
    assert "rightday doctor" in capsys.readouterr().err


def test_a_silent_web_server_is_no_start(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(run, "READY", 0.1)
    assert run._wait_until_ready(Child(["x"]), "127.0.0.1", free_port(), threading.Event()) == 1
    assert "did not answer" in capsys.readouterr().err


def lines_until(process: subprocess.Popen[str], words: str) -> list[str]:
    assert process.stdout
    found = []
    for line in process.stdout:
        found.append(line.rstrip("\n"))
        if words in line:
            return found
    raise AssertionError("\n".join(found))


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def process_of(installation: Installation, word: bytes) -> int:
    """The process that runs this part of the product."""

    def found() -> list[int]:
        return [p for p in installation.processes() if word in Path(f"/proc/{p}/cmdline").read_bytes().split(b"\0")]

    wait_for(lambda: bool(found()))
    return min(found())


@pytest.mark.slow
def test_from_start_to_ctrl_c(installation: Installation):
    port = free_port()
    process = installation.start("run", PORT=str(port))
    shown = lines_until(process, READY)
    assert f"Rightday is at http://127.0.0.1:{port}/" in shown
    (link,) = [line for line in shown if "/enter/" in line]
    assert get(port, link.partition(str(port))[2]) == 302
    second = installation.command("run", "--port", str(port))
    assert second.returncode == 1
    assert second.stderr.startswith(f"Something listens on port {port} already.")

    worker = process_of(installation, b"work")
    os.kill(worker, signal.SIGKILL)
    lines_until(process, "another starts in 1 s.")
    wait_for(lambda: process_of(installation, b"work") != worker)

    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(15) == 0
    assert time.monotonic() - began < 12
    wait_for(lambda: installation.processes() == [])


@pytest.mark.slow
@pytest.mark.parametrize("end", ["web", "parent"])
def test_a_part_that_is_killed_leaves_nobody(end: str, installation: Installation):
    process = installation.start("run", PORT=str(free_port()))
    lines_until(process, READY)
    process_of(installation, b"work")
    if end == "web":
        os.kill(process_of(installation, b"granian"), signal.SIGKILL)
        lines_until(process, "The web server ended.")
        assert process.wait(15) == 1
    else:
        process.kill()
        process.wait()
    wait_for(lambda: installation.processes() == [], 30)
    assert not alive(process.pid)


@pytest.mark.slow
def test_into_an_empty_folder_without_a_sample(tmp_path: Path, made: Callable[[Path], Installation]):
    process = made(tmp_path / "new").start("run", "--no-sample", PORT=str(free_port()))
    shown = lines_until(process, READY)
    assert "Nobody owns an agency here yet. Make one with: rightday setup" in shown
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0


@pytest.fixture
def made() -> Iterator[Callable[[Path], Installation]]:
    found: list[Installation] = []

    def make(folder: Path) -> Installation:
        folder.mkdir()
        found.append(Installation(folder))
        return found[-1]

    yield make
    for installation in found:
        installation.end()
