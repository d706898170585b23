"""How commands speak: plain lines, problems on the error stream."""

from __future__ import annotations

import sys


def say(words: str = "") -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def problem(words: str) -> int:
    """Prints what is wrong and what to do; the exit code of a refused command."""
    sys.stderr.write(words + "\n")
    return 1
