"""How commands speak: plain lines, problems on the error stream."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType


def say(words: str = "") -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def problem(words: str) -> int:
    """Prints what is wrong and what to do; the exit code of a refused command."""
    sys.stderr.write(words + "\n")
    return 1


class Meter:
    """How far something long has come, on the error stream, where somebody looks: once a second, in one line."""

    def __init__(self, unit: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.unit, self.clock, self.last, self.shown = unit, clock, clock(), False

    def __call__(self, done: int, of: int) -> None:
        now = self.clock()
        if now - self.last < 1 or not sys.stderr.isatty():
            return
        self.last, self.shown = now, True
        sys.stderr.write(f"\r{done:,} of {of:,} {self.unit} ")
        sys.stderr.flush()

    def __enter__(self) -> Meter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.shown:
            sys.stderr.write("\n")
