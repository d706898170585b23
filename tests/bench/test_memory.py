from __future__ import annotations

import subprocess
import sys

import pytest

from rightday.bench import memory

GREEDY = "import subprocess, sys; kept = bytearray(40 << 20); subprocess.run([sys.executable, '-c', {child!r}])"
CHILD = "kept = bytearray(60 << 20); print('ready', flush=True); input()"


@pytest.fixture
def greedy():
    """A process that holds 40 MiB, and starts another that holds 60."""
    with subprocess.Popen(
        [sys.executable, "-c", GREEDY.format(child=CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        yield process
        process.stdin.close()


def test_processes_are_counted_together(greedy, monkeypatch):
    monkeypatch.setattr(memory, "OFTEN", 0.01)
    if not memory.family(greedy.pid)[1:]:
        pytest.skip("needs Linux")
    peak = memory.Peak(greedy.pid)
    peak.start()
    while not peak.most:
        pass
    assert 100 < peak.stop() < 160


def test_one_that_has_ended_takes_nothing():
    assert memory._share(2**22 + 1) == 0.0
    peak = memory.Peak(2**22 + 1)
    peak.start()
    assert peak.stop() > 0  # what the system remembers of the children before
