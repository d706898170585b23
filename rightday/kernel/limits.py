"""Limits of a process that reads a file nobody knows: memory, time without progress, time in all.

They are the kernel's own, so that a reader that hangs in foreign code is ended as well.
"""

import os
import signal
import sys

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""
STILL = 8
"""Seconds without a sign of life."""
_SECONDS, _SECONDS_PER_MB = 20, 4
_EVERY = 1_000


class _Here:
    """What is true of this process."""

    apart = False


def are_set() -> bool:
    """Whether this process may read files itself."""
    return _Here.apart


def possible() -> bool:
    """Whether the system knows such limits: elsewhere files are read where they are asked for."""
    return hasattr(os, "fork") and sys.platform != "win32"


def be_apart(size: int = 0) -> None:
    """From now on this process reads files itself, within limits for a file of so many bytes; 0: no limit of time."""
    _Here.apart = True
    if not possible():
        return
    import resource  # not there on every system

    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CORE, 0)
    if size:
        _limit(resource.RLIMIT_CPU, _SECONDS + _SECONDS_PER_MB * size // 1_048_576)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, STILL)


def going_on(count: int = 0) -> None:
    """A sign of life, where one is waited for; `count` may be that of any loop."""
    if _Here.apart and count % _EVERY == 0 and signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.setitimer(signal.ITIMER_REAL, STILL)


def wait() -> None:
    """Nothing is done now but waiting for whoever asked: that takes as long as it takes."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def work() -> None:
    """The end of `wait`."""
    signal.setitimer(signal.ITIMER_REAL, STILL)


def _limit(kind: int, most: int) -> None:
    import resource

    _soft, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, hard))
