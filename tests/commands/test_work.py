"""The worker alone; what it does with tasks is tested in tests/work."""

from __future__ import annotations

from pathlib import Path

import pytest
from django_tasks_db.management.commands import db_worker

from rightday.work import leases
from rightday.work.models import WorkerBeat


def test_it_beats_while_it_works_and_stops_when_it_ends(call, here: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[object] = []
    monkeypatch.setattr(leases, "RECURRING", {})
    monkeypatch.setattr(leases, "RETRIES", {})
    monkeypatch.setattr(leases.threading, "Thread", lambda **values: _Never())
    monkeypatch.setattr(db_worker.Worker, "configure_signals", lambda self: None)
    monkeypatch.setattr(
        db_worker.Worker, "run", lambda self: seen.append((self.queue_names, WorkerBeat.objects.get().worker_id))
    )
    assert call("work", "--queue", "imports") == 0
    assert seen == [(["imports"], WorkerBeat.objects.get().worker_id)]
    assert leases.RECURRING and leases.RETRIES


class _Never:
    """A thread that does not run: the test database is of this one."""

    def start(self) -> None:
        return
