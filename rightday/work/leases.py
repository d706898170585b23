"""What django-tasks' database worker lacks: a lease, retries, and recurring work.

Measured on it: a worker killed with -9 leaves its task RUNNING for ever; a task that raises
is FAILED for ever; nothing repeats. Here each worker's second thread beats every `BEAT`
seconds and sweeps: tasks of workers that no longer beat, failed tasks that have tries left,
and recurring work that is due. Any worker's sweep may do any of it; each step is one
compare-and-set, so two sweeps cannot both win. A task may therefore run twice (its worker
was only frozen): tasks call one atomic action, and actions are idempotent.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import close_old_connections, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from rightday.work.models import Recurrence, WorkerBeat

log = logging.getLogger(__name__)
BEAT = float(settings.WORKER_BEAT)  # seconds
LEASE = timedelta(seconds=BEAT * 4)


@dataclass(frozen=True, slots=True)
class Retry:
    """`tries` in all, the wait doubling from `wait`; lost workers count as tries."""

    tries: int = 3
    wait: timedelta = timedelta(seconds=30)


RETRIES: dict[str, Retry] = {}  # task path → policy; others are tried once, or twice when lost
RECURRING: dict[str, timedelta] = {}  # task path → every
ONCE = Retry(tries=2)


def beat(worker_id: str, now: datetime) -> None:
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"seen_at": now})


def again(row: Any, policy: Retry, now: datetime, reason: str) -> bool:
    """Back to READY after a growing wait, or FAILED when its tries are used up."""
    tried = len(row.worker_ids)
    mine = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
    if tried < policy.tries:
        wait = policy.wait * 2 ** (tried - 1)
        log.warning("task %s %s: try %d of %d in %s", row.pk, reason, tried + 1, policy.tries, wait)
        return bool(mine.update(status=TaskResultStatus.READY, run_after=now + wait, finished_at=None))
    if row.status == TaskResultStatus.FAILED:
        return False
    log.error("task %s %s: given up after %d tries", row.pk, reason, tried)
    lost = {"exception_class_path": "rightday.work.leases.WorkerLost", "traceback": reason}
    return bool(mine.update(status=TaskResultStatus.FAILED, finished_at=now, **lost))


def sweep(now: datetime) -> None:
    alive = set(WorkerBeat.objects.filter(seen_at__gt=now - LEASE).values_list("worker_id", flat=True))
    for row in DBTaskResult.objects.running():
        if row.worker_ids[-1] not in alive and row.started_at < now - LEASE:
            again(row, RETRIES.get(row.task_path, ONCE), now, "lost its worker")
    for path, policy in RETRIES.items():
        failed = DBTaskResult.objects.failed().filter(task_path=path, finished_at__gt=now - timedelta(days=1))
        for row in failed:
            if len(row.worker_ids) < policy.tries:
                again(row, policy, now, "failed")
    for path, every in RECURRING.items():
        due, _ = Recurrence.objects.get_or_create(task_path=path, defaults={"next_at": now})
        if due.next_at <= now:
            with transaction.atomic():  # the claim and the task together, or neither
                won = Recurrence.objects.filter(pk=path, next_at=due.next_at).update(next_at=now + every)
                if won:
                    import_string(path).enqueue()
    WorkerBeat.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()


def start(worker_id: str, *, clock: Callable[[], datetime] = timezone.now) -> threading.Event:
    """Starts the second thread; set the event that it returns to end it."""
    stop = threading.Event()

    def run() -> None:
        while True:
            try:
                beat(worker_id, clock())
                sweep(clock())
            except Exception:  # a locked database, a restarting server: the next beat tries again
                log.exception("sweep failed")
            finally:
                close_old_connections()
            if stop.wait(BEAT):
                WorkerBeat.objects.filter(pk=worker_id).delete()
                return

    beat(worker_id, clock())
    threading.Thread(target=run, name="leases", daemon=True).start()
    return stop
