"""Processes that are ended whole, and with their parent at the latest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rightday.commands import children
from rightday.commands.children import Child

SLEEP = "import time; time.sleep(60)"
# Ignores SIGTERM, and has a child of its own; says when both are there.
STUBBORN = f"""
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
made = subprocess.Popen([sys.executable, "-c", {SLEEP!r}])
open(sys.argv[1], "w").write(str(made.pid))
time.sleep(60)
"""
PARENT = f"""
import sys, time
from rightday.commands.children import Child
child = Child([sys.executable, "-c", {SLEEP!r}])
child.start()
open(sys.argv[1], "w").write(str(child.process.pid))
time.sleep(60)
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(true: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def number_in(path: Path) -> int:
    wait_for(lambda: path.exists() and path.read_text().isdigit())
    return int(path.read_text())


@pytest.fixture
def made() -> Iterator[list[Child]]:
    found: list[Child] = []
    yield found
    children.end(found, grace=0.1)


def child(made: list[Child], *words: str) -> Child:
    found = Child([sys.executable, "-c", *words])
    made.append(found)
    found.start()
    return found


def test_it_ends_when_asked(made: list[Child]):
    sleeping = child(made, SLEEP)
    assert sleeping.ended() is None
    children.end(made)
    assert sleeping.ended() == -signal.SIGTERM


def test_one_that_will_not_end_is_ended_with_all_it_started(made: list[Child], tmp_path: Path):
    stubborn = child(made, STUBBORN, str(tmp_path / "pid"))
    grandchild = number_in(tmp_path / "pid")
    children.end(made, grace=0.3)
    assert stubborn.ended() == -signal.SIGKILL
    wait_for(lambda: not alive(grandchild))


def test_what_a_dead_one_left_behind_is_ended(made: list[Child], tmp_path: Path):
    stubborn = child(made, STUBBORN, str(tmp_path / "pid"))
    grandchild = number_in(tmp_path / "pid")
    assert stubborn.process
    os.kill(stubborn.process.pid, signal.SIGKILL)
    wait_for(lambda: stubborn.ended() is not None)
    assert alive(grandchild)
    children.end(made)
    wait_for(lambda: not alive(grandchild))


def test_what_was_never_started_ends_at_once(made: list[Child]):
    children.end([Child(["nothing"])])
    assert Child(["nothing"]).ended() is None


def test_it_is_started_again_with_growing_pauses(made: list[Child], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.05)
    failing = child(made, "raise SystemExit(3)")
    wait_for(lambda: failing.ended() == 3)
    first = failing.process
    failing.pause = 0.05
    assert failing.plan_restart() == 0.05
    failing.restart_if_due()
    assert failing.process is None and failing.ended() is None  # not yet
    wait_for(lambda: failing.restart_if_due() or failing.process is not None)
    assert failing.process is not first
    wait_for(lambda: failing.ended() is not None)
    assert failing.plan_restart() == 0.1
    failing.pause = 100.0
    assert failing.plan_restart() == 100.0 and failing.pause == children.LONGEST_PAUSE
    monkeypatch.setattr(children, "STEADY", -1.0)  # it had lived long
    assert failing.plan_restart() == 0.05


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells children of their parent's death")
def test_it_dies_with_a_parent_that_is_killed(tmp_path: Path):
    words = [sys.executable, "-c", PARENT, str(tmp_path / "pid")]
    with subprocess.Popen(words) as parent:
        pid = number_in(tmp_path / "pid")
        assert alive(pid)
        parent.kill()
    wait_for(lambda: not alive(pid))
