"""Rows of the workers themselves; outside the wall, for they hold nothing of any agency."""

from __future__ import annotations

from django.db import models


class WorkerBeat(models.Model):
    """A worker that is alive says so every few seconds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id


class Recurrence(models.Model):
    """When a recurring task is due next; moved on by compare-and-set."""

    task_path = models.CharField(max_length=200, primary_key=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.task_path
