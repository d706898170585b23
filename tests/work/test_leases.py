"""A worker killed in the middle of a task, a task that fails, work that repeats: with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from rightday.work import leases
from rightday.work.models import Recurrence, WorkerBeat
from tests.work import tasks_for_tests

ROOT = Path(__file__).resolve().parents[2]
WORKER = """
import os
from datetime import timedelta
from rightday.commands import prepare, work
prepare.django_ready()
from rightday.work import leases, recurring
recurring.register = lambda: None
leases.RETRIES["tests.work.tasks_for_tests.failing"] = leases.Retry(tries=3, wait=timedelta(seconds=0.2))
leases.RETRIES["tests.work.tasks_for_tests.slow_once"] = leases.Retry(tries=3, wait=timedelta(seconds=0.2))
if os.environ.get("REPEATED_IN"):
    leases.RECURRING["tests.work.tasks_for_tests.repeated"] = timedelta(seconds=1)
import argparse
work.run(argparse.Namespace(queue=None))
"""
ENQUEUE = """
from rightday.commands import prepare
prepare.django_ready()
from tests.work import tasks_for_tests
print(tasks_for_tests.{name}.enqueue({folder!r}).id)
"""
STATUS = """
from rightday.commands import prepare
prepare.django_ready()
from django_tasks_db.models import DBTaskResult
for row in DBTaskResult.objects.all():
    print(row.task_path.rsplit(".")[-1], row.status, len(row.worker_ids))
"""


class Installation:
    """A data folder of its own, and processes that work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("RIGHTDAY_DATABASE")},
            "RIGHTDAY_DATA": str(folder),
            "RIGHTDAY_WORKER_BEAT": "1",
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "rightday.settings",
        }
        self.workers: list[subprocess.Popen[bytes]] = []
        self.run([sys.executable, "-m", "rightday", "migrate"])

    def run(self, words: list[str]) -> str:
        done = subprocess.run(words, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        return self.run([sys.executable, "-c", code])

    def worker(self, **more: str) -> subprocess.Popen[bytes]:
        started = subprocess.Popen(
            [sys.executable, "-c", WORKER], env=self.environment | more, cwd=ROOT, stderr=subprocess.DEVNULL
        )
        self.workers.append(started)
        return started

    def end(self) -> None:
        for worker in self.workers:
            if worker.poll() is None:
                worker.kill()
                worker.wait()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path)
    yield made
    made.end()


def wait_for(true: Callable[[], bool], seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.2)


@pytest.mark.slow
def test_a_killed_workers_task_is_found_and_done(installation: Installation, tmp_path: Path):
    installation.python(ENQUEUE.format(name="slow_once", folder=str(tmp_path)))
    installation.worker()
    wait_for((tmp_path / "pid").exists)
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)
    installation.worker()
    wait_for(lambda: "SUCCESSFUL 2" in installation.python(STATUS))
    assert (tmp_path / "tries").read_text() == "2"


@pytest.mark.slow
def test_a_failing_task_is_tried_three_times_and_given_up(installation: Installation, tmp_path: Path):
    installation.python(ENQUEUE.format(name="failing", folder=str(tmp_path)))
    installation.worker(REPEATED_IN=str(tmp_path))
    wait_for(lambda: "failing FAILED 3" in installation.python(STATUS))
    assert (tmp_path / "failed").read_text() == "xxx"
    assert len((tmp_path / "beats").read_text()) >= 2


@pytest.fixture
def running_row(db: None) -> DBTaskResult:
    made = tasks_for_tests.failing.enqueue("x")
    now = timezone.now()
    DBTaskResult.objects.filter(pk=made.id).update(
        status=TaskResultStatus.RUNNING, started_at=now - timedelta(hours=1), worker_ids=["gone"]
    )
    return DBTaskResult.objects.get(pk=made.id)


def test_a_task_of_a_worker_that_beats_is_left_alone(running_row: DBTaskResult):
    now = timezone.now()
    leases.beat("gone", now)
    leases.sweep(now)
    running_row.refresh_from_db()
    assert running_row.status == TaskResultStatus.RUNNING


def test_two_sweeps_cannot_both_win(running_row: DBTaskResult):
    now = timezone.now()
    assert leases.again(running_row, leases.ONCE, now, "lost its worker")
    assert not leases.again(running_row, leases.ONCE, now, "lost its worker")


def test_a_lost_task_without_tries_left_fails_with_its_reason(running_row: DBTaskResult):
    DBTaskResult.objects.filter(pk=running_row.pk).update(worker_ids=["one", "gone"])
    leases.sweep(timezone.now())
    running_row.refresh_from_db()
    assert (running_row.status, running_row.traceback) == (TaskResultStatus.FAILED, "lost its worker")


def test_recurring_work_is_claimed_once(db: None, monkeypatch: pytest.MonkeyPatch):
    path = "tests.work.tasks_for_tests.repeated"
    monkeypatch.setattr(leases, "RECURRING", {path: timedelta(hours=1)})
    now = timezone.now()
    leases.sweep(now)
    leases.sweep(now)
    assert DBTaskResult.objects.filter(task_path=path).count() == 1
    assert Recurrence.objects.get().next_at == now + timedelta(hours=1)


def test_old_beats_are_forgotten(db: None):
    now = timezone.now()
    leases.beat("old", now - timedelta(days=2))
    leases.sweep(now)
    assert not WorkerBeat.objects.exists()
