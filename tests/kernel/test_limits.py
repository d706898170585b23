"""Limits, each tried in a process that reaches it."""

import signal
import subprocess
import sys

import pytest

from rightday.kernel import limits


def ended_by(then: str, before: str = "") -> int:
    code = f"from rightday.kernel import limits\n{before}\nlimits.be_apart(1)\n{then}"
    return subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL, timeout=60).returncode


def test_a_reader_that_shows_no_life_is_ended() -> None:
    assert ended_by("while True: pass", "limits.STILL = 0.5") == -signal.SIGALRM


def test_a_reader_that_goes_on_is_not(tmp_path: object) -> None:
    slow = "import time\nfor number in range(8): time.sleep(0.1); limits.going_on()"
    assert ended_by(slow, "limits.STILL = 0.5") == 0


def test_waiting_for_whoever_asked_is_no_standing_still() -> None:
    waits = "import time\nlimits.wait(); time.sleep(0.8); limits.going_on(); limits.work()"
    assert ended_by(waits, "limits.STILL = 0.5") == 0


def test_memory_ends() -> None:
    assert ended_by("x = bytearray(2 * 1024 ** 3)") == 1


def test_only_a_process_apart_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Here, "apart", False)
    assert not limits.are_set()
    assert limits.possible()
