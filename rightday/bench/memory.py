"""The most memory that a process and those it starts take together."""

from __future__ import annotations

import re
import resource
import threading
from pathlib import Path

OFTEN = 0.1
_PROC = Path("/proc")
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Peak(threading.Thread):
    """Looks several times a second until `stop()`, which gives the most in MiB.

    What processes share is counted once (the proportional share of Linux). Where that cannot be read,
    the most that one child alone has taken, as the system remembers it.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most = pid, 0.0
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(OFTEN):
            self.most = max(self.most, sum(map(_share, family(self.pid))))

    def stop(self) -> float:
        self._done.set()
        self.join()
        return self.most or resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def family(pid: int) -> list[int]:
    """A process and all that it has started, as far as they live."""
    found = [pid]
    for one in found:
        for tasks in _PROC.glob(f"{one}/task/*/children"):
            found += [int(child) for child in _read(tasks).split()]
    return found


def _share(pid: int) -> float:
    share = _SHARE.search(_read(_PROC / str(pid) / "smaps_rollup"))
    return int(share[1]) / 1024 if share else 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:  # it has just ended
        return ""
