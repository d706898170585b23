"""Whether this installation is at work: a shared lock while it is, an exclusive one while it is replaced.

The kernel gives a lock back when its holder dies, of kill -9 too. Other machines on the same
PostgreSQL are known by the beats of their workers.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_held: dict[Path, int] = {}


def hold(folder: Path) -> None:
    """Keeps the installation from being replaced until this process, or what it becomes, has ended.

    Ends the process when a backup is being restored right now.
    """
    if folder in _held:
        return
    file = _open(folder)
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        sys.exit("A backup is being restored here. Wait until that has ended.")
    os.set_inheritable(file, True)  # the web server is exec'ed, and goes on holding
    _held[folder] = file


def release(folder: Path) -> None:
    file = _held.pop(folder, None)
    if file is not None:
        os.close(file)


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether nobody else is at work here; while inside, nobody can begin."""
    file = _open(folder)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = True
    except BlockingIOError:
        free = False
    try:
        yield free
    finally:
        os.close(file)


def worker_alive() -> bool:
    """Whether a worker of this installation, on any machine, has been heard of within its lease."""
    from django.db import DatabaseError
    from django.utils import timezone

    from rightday.work.leases import LEASE
    from rightday.work.models import WorkerBeat

    try:
        return WorkerBeat.objects.filter(seen_at__gt=timezone.now() - LEASE).exists()
    except DatabaseError:  # an empty database is restored into
        return False


def _open(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    return os.open(folder / "running.lock", os.O_RDWR | os.O_CREAT, 0o600)
