"""Whether an installation is at work: locks, and beats of workers elsewhere."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from rightday.commands import running
from rightday.work import leases

HOLDER = "import sys; from pathlib import Path; from rightday.commands import running;" \
    " running.hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"  # fmt: skip


def test_alone_only_while_nobody_holds(tmp_path: Path):
    with running.alone(tmp_path / "data") as free:
        assert free
    running.hold(tmp_path / "data")
    running.hold(tmp_path / "data")  # once is enough
    with running.alone(tmp_path / "data") as free:
        assert not free
    running.release(tmp_path / "data")
    running.release(tmp_path / "data")
    with running.alone(tmp_path / "data") as free:
        assert free


def test_nobody_begins_while_it_is_replaced(tmp_path: Path):
    with running.alone(tmp_path), pytest.raises(SystemExit, match="is being restored"):
        running.hold(tmp_path)


def test_a_killed_process_holds_nothing(tmp_path: Path):
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        with running.alone(tmp_path) as free:
            assert not free
        holder.kill()
        holder.wait()
        with running.alone(tmp_path) as free:
            assert free


def test_a_worker_is_alive_within_its_lease(db: None):
    assert not running.worker_alive()
    leases.beat("old", timezone.now() - leases.LEASE - timedelta(seconds=1))
    assert not running.worker_alive()
    leases.beat("new", timezone.now())
    assert running.worker_alive()
