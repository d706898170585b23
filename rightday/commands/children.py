"""Processes that `rightday run` starts: each in a session of its own, ended whole, with their parent at the latest."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

GRACE = 10.0  # seconds for requests and the task under way
STEADY = 60.0  # a child that lived so long is started again at once
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
_PR_SET_PDEATHSIG = 1


class Child:
    """A command that runs until it is ended; started again with growing pauses when it dies by itself."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        self.process: subprocess.Popen[bytes] | None = None
        self.pause = FIRST_PAUSE
        self._began = self._due = 0.0

    def start(self) -> None:
        # A session of its own: the terminal's ctrl-C reaches the parent alone, once.
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            self.words,
            start_new_session=True,
            preexec_fn=_dying_with_parent(),  # noqa: PLW1509 - this process has no threads
        )
        self._began = time.monotonic()

    def ended(self) -> int | None:
        """Its exit code once it has ended by itself, else None."""
        return self.process.poll() if self.process else None

    def plan_restart(self) -> float:
        """After it has ended: seconds until `restart_if_due` starts it again. What it left behind is ended."""
        _signal(self, signal.SIGKILL)
        now = time.monotonic()
        if now - self._began > STEADY:
            self.pause = FIRST_PAUSE
        wait, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        self.process, self._due = None, now + wait
        return wait

    def restart_if_due(self) -> None:
        if self.process is None and time.monotonic() >= self._due:
            self.start()


def end(children: Iterable[Child], grace: float = GRACE) -> None:
    """Ends each child with all it has started; after `grace` seconds by force."""
    children = [child for child in children if child.process]
    for child in children:
        if child.ended() is None:
            _signal(child, signal.SIGTERM, whole=False)  # it ends its own children in order
    until = time.monotonic() + grace
    for child in children:
        assert child.process
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(max(until - time.monotonic(), 0.1))
        _signal(child, signal.SIGKILL)  # whoever is left of its session, though it is dead itself
        child.process.wait()


def _signal(child: Child, number: int, *, whole: bool = True) -> None:
    # Nobody may be left (macOS calls a dead one not permitted).
    with suppress(ProcessLookupError, PermissionError):
        if child.process:
            (os.killpg if whole else os.kill)(child.process.pid, number)


def _dying_with_parent() -> Callable[[], None] | None:
    """On Linux the child is told when its parent dies, even of kill -9; elsewhere it stays."""
    if sys.platform != "linux":
        return None
    parent, libc = os.getpid(), ctypes.CDLL(None)  # loaded before the fork, which must not load anything

    def run() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before it could be asked
            os._exit(1)

    return run
